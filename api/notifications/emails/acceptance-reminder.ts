import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows } from '../campaign-blocks.js'
import type { AcceptanceFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To the channel, after 24 and after 44 hours: they have not answered yet. */
export const acceptanceReminder = email<AcceptanceFacts>(
  'acceptance-reminder',
  (campaign, to) => {
    const { offered, reminder: w, facts: f } = to.words.campaigns
    const { buyer, number, isLast } = campaign
    const until = to.when(campaign.acceptBy)
    const subject = isLast ? w.subjectLast : w.subject
    return {
      subject: subject(campaign.package, buyer, number),
      preheader: offered.preheader(until),
      why: to.words.common.why.channel,
      blocks: [
        heading(isLast ? w.headingLast : w.heading),
        to.hello,
        paragraph(w.intro(buyer, campaign.package, until)),
        campaignRows(campaign, to, [f.payout, to.amount(campaign.payout)], [offered.answerBy, until]),
        paragraph(w.silence(buyer)),
        button(offered.open, to.pages.campaign(campaign.campaignId)),
      ],
    }
  },
  (is) => [
    { facts: { ...is.campaign.offer, isLast: false }, to: is.channel },
    { variant: 'last', facts: { ...is.campaign.offer, isLast: true }, to: is.channel },
  ],
)
