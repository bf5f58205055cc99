import { button, heading, list, paragraph, quiet, subheading } from '../../platform/mailer/content.js'
import { campaignRows } from '../campaign-blocks.js'
import type { CampaignFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To the channel: somebody has bought a package of theirs; until when they accept or decline, and what if they don't. */
export const campaignOffered = email<CampaignFacts>(
  'campaign-offered',
  (campaign, to) => {
    const { offered: w, facts: f } = to.words.campaigns
    const { buyer, number } = campaign
    const until = to.when(campaign.acceptBy)
    return {
      subject: w.subject(campaign.package, buyer, number),
      preheader: w.preheader(until),
      why: to.words.common.why.channel,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(buyer, campaign.package)),
        campaignRows(
          campaign,
          to,
          [f.price, to.amount(campaign.price)],
          [f.fee, campaign.fee.amount ? to.amount(campaign.fee) : null],
          [f.payout, to.amount(campaign.payout)],
          [w.answerBy, until],
        ),
        list([w.accept, w.decline]),
        paragraph(w.silence(until, buyer)),
        button(w.open, to.pages.campaign(campaign.campaignId)),
        ...(campaign.creatives.length
          ? [
              subheading(w.needs),
              list(campaign.creatives.map(({ label }) => ({ text: label }))),
              quiet(w.creatives),
            ]
          : []),
      ],
    }
  },
  (is) => [
    { facts: is.campaign.offer, to: is.channel },
    { variant: 'member', facts: is.campaign.offer, to: { ...is.channel, mailKind: 'CAMPAIGNS' } },
  ],
)
