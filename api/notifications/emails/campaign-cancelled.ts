import { type Block, button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows, isBuyer, saying } from '../campaign-blocks.js'
import type { EndedFacts } from '../campaign-facts.js'
import { email, type Reader } from '../email.js'
import { moneyRows, moneyTold } from '../money-rows.js'

/** To both sides: we have ended the campaign, or it was not paid again in time. */
export const campaignCancelled = email<EndedFacts>(
  'campaign-cancelled',
  (campaign, to) => {
    const { cancelled: w } = to.words.agreements
    const { common, campaigns } = to.words
    const buying = isBuyer(campaign, to)
    return {
      subject: w.subject(campaign.number),
      preheader: w.preheader,
      why: buying ? common.why.buyer : common.why.channel,
      blocks: [
        heading(w.heading),
        to.hello,
        ...why(campaign, to),
        campaignRows(campaign, to, ...moneyRows(campaign, to), [w.cancelledAt, to.when(campaign.at)]),
        ...(buying ? [] : [paragraph(w.stop)]),
        ...moneyTold(campaign, to),
        button(campaigns.open, to.pages.campaign(campaign.campaignId)),
      ],
    }
  },
  (is) => [
    { facts: is.campaign.ended, to: is.buyer },
    { variant: 'channel', facts: is.campaign.ended, to: is.channel },
    { variant: 'unpaid', facts: is.campaign.unpaid, to: is.buyer },
    { variant: 'unpaid-channel', facts: is.campaign.unpaid, to: is.channel },
  ],
)

function why(campaign: EndedFacts, to: Reader): Block[] {
  const { cancelled: w } = to.words.agreements
  const { package: pkg, buyer, reason, how } = campaign
  if (how === 'US') return saying(reason, w.byUs(pkg), w.byUsSilent(pkg))
  const until = to.when(campaign.payAgainBy ?? campaign.at)
  return [paragraph(isBuyer(campaign, to) ? w.unpaid(pkg, until) : w.unpaidChannel(pkg, until, buyer))]
}
