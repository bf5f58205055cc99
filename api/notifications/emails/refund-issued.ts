import { button, facts, heading, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { MoneyFacts } from '../facts.js'

/** To who placed the order: money is on its way back, or what was only set aside was let go. */
export const refundIssued = email<MoneyFacts>(
  'refund-issued',
  (refund, to) => {
    const { refundIssued: paid } = to.words.orders
    const { common } = to.words
    const w = refund.letGo ? paid.letGo : { ...paid, at: paid.issuedAt }
    const amount = to.amount(refund.amount)
    return {
      subject: w.subject(refund.number, amount),
      preheader: w.preheader,
      why: common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(amount)),
        facts([
          [common.order, refund.number],
          [common.forWhom, refund.beneficiary],
          [w.amount, amount],
          [w.at, to.when(refund.at)],
        ]),
        button(common.openOrder, to.pages.order(refund.orderId)),
      ],
    }
  },
  (is) => [
    { facts: is.money, to: is.buyer },
    { variant: 'let-go', facts: is.campaign.letGo, to: is.buyer },
  ],
)
