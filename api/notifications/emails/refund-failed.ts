import { button, facts, heading, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { MoneyFacts } from '../facts.js'

/** To who placed the order, and to finance who see to it: a refund was refused on its way; the money stays set aside. */
export const refundFailed = email<MoneyFacts>(
  'refund-failed',
  (refund, to) => {
    const { refundFailed: w } = to.words.orders
    const { common } = to.words
    const amount = to.amount(refund.amount)
    return {
      subject: w.subject(refund.number, amount),
      preheader: w.preheader,
      why: to.isTeam ? common.why.team : common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(to.isTeam ? w.team(amount) : w.buyer(amount)),
        facts([
          [common.order, refund.number],
          [common.forWhom, refund.beneficiary],
          [w.amount, amount],
          [w.reason, to.isTeam ? refund.reason : null],
        ]),
        button(
          common.openOrder,
          to.isTeam ? to.pages.team.order(refund.orderId) : to.pages.order(refund.orderId),
        ),
      ],
    }
  },
  (is) => [
    { facts: is.money, to: is.buyer },
    { variant: 'finance', facts: is.money, to: is.admin },
  ],
)
