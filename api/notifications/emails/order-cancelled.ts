import { button, facts, heading, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { OrderFacts } from '../facts.js'

/** To who placed the order: it has ended, why, and what becomes of the money. */
export const orderCancelled = email<OrderFacts>(
  'order-cancelled',
  (order, to) => {
    const { cancelled: w } = to.words.orders
    const { common } = to.words
    return {
      subject: w.subject(order.number),
      preheader: w.preheader,
      why: common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(order.paidAt ? w.other : w.unpaid),
        facts([
          [common.order, order.number],
          [common.forWhom, order.beneficiary],
          [w.total, to.amount(order.total)],
        ]),
        ...(order.paidAt ? [paragraph(w.money)] : []),
        button(
          order.paidAt ? common.openOrder : w.orderAgain,
          order.paidAt ? to.pages.order(order.orderId) : to.pages.catalogue,
        ),
      ],
    }
  },
  (is) => [{ facts: is.order, to: is.buyer }],
)
