import { button, facts, heading, list, paragraph, quiet, subheading } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { OnboardingFacts } from '../facts.js'

/** To the line's recipient: the form is still open, or still to be changed; with a fresh link. */
export const onboardingReminder = email<OnboardingFacts>(
  'onboarding-reminder',
  (document, to) => {
    const { reminder: w, changes, request } = to.words.onboarding
    const { common } = to.words
    const since = to.day(document.askedAt)
    const points = document.sentBack
      ? document.issues.map((issue) => ({ about: issue.about ?? changes.whole, text: issue.note }))
      : document.requiredFiles.map((text) => ({ text }))
    return {
      subject: w.subject(document.service),
      preheader: w.preheader,
      why: common.why.recipient,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(
          document.sentBack ? w.introChanges(document.service, since) : w.intro(document.service, since),
        ),
        ...(points.length && !document.sentBack ? [subheading(request.files)] : []),
        ...(points.length ? [list(points)] : []),
        facts([
          [common.order, document.number],
          [common.forWhom, document.beneficiary],
        ]),
        paragraph(w.kept),
        button(w.open, to.pages.onboardingLink),
        quiet(common.ownLinkRenewed),
      ],
    }
  },
  (is) => [
    { facts: is.document, to: is.client },
    { variant: 'changes', facts: { ...is.document, sentBack: true }, to: is.client },
  ],
)
