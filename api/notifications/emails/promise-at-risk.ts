import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { PromiseFacts } from '../order-facts.js'
import { promiseRows } from '../promise-rows.js'

/** To support and admins: the invitation to talk with us has to be out soon, and is not. */
export const promiseAtRisk = email<PromiseFacts>(
  'promise-at-risk',
  (order, to) => {
    const { promises, common } = to.words
    const { atRisk: w } = promises
    return {
      subject: w.subject(order.number),
      preheader: w.preheader(to.when(order.until)),
      why: common.why.team,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro),
        promiseRows(order, to),
        paragraph(w.todo),
        button(promises.open, to.pages.team.order(order.orderId)),
      ],
    }
  },
  (is) => [{ facts: is.promise, to: is.admin }],
)
