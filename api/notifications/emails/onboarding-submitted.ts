import { button, facts, heading, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { OnboardingFacts } from '../facts.js'

/** To the admin team: a document came in and waits to be verified. */
export const onboardingSubmitted = email<OnboardingFacts>(
  'onboarding-submitted',
  (document, to) => {
    const { submitted: w } = to.words.onboarding
    const { common } = to.words
    const again = (document.revision ?? 1) > 1
    return {
      subject: w.subject(document.service, document.beneficiary),
      preheader: w.preheader(document.number),
      why: common.why.team,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(again ? `${w.intro} ${w.again}` : w.intro),
        facts([
          [common.order, document.number],
          [common.service, document.service],
          [common.forWhom, document.beneficiary],
          [w.submittedAt, to.when(document.at)],
          [w.revision, again ? String(document.revision) : null],
        ]),
        button(w.open, to.pages.team.onboarding(document.documentId)),
      ],
    }
  },
  (is) => [{ facts: is.document, to: is.admin }],
)
