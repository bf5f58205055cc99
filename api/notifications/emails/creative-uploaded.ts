import { button, heading, list, paragraph, subheading } from '../../platform/mailer/content.js'
import { campaignRows, missing, missingList } from '../campaign-blocks.js'
import type { UploadFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To the channel: what came in over a while, in one mail, and what is still missing. */
export const creativeUploaded = email<UploadFacts>(
  'creative-uploaded',
  (campaign, to) => {
    const { uploaded: w, facts: f } = to.words.campaigns
    const { uploads, number } = campaign
    return {
      subject: w.subject(number, uploads.length, campaign.package),
      preheader: w.preheader,
      why: to.words.common.why.channel,
      blocks: [
        heading(w.heading(uploads.length)),
        to.hello,
        paragraph(w.intro(campaign.buyer, campaign.package)),
        list(
          uploads.map(({ label, version, file }) => ({
            about: label,
            text: f.version(version ?? 1, file ?? ''),
          })),
        ),
        paragraph(w.todo(uploads.length)),
        ...(missing(campaign).length
          ? [subheading(w.missing), missingList(campaign, to)]
          : [paragraph(w.allThere)]),
        campaignRows(campaign, to),
        button(w.open, to.pages.campaign(campaign.campaignId)),
      ],
    }
  },
  (is) => [
    { facts: is.campaign.uploads, to: is.channel },
    { variant: 'last', facts: is.campaign.lastUpload, to: is.channel },
  ],
)
