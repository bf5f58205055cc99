import { button, heading, paragraph, quiet, subheading } from '../../platform/mailer/content.js'
import { campaignRows, missing, missingList } from '../campaign-blocks.js'
import type { CampaignFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To who placed the order: the channel runs it, what becomes of the money, and what is needed of them now. */
export const campaignAccepted = email<CampaignFacts>(
  'campaign-accepted',
  (campaign, to) => {
    const { accepted: w, facts: f, open } = to.words.campaigns
    const { channel, number } = campaign
    const needed = missing(campaign).length > 0
    return {
      subject: w.subject(number, channel),
      preheader: w.preheader,
      why: to.words.common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(channel, campaign.package)),
        campaignRows(campaign, to, [f.price, to.amount(campaign.price)]),
        paragraph(w.money(to.amount(campaign.price), channel)),
        ...(needed
          ? [subheading(w.needs(channel)), missingList(campaign, to)]
          : [paragraph(campaign.creatives.length ? w.allThere(channel) : w.nothing)]),
        button(needed ? w.upload : open, to.pages.campaign(campaign.campaignId)),
        quiet(w.ask(channel)),
      ],
    }
  },
  (is) => [
    { facts: is.campaign.accepted, to: is.buyer },
    { variant: 'all-there', facts: is.campaign.allThere, to: is.buyer },
  ],
)
