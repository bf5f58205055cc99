import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows, saying } from '../campaign-blocks.js'
import type { CampaignFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To who placed the order: the channel does not take it on, why, and that nothing was charged. */
export const campaignDeclined = email<CampaignFacts>(
  'campaign-declined',
  (campaign, to) => {
    const { declined: w, facts: f } = to.words.campaigns
    const { channel, number, reason } = campaign
    return {
      subject: w.subject(number, channel),
      preheader: w.preheader,
      why: to.words.common.why.buyer,
      blocks: [
        heading(w.heading),
        to.hello,
        ...saying(reason, w.intro(channel, campaign.package), w.introSilent(channel, campaign.package)),
        campaignRows(campaign, to, [f.price, to.amount(campaign.price)]),
        paragraph(w.money(to.amount(campaign.price))),
        button(w.other, to.pages.catalogue),
      ],
    }
  },
  (is) => [{ facts: { ...is.campaign.offer, reason: is.texts.campaign.declined }, to: is.buyer }],
)
