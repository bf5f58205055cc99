import { button, facts, heading, list, paragraph, quiet } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { OnboardingFacts } from '../facts.js'

/** To the line's recipient, with a link, and to who placed the order, for their knowledge: every issue at its field. */
export const onboardingChangesRequested = email<OnboardingFacts>(
  'onboarding-changes-requested',
  (document, to) => {
    const { changes: w, reminder } = to.words.onboarding
    const { common } = to.words
    const [toAsked, toOthers] = document.reopened
      ? [w.introReopened, w.introReopenedCopy]
      : [w.intro, w.introCopy]
    const asked = to.id === document.recipientId
    const answer = [
      paragraph(document.revision === null ? reminder.kept : w.kept),
      button(w.open, to.pages.onboardingLink),
      quiet(common.ownLinkRenewed),
    ]
    return {
      subject: w.subject(document.service),
      preheader: w.preheader(document.issues.length),
      why: asked ? common.why.recipient : common.why.buyer,
      blocks: [
        heading(document.reopened ? w.headingReopened : w.heading),
        to.hello,
        paragraph(asked ? toAsked(document.service) : toOthers(document.service, document.recipient)),
        list(document.issues.map((issue) => ({ about: issue.about ?? w.whole, text: issue.note }))),
        facts([
          [common.order, document.number],
          [common.forWhom, document.beneficiary],
        ]),
        ...(asked ? answer : [button(common.openOrder, to.pages.order(document.orderId))]),
      ],
    }
  },
  (is) => [
    { facts: is.document, to: is.client },
    { variant: 'copy', facts: is.document, to: is.buyer },
    { variant: 'reopened', facts: { ...is.document, reopened: true }, to: is.client },
    { variant: 'reopened-copy', facts: { ...is.document, reopened: true }, to: is.buyer },
  ],
)
