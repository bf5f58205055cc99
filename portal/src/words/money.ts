import type { OperationState } from '../gen/operations.js'

/** One charge or refund, as the words for it need it. */
interface Went {
  when: string
  /** Why the payment provider refused, in its words. */
  failure: string | null
  /** When it is tried again by itself. */
  nextTry: string | null
  /** Whether a newer try has taken its place. */
  replaced: boolean
}

const because = ({ failure }: Went): string => (failure ? ` (${failure.replace(/\.$/, '')})` : '')

/** How a payment went. */
export const chargeWords: Record<OperationState, (went: Went) => string> = {
  REQUESTED: () => 'About to be sent.',
  SENT: () => 'Sent; we wait for the payment provider’s answer.',
  SUCCEEDED: ({ when }) => `Paid on ${when}.`,
  FAILED: (went) => `Refused on ${went.when}${because(went)}. Nothing was taken.`,
  UNKNOWN: () => 'No answer yet; we are asking the payment provider.',
}

/** How a refund went, or how it goes on. */
export const refundWords: Record<OperationState, (went: Went) => string> = {
  REQUESTED: ({ when }) => `Asked for on ${when}; it is about to go out.`,
  SENT: ({ when }) => `Asked for on ${when}; it is on its way back to you.`,
  SUCCEEDED: ({ when }) => `Back with you since ${when}.`,
  FAILED: (went) =>
    went.replaced
      ? `Refused by the payment provider on ${went.when}${because(went)}. We tried again.`
      : `Refused by the payment provider on ${went.when}${because(went)}. ${
          went.nextTry
            ? `We try again on ${went.nextTry}; you need not do anything.`
            : 'Our finance team sees to it; you need not do anything.'
        }`,
  UNKNOWN: () => 'No answer yet from the payment provider; we are asking, and nothing is lost.',
}

/** What became of money that has all moved on. */
export const settledWords = {
  back: 'All of it went back to you',
  part: 'A part went back to you; the rest was for the work',
  ours: 'Settled: it was for the work, which is done',
}

/** Words of a refund that did not go through, so far. */
export const refusedWords = {
  title: 'Your money has not come back yet',
  text: 'The payment provider did not take our refund. We see to it until it is with you; you need not do anything.',
}

export const operationNames = { charge: 'Payment', refund: 'Refund' }
