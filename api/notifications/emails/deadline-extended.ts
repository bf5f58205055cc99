import { button, heading, paragraph, quote } from '../../platform/mailer/content.js'
import { campaignRows, isBuyer } from '../campaign-blocks.js'
import type { ExtensionFacts } from '../campaign-facts.js'
import { email, type Reader } from '../email.js'

/** To both sides: our team has moved a deadline, whose, until when and why. */
export const deadlineExtended = email<ExtensionFacts>(
  'deadline-extended',
  (campaign, to) => {
    const { extended: w } = to.words.agreements
    const { common, campaigns } = to.words
    const until = to.when(campaign.until)
    return {
      subject: w.subject(campaign.number),
      preheader: w.preheader(until),
      why: isBuyer(campaign, to) ? common.why.buyer : common.why.channel,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(whose(campaign, to)),
        ...(campaign.reason === null ? [] : [paragraph(w.reason), quote(campaign.reason)]),
        campaignRows(campaign, to, [w.until, until]),
        button(campaigns.open, to.pages.campaign(campaign.campaignId)),
      ],
    }
  },
  (is) => [
    { facts: is.campaign.moreTimeToAccept, to: is.channel },
    { variant: 'acceptance-buyer', facts: is.campaign.moreTimeToAccept, to: is.buyer },
    { variant: 'release', facts: is.campaign.moreTimeToCheck, to: is.buyer },
    { variant: 'release-channel', facts: is.campaign.moreTimeToCheck, to: is.channel },
  ],
)

function whose(campaign: ExtensionFacts, to: Reader): string {
  const { extended: w } = to.words.agreements
  const until = to.when(campaign.until)
  const buying = isBuyer(campaign, to)
  if (campaign.deadline === 'ACCEPTANCE')
    return buying ? w.acceptance(campaign.channel, until) : w.acceptanceYou(until)
  return buying ? w.releaseYou(until) : w.release(campaign.buyer, until)
}
