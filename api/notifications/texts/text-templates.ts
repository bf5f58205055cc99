/** The kinds of text: when each is sent, and in which states of its appointment it still says something. */
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
} as const satisfies Record<string, { readonly doc: string; readonly goesIn: readonly string[] }>

export type TextTemplate = keyof typeof appointmentTexts
