import { button, heading, link, paragraph } from '../../platform/mailer/content.js'
import { buyersRows } from '../campaign-blocks.js'
import type { CampaignFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To who placed the order, or to whom the mail of its completion was sent anew, twelve hours before the money is released by itself. */
export const releaseReminder = email<CampaignFacts>(
  'release-reminder',
  (campaign, to) => {
    const { reminder: w, completed } = to.words.completion
    const { channel, number } = campaign
    const until = to.when(campaign.disputeBy ?? campaign.at)
    return {
      subject: w.subject(number),
      preheader: completed.preheader(until),
      why: to.words.common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(channel, campaign.package)),
        buyersRows(campaign, to, [completed.held, to.amount(campaign.price)], [completed.disputeBy, until]),
        paragraph(w.byItself(until, channel)),
        button(completed.open, to.pages.campaign(campaign.campaignId)),
        paragraph(completed.notThese(channel)),
        link(completed.terms, to.pages.disputeTerms),
      ],
    }
  },
  (is) => [{ facts: is.campaign.completed, to: is.buyer }],
)
