import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows, isBuyer } from '../campaign-blocks.js'
import type { CampaignFacts } from '../campaign-facts.js'
import { email, type Reader, type Written } from '../email.js'

/** To both sides: the channel did not answer in time. */
export const campaignExpired = email<CampaignFacts>(
  'campaign-expired',
  (campaign, to) => (isBuyer(campaign, to) ? toBuyer(campaign, to) : toChannel(campaign, to)),
  (is) => [
    { facts: is.campaign.offer, to: is.buyer },
    { variant: 'channel', facts: is.campaign.offer, to: is.channel },
  ],
)

function toBuyer(campaign: CampaignFacts, to: Reader): Written {
  const { expired: w, declined, facts: f } = to.words.campaigns
  const { channel, number } = campaign
  return {
    subject: w.subject(number, channel),
    preheader: w.preheader,
    why: to.words.common.why.buyer,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(w.intro(channel, campaign.package, to.when(campaign.acceptBy))),
      campaignRows(campaign, to, [f.price, to.amount(campaign.price)]),
      paragraph(declined.money(to.amount(campaign.price))),
      button(declined.other, to.pages.catalogue),
    ],
  }
}

function toChannel(campaign: CampaignFacts, to: Reader): Written {
  const { expired: w, open } = to.words.campaigns
  const { buyer, number } = campaign
  return {
    subject: w.channelSubject(number, buyer),
    preheader: w.channelPreheader,
    why: to.words.common.why.channel,
    blocks: [
      heading(w.channelHeading),
      to.hello,
      paragraph(w.channelIntro(buyer, campaign.package, to.when(campaign.acceptBy))),
      campaignRows(campaign, to),
      paragraph(w.channelNext),
      button(open, to.pages.campaign(campaign.campaignId)),
    ],
  }
}
