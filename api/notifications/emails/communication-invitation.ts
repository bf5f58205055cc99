import { button, heading, list, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { OrderFacts } from '../facts.js'

/** To who placed the order, within 24 hours of the purchase: how to talk with our team from now on. */
export const communicationInvitation = email<OrderFacts>(
  'communication-invitation',
  (order, to) => {
    const { communication: w } = to.words.people
    return {
      subject: w.subject(order.number),
      preheader: w.preheader,
      why: to.words.common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(order.number)),
        list([w.write, w.answer, w.follow, w.concern]),
        button(w.open, to.pages.order(order.orderId)),
      ],
    }
  },
  (is) => [{ facts: is.order, to: is.buyer }],
)
