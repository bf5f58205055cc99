import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows } from '../campaign-blocks.js'
import type { ReleaseFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To the channel, and to finance who see to it: a payout was refused on its way; the money stays set aside. */
export const releaseFailed = email<ReleaseFacts>(
  'release-failed',
  (campaign, to) => {
    const { releaseFailed: w } = to.words.completion
    const { common } = to.words
    const amount = to.amount(campaign.net)
    return {
      subject: w.subject(campaign.number, amount),
      preheader: w.preheader,
      why: to.isTeam ? common.why.team : common.why.channel,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(to.isTeam ? w.team(amount, campaign.channel) : w.channel(amount)),
        campaignRows(campaign, to, [w.amount, amount], [w.reason, to.isTeam ? campaign.failure : null]),
        to.isTeam
          ? button(common.openOrder, to.pages.team.order(campaign.orderId))
          : button(w.account, to.pages.payoutAccount),
      ],
    }
  },
  (is) => [
    { facts: is.campaign.released, to: is.channel },
    { variant: 'finance', facts: is.campaign.released, to: is.admin },
  ],
)
