import { button, heading, paragraph } from '../../platform/mailer/content.js'
import { campaignRows } from '../campaign-blocks.js'
import type { DisputeFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To those of the team who may decide, 20, 25 and 29 days after it was opened: it ends by itself soon. */
export const disputeUndecided = email<DisputeFacts>(
  'dispute-undecided',
  (dispute, to) => {
    const { undecided: w, facts: f, open } = to.words.disputes
    const until = to.when(dispute.fallbackAt)
    return {
      subject: w.subject(dispute.number, to.day(dispute.fallbackAt)),
      preheader: w.preheader,
      why: to.words.common.why.team,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(until)),
        campaignRows(dispute, to, [f.held, to.amount(dispute.held)], [f.until, until]),
        paragraph(w.todo),
        button(open, to.pages.team.dispute(dispute.disputeId)),
      ],
    }
  },
  (is) => [{ facts: is.dispute.opened, to: is.admin }],
)
