import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows } from '../campaign-blocks.js'
import type { ChargebackFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To finance: a buyer's bank has called a payment back; its money is frozen until they settle it. */
export const chargebackOpened = email<ChargebackFacts>(
  'chargeback-opened',
  (campaign, to) => {
    const { chargeback: w } = to.words.completion
    const { common } = to.words
    const amount = to.amount(campaign.amount)
    return {
      subject: w.subject(campaign.number, amount),
      preheader: w.preheader,
      why: common.why.team,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(amount, campaign.buyer)),
        campaignRows(campaign, to, [w.amount, amount], [w.openedAt, to.when(campaign.at)]),
        paragraph(w.todo),
        button(common.openOrder, to.pages.team.order(campaign.orderId)),
      ],
    }
  },
  (is) => [{ facts: is.campaign.chargeback, to: is.admin }],
)
