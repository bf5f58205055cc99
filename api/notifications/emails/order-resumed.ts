import { button, facts, heading, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { HoldFacts } from '../order-facts.js'

/** To who placed the order: it goes on, and their deadlines are later by as long as the hold took. */
export const orderResumed = email<HoldFacts>(
  'order-resumed',
  (order, to) => {
    const { resumed: w } = to.words.holds
    const { common } = to.words
    return {
      subject: w.subject(order.number),
      preheader: w.preheader,
      why: common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro),
        facts([
          [common.order, order.number],
          [common.forWhom, order.beneficiary],
          [w.heldAt, to.when(order.heldAt)],
          [w.resumedAt, order.resumedAt && to.when(order.resumedAt)],
        ]),
        paragraph(w.clocks),
        button(common.openOrder, to.pages.order(order.orderId)),
      ],
    }
  },
  (is) => [{ facts: { ...is.hold, resumedAt: is.delivery.deliveredAt }, to: is.buyer }],
)
