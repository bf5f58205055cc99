import type { OnboardingStatus } from '../gen/operations.js'

interface Asked {
  /** Whoever was asked. */
  name: string
  /** Whether that is the reader. */
  mine: boolean
  submittedAt: string | null
  /** Whether the work that it was for is done. */
  done: boolean
}

/** What is expected of whom, by the state of a form. */
export const expectations: Record<OnboardingStatus, (asked: Asked) => string> = {
  REQUESTED: ({ name, mine }) =>
    mine ? 'The form is yours to fill in.' : `${name} has the form and has not begun.`,
  DRAFT: ({ name, mine }) =>
    mine
      ? 'You have begun; submit it when it is complete.'
      : `The form is begun and not submitted yet. ${name} has it.`,
  SUBMITTED: ({ submittedAt }) =>
    `${submittedAt ? `Submitted on ${submittedAt}` : 'Submitted'}. Our team checks it next.`,
  IN_REVIEW: () => 'Somebody of our team is looking at it.',
  CHANGES_REQUESTED: ({ name, mine }) =>
    mine ? 'Something on it needs another look from you.' : `${name} was asked to change something on it.`,
  APPROVED: ({ done }) =>
    done ? 'It was approved, and the work is done.' : 'It is approved, and our team has the work.',
  WAIVED: ({ done }) =>
    done ? 'It was not needed, and the work is done.' : 'It is not needed after all; our team has the work.',
  VOID: () => 'The order has ended, so the form has, too.',
}

/** Words of choosing who is asked. */
export const recipientWords = {
  fill: 'Fill in the form',
  goOn: 'Go on with the form',
  mend: 'See what to change',
  fillFor: (name: string) => `Fill it in for ${name}`,
  look: 'See the form',
  again: 'Send it again',
  sent: (name: string) => `Sent to ${name} again. Earlier links no longer open the form.`,
  change: 'Ask somebody else',
  changed: (name: string) => `${name} is asked now. Earlier links no longer open the form.`,
  reopened: 'Asked for once more',
  dialog: 'Who shall fill in the form?',
  lead: (name: string) =>
    `${name} was asked so far. What was filled in stays; the links mailed before end at once.`,
  side: 'At',
  person: 'Person',
  personHelp: 'We mail the form to this person’s own address, never to a business address.',
  none: 'There is nobody else here yet.',
  send: 'Ask this person',
}
