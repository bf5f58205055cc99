/** Who may read an entry of the feed. */
export const visibilities = {
  STAFF: 'Our staff alone.',
  BUYER: 'The buyer and our staff.',
  PARTIES: 'The buyer, the beneficiary or the channel, and our staff.',
} as const

export type Visibility = keyof typeof visibilities

/** What somebody writes on a feed for. */
export const messageKinds = {
  MESSAGE: 'To tell something.',
  QUESTION: 'To ask something.',
  STATUS_REQUEST: 'To ask where the order stands: a card of its present state answers at once.',
} as const

export type MessageKind = keyof typeof messageKinds
