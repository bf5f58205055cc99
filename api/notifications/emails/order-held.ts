import { button, facts, heading, paragraph, quote } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { HoldFacts } from '../order-facts.js'

/** To who placed the order: it is on hold, why, and that no clock runs. */
export const orderHeld = email<HoldFacts>(
  'order-held',
  (order, to) => {
    const { held: w } = to.words.holds
    const { common } = to.words
    return {
      subject: w.subject(order.number),
      preheader: w.preheader,
      why: common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro),
        ...(order.reason === null ? [] : [quote(order.reason)]),
        facts([
          [common.order, order.number],
          [common.forWhom, order.beneficiary],
          [w.heldAt, to.when(order.heldAt)],
        ]),
        paragraph(w.clocks),
        paragraph(w.next),
        button(common.openOrder, to.pages.order(order.orderId)),
      ],
    }
  },
  (is) => [{ facts: is.hold, to: is.buyer }],
)
