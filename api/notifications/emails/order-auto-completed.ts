import { button, facts, heading, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { CompletedFacts } from '../order-facts.js'

/** To who placed the order: nobody answered the delivery in time, so it counts as confirmed. */
export const orderAutoCompleted = email<CompletedFacts>(
  'order-auto-completed',
  (order, to) => {
    const { completed: w } = to.words.deliveries
    const { common } = to.words
    const until = to.when(order.answerBy)
    return {
      subject: w.subject(order.number),
      preheader: w.preheader,
      why: common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(until)),
        facts([
          [common.order, order.number],
          [common.forWhom, order.beneficiary],
          [w.completedAt, until],
        ]),
        paragraph(w.stays),
        button(common.openOrder, to.pages.order(order.orderId)),
      ],
    }
  },
  (is) => [{ facts: is.delivery, to: is.buyer }],
)
