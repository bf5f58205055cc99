/** Why a text did not arrive, in our words: the provider's own are for people of ours. */
export const textCauses = {
  NO_SUCH_NUMBER: 'There is no such number.',
  CANNOT_TAKE_TEXTS: 'The number takes no texts: it may be a landline.',
  OUT_OF_REACH: 'The phone was off or out of reach for too long.',
  REGION_NOT_ALLOWED: 'Our account does not send to this country.',
  BLOCKED: 'The phone company refused to pass it on.',
  OPTED_OUT: 'Its recipient wants no texts.',
  TOO_LATE: 'It could not be sent in time.',
  OVERTAKEN: 'Something happened since that leaves it without use.',
  LINK_ENDED: 'What its link would open has ended.',
  NOT_SET_UP: 'No provider of texts is set up.',
  REFUSED: 'The provider refused it.',
  UNKNOWN: 'The phone company did not say why.',
} as const

export type TextCause = keyof typeof textCauses
