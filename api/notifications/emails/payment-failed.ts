import { button, facts, heading, paragraph, quiet } from '../../platform/mailer/content.js'
import { campaignRows, isBuyer } from '../campaign-blocks.js'
import type { CampaignFacts } from '../campaign-facts.js'
import { email, type Reader, type Written } from '../email.js'
import type { RefusedFacts } from '../facts.js'

/**
 * To who placed the order: the payment was refused, nothing was taken, until when it can be tried again. Of a campaign that
 * was accepted also to the channel, who wait with the work.
 */
export const paymentFailed = email<RefusedFacts>(
  'payment-failed',
  (order, to) => {
    const { campaign } = order
    if (!campaign) return atCheckout(order, to)
    return isBuyer(campaign, to) ? toBuyer(order, campaign, to) : toChannel(campaign, to)
  },
  (is) => [
    { facts: { ...is.money, amount: is.order.total }, to: is.buyer },
    { variant: 'campaign', facts: is.campaign.refused, to: is.buyer },
    { variant: 'channel', facts: is.campaign.refused, to: is.channel },
  ],
)

function atCheckout(order: RefusedFacts, to: Reader): Written {
  const { paymentFailed: w } = to.words.orders
  const { common } = to.words
  return {
    subject: w.subject(order.number),
    preheader: w.preheader,
    why: common.why.buyer,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(w.intro),
      facts([
        [common.order, order.number],
        [common.forWhom, order.beneficiary],
        [w.amount, to.amount(order.amount)],
        [w.reason, order.reason],
        [w.payBy, order.payBy && to.when(order.payBy)],
      ]),
      button(w.tryAgain, to.pages.pay(order.orderId)),
      ...(order.payBy ? [quiet(w.after(to.when(order.payBy)))] : []),
    ],
  }
}

function toBuyer(order: RefusedFacts, campaign: CampaignFacts, to: Reader): Written {
  const { captureFailed: w } = to.words.agreements
  const { paymentFailed: f } = to.words.orders
  const until = to.when(campaign.payAgainBy ?? campaign.at)
  return {
    subject: w.subject(order.number),
    preheader: w.preheader,
    why: to.words.common.why.buyer,
    blocks: [
      heading(w.heading),
      to.hello,
      paragraph(w.intro(campaign.channel, campaign.package)),
      campaignRows(
        campaign,
        to,
        [f.amount, to.amount(order.amount)],
        [f.reason, order.reason],
        [w.payBy, until],
      ),
      button(w.pay, to.pages.campaign(campaign.campaignId)),
      quiet(w.after(until)),
    ],
  }
}

function toChannel(campaign: CampaignFacts, to: Reader): Written {
  const { captureFailed: w } = to.words.agreements
  const { common, campaigns } = to.words
  const until = to.when(campaign.payAgainBy ?? campaign.at)
  return {
    subject: w.channelSubject(campaign.number, campaign.buyer),
    preheader: w.channelPreheader,
    why: common.why.channel,
    blocks: [
      heading(w.channelHeading),
      to.hello,
      paragraph(w.channelIntro(campaign.buyer, campaign.package, until)),
      campaignRows(campaign, to),
      paragraph(w.channelNext),
      button(campaigns.open, to.pages.campaign(campaign.campaignId)),
    ],
  }
}
