import { button, heading, paragraph, quiet } from '../../platform/mailer/content.js'
import { campaignRows, missingList } from '../campaign-blocks.js'
import type { CampaignFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To who placed the order, 24 and 72 hours after the acceptance: what the channel cannot start without. */
export const creativesMissing = email<CampaignFacts>(
  'creatives-missing',
  (campaign, to) => {
    const { missing: w, accepted } = to.words.campaigns
    const { channel, number } = campaign
    return {
      subject: w.subject(number, channel),
      preheader: w.preheader,
      why: to.words.common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(channel, campaign.package)),
        missingList(campaign, to),
        campaignRows(campaign, to),
        button(accepted.upload, to.pages.campaign(campaign.campaignId)),
        quiet(w.ask(channel)),
      ],
    }
  },
  (is) => [{ facts: is.campaign.accepted, to: is.buyer }],
)
