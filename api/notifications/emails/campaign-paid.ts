import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows, isBuyer } from '../campaign-blocks.js'
import type { CampaignFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To both sides: after a payment that was refused the money is there, and the campaign goes on. */
export const campaignPaid = email<CampaignFacts>(
  'campaign-paid',
  (campaign, to) => {
    const { paid: w } = to.words.agreements
    const { common, campaigns } = to.words
    const buying = isBuyer(campaign, to)
    return {
      subject: w.subject(campaign.number),
      preheader: w.preheader,
      why: buying ? common.why.buyer : common.why.channel,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(
          buying
            ? w.buyer(to.amount(campaign.price), campaign.channel)
            : w.channel(campaign.buyer, campaign.package),
        ),
        campaignRows(campaign, to, [w.paidAt, to.when(campaign.at)]),
        button(campaigns.open, to.pages.campaign(campaign.campaignId)),
      ],
    }
  },
  (is) => [
    { facts: is.campaign.paid, to: is.buyer },
    { variant: 'channel', facts: is.campaign.paid, to: is.channel },
  ],
)
