import { button, heading, paragraph, quiet } from '../../platform/mailer/content.js'
import { saying } from '../campaign-blocks.js'
import type { PayoutAccountFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To the channel's owners: their account for payouts was suspended, why, and what that means. */
export const payoutAccountSuspended = email<PayoutAccountFacts>(
  'payout-account-suspended',
  (account, to) => {
    const { payoutAccount: w } = to.words.completion
    const { channel, reason } = account
    return {
      subject: w.subject(channel),
      preheader: w.preheader,
      why: to.words.common.why.channel,
      blocks: [
        heading(w.heading),
        to.hello,
        ...saying(reason, w.intro(channel), w.introSilent(channel)),
        paragraph(w.means),
        button(w.open, to.pages.payoutAccount),
        quiet(w.mend),
      ],
    }
  },
  (is) => [{ facts: is.campaign.payoutAccount, to: is.channel }],
)
