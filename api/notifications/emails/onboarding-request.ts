import { button, facts, heading, list, paragraph, quiet, subheading } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { OnboardingFacts } from '../facts.js'

/** To the line's recipient: what is needed, by which link, what happens then. */
export const onboardingRequest = email<OnboardingFacts>(
  'onboarding-request',
  (document, to) => {
    const { request: w } = to.words.onboarding
    const { common } = to.words
    const files = document.requiredFiles.map((text) => ({ text }))
    return {
      subject: w.subject(document.service),
      preheader: w.preheader(document.number),
      why: common.why.recipient,
      blocks: [
        heading(w.heading(document.service)),
        to.hello,
        paragraph(
          document.ownOrder ? w.introOwn(document.service) : w.intro(document.buyer, document.service),
        ),
        facts([
          [common.order, document.number],
          [common.service, document.service],
          [common.forWhom, document.beneficiary],
        ]),
        ...(files.length ? [subheading(w.files), list(files)] : []),
        paragraph(w.how),
        button(w.open, to.pages.onboardingLink),
        paragraph(w.afterwards),
        quiet(common.ownLinkRenewed),
      ],
    }
  },
  (is) => [
    { facts: is.document, to: is.client },
    { variant: 'own', facts: { ...is.document, ownOrder: true, recipientId: is.buyer.id }, to: is.buyer },
  ],
)
