/** One kind of text. */
export interface TextKind {
  readonly doc: string
  /** The states of its appointment in which it still says something. */
  readonly goesIn: readonly string[]
  /** Whether it goes to whoever was asked before somebody else is. */
  readonly toFormer?: true
}

/** The kinds of text. */
export const appointmentTexts = {
  'appointment-request': {
    doc: 'Asks the counterpart for a time, or whether another one suits.',
    goesIn: ['OUTREACH', 'FOLLOW_UP', 'UNREACHABLE'],
  },
  'appointment-unconfirmed': {
    doc: 'Tells the counterpart that we could not reach them, and asks for a time.',
    goesIn: ['OUTREACH', 'FOLLOW_UP', 'UNREACHABLE'],
  },
  'appointment-confirmed': { doc: 'Tells the counterpart which time was agreed.', goesIn: ['CONFIRMED'] },
  'appointment-changed': { doc: 'Tells the counterpart to which time it was moved.', goesIn: ['CONFIRMED'] },
  'appointment-reminder': {
    doc: 'Reminds the counterpart of an appointment that is near.',
    goesIn: ['CONFIRMED'],
  },
  'appointment-cancelled': {
    doc: 'Tells a counterpart who had heard of it that it was called off.',
    goesIn: ['CANCELLED'],
  },
  'appointment-no-longer-asked': {
    doc: 'Tells a counterpart who had heard of it that somebody else is asked instead.',
    goesIn: ['OUTREACH', 'FOLLOW_UP', 'CONFIRMED', 'UNREACHABLE', 'CANCELLED'],
    toFormer: true,
  },
} as const satisfies Record<string, TextKind>

export type TextTemplate = keyof typeof appointmentTexts
