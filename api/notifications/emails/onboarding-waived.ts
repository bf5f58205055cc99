import { button, facts, heading, paragraph, quote } from '../../platform/mailer/content.js'
import { email } from '../email.js'
import type { OnboardingFacts } from '../facts.js'

/** To the line's recipient and who placed the order: we do without the document, and the work begins. */
export const onboardingWaived = email<OnboardingFacts>(
  'onboarding-waived',
  (document, to) => {
    const { waived: w } = to.words.onboarding
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
        ...(document.waivedReason === null ? [] : [paragraph(w.reason), quote(document.waivedReason)]),
        facts([
          [common.order, document.number],
          [common.forWhom, document.beneficiary],
          [w.waivedAt, to.when(document.at)],
        ]),
        paragraph(placed ? w.none : w.noneRecipient),
        ...(placed ? [button(common.openOrder, to.pages.order(document.orderId))] : []),
      ],
    }
  },
  (is) => [
    { facts: { ...is.document, waivedReason: is.texts.waived }, to: is.buyer },
    { variant: 'recipient', facts: { ...is.document, waivedReason: is.texts.waived }, to: is.client },
  ],
)
