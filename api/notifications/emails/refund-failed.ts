import { button, facts, heading, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { MoneyFacts } from '../facts.js'

/**
 * To who placed the order, and to finance who see to it: a refund was refused on its way, or what was set aside could not
 * be let go; the money stays theirs.
 */
export const refundFailed = email<MoneyFacts>(
  'refund-failed',
  (refund, to) => {
    const { refundFailed: paid } = to.words.orders
    const { common } = to.words
    const w = refund.letGo ? paid.letGo : paid
    const amount = to.amount(refund.amount)
    return {
      subject: w.subject(refund.number, amount),
      preheader: paid.preheader,
      why: to.isTeam ? common.why.team : common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(to.isTeam ? w.team(amount) : w.buyer(amount)),
        facts([
          [common.order, refund.number],
          [common.forWhom, refund.beneficiary],
          [w.amount, amount],
          [paid.reason, to.isTeam ? refund.reason : null],
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
    { variant: 'let-go', facts: is.campaign.letGo, to: is.buyer },
    { variant: 'let-go-finance', facts: is.campaign.letGo, to: is.admin },
  ],
)
