import { button, heading, paragraph } from '../../platform/mailer/content.js'
import type { PayoutAccountFacts } from '../campaign-facts.js'
import { email } from '../email.js'

/** To the channel's owners: their account for payouts works again. */
export const payoutAccountReinstated = email<PayoutAccountFacts>(
  'payout-account-reinstated',
  (account, to) => {
    const { payoutAccount: w } = to.words.completion
    return {
      subject: w.subjectBack(account.channel),
      preheader: w.preheaderBack,
      why: to.words.common.why.channel,
      blocks: [
        heading(w.headingBack),
        to.hello,
        paragraph(w.introBack(account.channel)),
        button(w.open, to.pages.payoutAccount),
      ],
    }
  },
  (is) => [{ facts: is.campaign.payoutAccount, to: is.channel }],
)
