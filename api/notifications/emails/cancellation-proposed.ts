import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows, isBuyer, saying } from '../campaign-blocks.js'
import type { ProposalFacts } from '../campaign-facts.js'
import { email, type Reader, type Written } from '../email.js'

/** To the side that is asked whether the campaign is to end early, and a copy to the side that proposed it. */
export const cancellationProposed = email<ProposalFacts>(
  'cancellation-proposed',
  (campaign, to) => {
    const own = campaign.proposedBy === (isBuyer(campaign, to) ? 'BUYER' : 'CHANNEL')
    return own ? toProposer(campaign, to) : toAsked(campaign, to)
  },
  (is) => [
    { facts: is.campaign.proposal, to: is.buyer },
    { variant: 'copy', facts: is.campaign.proposal, to: is.channel },
    { variant: 'copy-colleague', facts: { ...is.campaign.proposal, byContacts: [] }, to: is.channel },
    { variant: 'channel', facts: is.campaign.buyersProposal, to: is.channel },
    { variant: 'buyer-copy', facts: is.campaign.buyersProposal, to: is.buyer },
  ],
)

function toAsked(campaign: ProposalFacts, to: Reader): Written {
  const { proposed: w } = to.words.agreements
  const { common } = to.words
  const buying = isBuyer(campaign, to)
  const by = buying ? campaign.channel : campaign.buyer
  const until = to.when(campaign.answerBy)
  return {
    subject: w.subject(campaign.number, by),
    preheader: w.preheader(until),
    why: buying ? common.why.buyer : common.why.channel,
    blocks: [
      heading(w.heading),
      to.hello,
      ...saying(campaign.reason, w.intro(by, campaign.package), w.introSilent(by, campaign.package)),
      campaignRows(campaign, to, ...split(campaign, to), [w.answerBy, until]),
      paragraph(w.asked(until)),
      button(w.answer, to.pages.campaign(campaign.campaignId)),
    ],
  }
}

function toProposer(campaign: ProposalFacts, to: Reader): Written {
  const { proposed: w } = to.words.agreements
  const { common, campaigns } = to.words
  const buying = isBuyer(campaign, to)
  const other = buying ? campaign.channel : campaign.buyer
  const until = to.when(campaign.answerBy)
  const person = campaign.byWhom
  const own = campaign.byContacts.includes(to.id)
  const intro = own ? w.copyIntroYou(other) : w.copyIntro(person ?? '', other)
  return {
    subject: w.copySubject(campaign.number),
    preheader: w.copyPreheader(until),
    why: buying ? common.why.buyer : common.why.channel,
    blocks: [
      heading(w.copyHeading),
      to.hello,
      ...saying(person === null ? null : campaign.reason, intro, w.copyIntroSilent(other)),
      campaignRows(campaign, to, ...split(campaign, to), [w.answerBy, until]),
      paragraph(w.copyNext(other, until)),
      button(campaigns.open, to.pages.campaign(campaign.campaignId)),
    ],
  }
}

/** What would become of the money. What the channel gets is for the channel alone. */
function split(campaign: ProposalFacts, to: Reader): [string, string][] {
  const { proposed: w } = to.words.agreements
  if (isBuyer(campaign, to)) return [[w.refundToYou, to.amount(campaign.refund)]]
  return [
    [w.refundTo(campaign.buyer), to.amount(campaign.refund)],
    [w.restToYou, to.amount(campaign.rest)],
  ]
}
