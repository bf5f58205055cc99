import { button, heading, link, paragraph } from '../../platform/mailer/content.js'
import { campaignRows, isBuyer } from '../campaign-blocks.js'
import type { ReleaseFacts } from '../campaign-facts.js'
import { email, type Reader, type Written } from '../email.js'

/** To who placed the order, once the money is released; to the channel, once it is on its way to them. */
export const fundsReleased = email<ReleaseFacts>(
  'funds-released',
  (campaign, to) => (isBuyer(campaign, to) ? toBuyer(campaign, to) : toChannel(campaign, to)),
  (is) => [
    { facts: is.campaign.released, to: is.buyer },
    { variant: 'by-itself', facts: { ...is.campaign.released, byHand: false }, to: is.buyer },
    { variant: 'channel', facts: is.campaign.released, to: is.channel },
  ],
)

function toBuyer(campaign: ReleaseFacts, to: Reader): Written {
  const { released: w, completed } = to.words.completion
  const { campaigns, common } = to.words
  const { channel, number } = campaign
  const amount = to.amount(campaign.released)
  return {
    subject: w.subject(number, channel),
    preheader: w.preheader,
    why: common.why.buyer,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(campaign.byHand ? w.byHand(amount, channel) : w.byItself(amount, channel)),
      campaignRows(campaign, to, [w.releasedAt, to.when(campaign.at)]),
      button(campaigns.open, to.pages.campaign(campaign.campaignId)),
      paragraph(w.reorder(channel)),
      link(completed.reorderOpen, to.pages.reorder(campaign.orderId)),
    ],
  }
}

function toChannel(campaign: ReleaseFacts, to: Reader): Written {
  const { released: w } = to.words.completion
  const { campaigns, common } = to.words
  const net = to.amount(campaign.net)
  return {
    subject: w.channelSubject(campaign.number, net),
    preheader: w.channelPreheader,
    why: common.why.channel,
    blocks: [
      heading(w.channelHeading),
      to.hello,
      paragraph(w.channelIntro(net, campaign.buyer)),
      campaignRows(
        campaign,
        to,
        [w.gross, to.amount(campaign.released)],
        [campaigns.facts.fee, campaign.releaseFee.amount ? to.amount(campaign.releaseFee) : null],
        [campaigns.facts.payout, net],
        [w.sentAt, to.when(campaign.at)],
      ),
      button(campaigns.open, to.pages.campaign(campaign.campaignId)),
    ],
  }
}
