import { button, facts, heading, paragraph, quiet } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { MoneyFacts } from '../facts.js'

/** To who placed the order: the payment was refused, nothing was taken, until when it can be tried again. */
export const paymentFailed = email<MoneyFacts>(
  'payment-failed',
  (order, to) => {
    const { paymentFailed: w } = to.words.orders
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
          [w.amount, to.amount(order.amount)],
          [w.reason, order.reason],
          [w.payBy, order.payBy && to.when(order.payBy)],
        ]),
        button(w.tryAgain, to.pages.pay(order.orderId)),
        ...(order.payBy ? [quiet(w.after(to.when(order.payBy)))] : []),
      ],
    }
  },
  (is) => [{ facts: { ...is.money, amount: is.order.total }, to: is.buyer }],
)
