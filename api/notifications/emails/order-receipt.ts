import {
  button,
  facts,
  heading,
  list,
  type ListItem,
  paragraph,
  quiet,
  subheading,
} from '../../platform/mailer/content.js'
import { email, type Reader } from '../email.js'
import type { OrderFacts, OrderLineFacts } from '../facts.js'

/** To who placed the order, once its payment is final: what was paid, and that everything now starts by itself. */
export const orderReceipt = email<OrderFacts>(
  'order-receipt',
  (order, to) => {
    const { receipt: w } = to.words.orders
    const { common } = to.words
    const services = [...new Set(order.lines.map((line) => line.service))].join(', ')
    const talks = order.lines.some((line) => line.flow === 'ONBOARDED')
    return {
      subject: w.subject(order.number),
      preheader: w.preheader(services),
      why: common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro),
        facts([
          [common.order, order.number],
          [common.forWhom, order.beneficiary],
          [w.total, to.amount(order.total)],
          [w.paidAt, order.paidAt && to.when(order.paidAt)],
        ]),
        subheading(w.next),
        list(order.lines.map((line) => next(line, order, to))),
        ...(order.dashboardContactId ? [paragraph(w.dashboard(order.beneficiary))] : []),
        ...(talks ? [paragraph(w.talk)] : []),
        button(common.openOrder, to.pages.order(order.orderId)),
        quiet(w.reach),
      ],
    }
  },
  (is) => [{ facts: is.order, to: is.buyer }],
)

function next(line: OrderLineFacts, order: OrderFacts, to: Reader): ListItem {
  const { receipt: w } = to.words.orders
  if (line.recipient === null) return { about: line.service, text: w.automatic }
  return {
    about: line.service,
    text: line.recipientId === order.placedById ? w.askedYou : w.asked(line.recipient),
  }
}
