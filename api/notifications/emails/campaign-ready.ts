import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows } from '../campaign-blocks.js'
import type { CampaignFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To who placed the order: everything required is approved, and the channel is ready to run it. */
export const campaignReady = email<CampaignFacts>(
  'campaign-ready',
  (campaign, to) => {
    const { ready: w, open } = to.words.campaigns
    const { channel, number } = campaign
    return {
      subject: w.subject(number, channel),
      preheader: w.preheader,
      why: to.words.common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(channel, campaign.package)),
        campaignRows(campaign, to),
        paragraph(w.next(channel)),
        button(open, to.pages.campaign(campaign.campaignId)),
      ],
    }
  },
  (is) => [{ facts: is.campaign.ready, to: is.buyer }],
)
