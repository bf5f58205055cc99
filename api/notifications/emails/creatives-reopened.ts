import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows, saying } from '../campaign-blocks.js'
import type { CampaignFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To who placed the order: the campaign was ready, and the channel needs something of its creatives to change. */
export const creativesReopened = email<CampaignFacts>(
  'creatives-reopened',
  (campaign, to) => {
    const { reopened: w, accepted } = to.words.campaigns
    const { channel, number, reason } = campaign
    return {
      subject: w.subject(number, channel),
      preheader: w.preheader,
      why: to.words.common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        ...saying(reason, w.intro(channel), w.introSilent(channel)),
        campaignRows(campaign, to),
        paragraph(w.next),
        button(accepted.upload, to.pages.campaign(campaign.campaignId)),
      ],
    }
  },
  (is) => [{ facts: { ...is.campaign.ready, reason: is.texts.campaign.reopened }, to: is.buyer }],
)
