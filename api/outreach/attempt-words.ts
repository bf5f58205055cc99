/** How our team tried to reach somebody. */
export const attemptKinds = {
  CALL: 'A telephone call.',
  TEXT: 'A text message.',
  MAIL: 'A mail.',
} as const

export type AttemptKind = keyof typeof attemptKinds

/** What came of an attempt. */
export const attemptOutcomes = {
  NO_ANSWER: 'Nobody answered.',
  BUSY: 'The line was busy.',
  VOICEMAIL: 'A message was left.',
  WRONG_NUMBER: 'The number is somebody else’s, or nobody’s.',
  CALL_BACK: 'They asked to be called again, or will call.',
  TALKED: 'They were talked to, without a time yet.',
  SENT: 'A text or a mail is on its way.',
} as const

export type AttemptOutcome = keyof typeof attemptOutcomes

/** Outcomes after which somebody was reached: to say that we could not reach them would not be true. */
export const REACHED: readonly AttemptOutcome[] = ['CALL_BACK', 'TALKED']

/** What became of a text or a mail; each is better known than what stands before it. */
export const attemptDeliveries = {
  QUEUED: 'About to be sent.',
  WAITING_FOR_MORNING: 'It is night where they are: sent in their morning.',
  SENT: 'On its way.',
  FAILED: 'It did not arrive.',
  REFUSED_OPTED_OUT: 'Not sent: they asked for no texts.',
  DELIVERED: 'It arrived.',
} as const

export type AttemptDelivery = keyof typeof attemptDeliveries

const RANK: Readonly<Record<AttemptDelivery, number>> = {
  QUEUED: 0,
  WAITING_FOR_MORNING: 1,
  SENT: 2,
  FAILED: 3,
  REFUSED_OPTED_OUT: 3,
  DELIVERED: 4,
}

/** Whether a report is news: a late one never overwrites a better one. */
export function isBetter(reported: AttemptDelivery, known: AttemptDelivery): boolean {
  return RANK[reported] > RANK[known]
}

/** Who proposes a time. */
export const appointmentSides = {
  BUYER: 'The buyer.',
  US: 'Our team.',
} as const

export type AppointmentSide = keyof typeof appointmentSides
