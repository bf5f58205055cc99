import { button, facts, heading, paragraph, quiet } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { OnboardingFacts } from '../facts.js'

/** To the line's recipient, at the same address as ever: a link in place of one that was used. */
export const freshOnboardingLink = email<OnboardingFacts>(
  'fresh-onboarding-link',
  (document, to) => {
    const { freshLink: w } = to.words.onboarding
    const { common } = to.words
    return {
      subject: w.subject(document.service),
      preheader: w.preheader,
      why: common.why.recipient,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(document.service)),
        button(w.open, to.pages.onboardingLink),
        facts([
          [common.order, document.number],
          [common.forWhom, document.beneficiary],
        ]),
        quiet(common.ownLinkRenewed),
      ],
    }
  },
  (is) => [{ facts: is.document, to: is.client }],
)
