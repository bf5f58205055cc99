import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows } from '../campaign-blocks.js'
import type { CampaignFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To the channel: the offer was taken back before they answered. */
export const campaignWithdrawn = email<CampaignFacts>(
  'campaign-withdrawn',
  (campaign, to) => {
    const { withdrawn: w, open } = to.words.campaigns
    return {
      subject: w.subject(campaign.number, campaign.buyer),
      preheader: w.preheader,
      why: to.words.common.why.channel,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(campaign.buyer, campaign.package)),
        campaignRows(campaign, to),
        button(open, to.pages.campaign(campaign.campaignId)),
      ],
    }
  },
  (is) => [{ facts: is.campaign.offer, to: is.channel }],
)
