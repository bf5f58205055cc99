import { button, facts, heading, paragraph } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { OnboardingFacts } from '../facts.js'

/** To the line's recipient and who placed the order: all is well, the work goes to the team. */
export const onboardingApproved = email<OnboardingFacts>(
  'onboarding-approved',
  (document, to) => {
    const { approved: w } = to.words.onboarding
    const { common } = to.words
    const placed = to.id === document.placedById
    return {
      subject: w.subject(document.service),
      preheader: w.preheader,
      why: placed ? common.why.buyer : common.why.recipient,
      blocks: [
        heading(w.heading),
        to.hello,
        paragraph(w.intro(document.service)),
        facts([
          [common.order, document.number],
          [common.forWhom, document.beneficiary],
          [w.approvedAt, to.when(document.at)],
        ]),
        paragraph(placed ? w.none : w.noneRecipient),
        ...(placed ? [button(common.openOrder, to.pages.order(document.orderId))] : []),
      ],
    }
  },
  (is) => [
    { facts: is.document, to: is.buyer },
    { variant: 'recipient', facts: is.document, to: is.client },
  ],
)
