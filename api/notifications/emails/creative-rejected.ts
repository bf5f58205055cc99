import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows, saying } from '../campaign-blocks.js'
import type { RejectedFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To who placed the order: the channel needs a new version of a creative, and why. */
export const creativeRejected = email<RejectedFacts>(
  'creative-rejected',
  (campaign, to) => {
    const { rejected: w, facts: f } = to.words.campaigns
    const { channel, number, creative } = campaign
    const { label, reason, version, file } = creative
    return {
      subject: w.subject(number, label),
      preheader: w.preheader(channel),
      why: to.words.common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        ...saying(reason, w.intro(channel, label), w.introSilent(channel, label)),
        campaignRows(campaign, to, [label, version && file ? f.version(version, file) : null]),
        paragraph(w.next),
        button(w.upload, to.pages.campaign(campaign.campaignId)),
      ],
    }
  },
  (is) => [{ facts: is.campaign.rejected, to: is.buyer }],
)
