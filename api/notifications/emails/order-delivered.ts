import { button, facts, heading, list, paragraph, quote, subheading } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { DeliveryFacts } from '../order-facts.js'

/** To who placed the order: what was delivered, how to answer, until when, and what happens by itself. */
export const orderDelivered = email<DeliveryFacts>(
  'order-delivered',
  (order, to) => {
    const { delivered: w } = to.words.deliveries
    const { common } = to.words
    const again = order.delivery > 1
    const until = to.when(order.answerBy)
    const revise = order.revisionsLeft > 0 ? w.revise(order.revisionsLeft, until) : w.noneLeft
    return {
      subject: again ? w.subjectAgain(order.number) : w.subject(order.number),
      preheader: w.preheader(until),
      why: common.why.buyer,
      blocks: [
        heading(again ? w.headingAgain : w.heading),
        to.hello,
        paragraph(again ? w.introAgain : w.intro),
        quote(order.summary),
        ...(order.files.length
          ? [subheading(w.files), list(order.files.map((text) => ({ text }))), paragraph(w.filesOnPage)]
          : []),
        facts([
          [common.order, order.number],
          [common.forWhom, order.beneficiary],
          [w.deliveredAt, to.when(order.deliveredAt)],
          [w.answerBy, until],
        ]),
        subheading(w.next),
        list([w.confirm, revise]),
        button(w.open, to.pages.order(order.orderId)),
        paragraph(w.byItself(until)),
      ],
    }
  },
  (is) => [
    { facts: is.delivery, to: is.buyer },
    {
      variant: 'again',
      facts: { ...is.delivery, delivery: 3, revisionsLeft: 0, files: [] },
      to: is.buyer,
    },
  ],
)
