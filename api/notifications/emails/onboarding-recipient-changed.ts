import { heading, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { OnboardingFacts } from '../facts.js'

/** To whoever was asked before: somebody else answers now. */
export const onboardingRecipientChanged = email<OnboardingFacts>(
  'onboarding-recipient-changed',
  (document, to) => {
    const { recipientChanged: w } = to.words.onboarding
    return {
      subject: w.subject(document.service),
      preheader: w.preheader,
      why: to.words.common.why.formerRecipient,
      blocks: [heading(w.heading), to.hello, paragraph(w.intro(document.service))],
    }
  },
  (is) => [{ facts: is.document, to: is.client }],
)
