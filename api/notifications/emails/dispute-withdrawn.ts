import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows, isBuyer } from '../campaign-blocks.js'
import type { DisputeFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To both sides: the dispute was taken back, and when the money is released by itself. */
export const disputeWithdrawn = email<DisputeFacts>(
  'dispute-withdrawn',
  (dispute, to) => {
    const { withdrawn: w } = to.words.disputes
    const { common, campaigns } = to.words
    const buying = isBuyer(dispute, to)
    const at = to.when(dispute.releaseAt ?? dispute.at)
    return {
      subject: w.subject(dispute.number),
      preheader: w.preheader,
      why: buying ? common.why.buyer : common.why.channel,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(buying ? w.buyer : w.channel(dispute.buyer)),
        campaignRows(dispute, to, [w.releaseAt, at]),
        paragraph(buying ? w.money(at, dispute.channel) : w.moneyYou(at)),
        button(campaigns.open, to.pages.campaign(dispute.campaignId)),
      ],
    }
  },
  (is) => [
    { facts: is.dispute.withdrawn, to: is.buyer },
    { variant: 'channel', facts: is.dispute.withdrawn, to: is.channel },
  ],
)
