import { button, facts, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows } from '../campaign-blocks.js'
import { email } from '../email.js'
import type { ChargebackFacts } from '../facts.js'

/** To finance: a buyer's bank has called a payment back; its money is frozen until they settle it. */
export const chargebackOpened = email<ChargebackFacts>(
  'chargeback-opened',
  (order, to) => {
    const { chargeback: w } = to.words.completion
    const { common } = to.words
    const amount = to.amount(order.amount)
    const rows = [[w.amount, amount] as const, [w.openedAt, to.when(order.at)] as const]
    return {
      subject: w.subject(order.number, amount),
      preheader: w.preheader,
      why: common.why.team,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(amount, order.buyer)),
        order.campaign
          ? campaignRows(order.campaign, to, ...rows)
          : facts([[common.order, order.number], [common.forWhom, order.beneficiary], ...rows]),
        paragraph(w.todo),
        button(common.openOrder, to.pages.team.order(order.orderId)),
      ],
    }
  },
  (is) => [
    { facts: is.campaign.chargeback, to: is.admin },
    { variant: 'service', facts: is.money, to: is.admin },
  ],
)
