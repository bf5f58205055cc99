import { button, heading, paragraph, quiet } from '../../platform/mailer/content.js'
import { campaignRows, isBuyer } from '../campaign-blocks.js'
import type { ProposalFacts } from '../campaign-facts.js'
import { email } from '../email.js'
import { moneyRows, moneyTold } from '../money-rows.js'

/** To both sides: the proposal to end the campaign was agreed to, refused, lapsed, or was overtaken by its completion. */
export const cancellationAnswered = email<ProposalFacts>(
  'cancellation-answered',
  (campaign, to) => {
    const { answered: w } = to.words.agreements
    const { common, campaigns } = to.words
    const answer = campaign.answer ?? 'LAPSED'
    const agreed = answer === 'AGREED'
    const buying = isBuyer(campaign, to)
    const [by, other] =
      campaign.proposedBy === 'BUYER'
        ? [campaign.buyer, campaign.channel]
        : [campaign.channel, campaign.buyer]
    return {
      subject: w.subject[answer](campaign.number),
      preheader: w.preheader[answer],
      why: buying ? common.why.buyer : common.why.channel,
      blocks: [
        heading(w.heading[answer]),
        to.hello,
        paragraph(w.intro[answer](by, other, campaign.package)),
        campaignRows(campaign, to, ...(agreed ? moneyRows(campaign, to) : [])),
        ...(agreed ? moneyTold(campaign, to) : []),
        button(campaigns.open, to.pages.campaign(campaign.campaignId)),
        ...(agreed ? [] : [quiet(w.talk)]),
      ],
    }
  },
  (is) => [
    { facts: { ...is.campaign.proposal, answer: 'AGREED' }, to: is.buyer },
    { variant: 'agreed-channel', facts: { ...is.campaign.proposal, answer: 'AGREED' }, to: is.channel },
    { variant: 'refused', facts: { ...is.campaign.proposal, answer: 'REFUSED' }, to: is.channel },
    { variant: 'lapsed', facts: { ...is.campaign.proposal, answer: 'LAPSED' }, to: is.buyer },
    { variant: 'overtaken', facts: { ...is.campaign.proposal, answer: 'OVERTAKEN' }, to: is.channel },
  ],
)
