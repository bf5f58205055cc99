import type { AppointmentPageFragment } from '../gen/documents.js'
import type { Offer } from '../verbs/OfferButton.js'

/** What the API offers of a verb; nothing where it does not fit the state, so that its button is not drawn at all. */
export function offerOf(
  { availableActions }: Pick<AppointmentPageFragment, 'availableActions'>,
  verb: string,
): Offer | undefined {
  const offer = availableActions.find(({ name }) => name === verb)
  const isOut = offer?.refusal === 'INVALID_TRANSITION' || offer?.refusal === 'FORBIDDEN'
  return isOut ? undefined : offer
}
