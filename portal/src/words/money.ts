import type { FreezeCause, FundsState, OperationKind, OperationState } from '../gen/operations.js'

/** One charge or refund, as the words for it need it. */
interface Went {
  when: string
  /** Why the payment provider refused, in its words. */
  failure: string | null
  /** When it is tried again by itself. */
  nextTry: string | null
  /** Whether a newer try has taken its place. */
  replaced: boolean
  /** Whether it was not sent, since the buyer's bank has given the money back. */
  byBank: boolean
}

/** Of a refund or release that was called off: the buyer's bank took the money back. */
export const isByBank = ({ failureCode }: { failureCode: string | null }): boolean =>
  failureCode === 'charged_back'

const because = ({ failure }: Went): string => (failure ? ` (${failure.replace(/\.$/, '')})` : '')

type Say = Record<OperationState, (went: Went) => string>

/** How a payment went. */
const chargeWords: Say = {
  REQUESTED: () => 'About to be sent.',
  SENT: () => 'Sent; we wait for the payment provider’s answer.',
  SUCCEEDED: ({ when }) => `Paid on ${when}.`,
  FAILED: (went) => `Refused on ${went.when}${because(went)}. Nothing was taken.`,
  UNKNOWN: () => 'No answer yet; we are asking the payment provider.',
}

/** How far setting the money aside is: it stays at the buyer's bank. */
const authoriseWords: Say = {
  ...chargeWords,
  SUCCEEDED: ({ when }) => `Set aside at your bank on ${when}; nothing was taken.`,
  FAILED: (went) => `Refused on ${went.when}${because(went)}. Nothing was set aside.`,
}

/** How far taking it in is, after the channel has accepted. */
const captureWords: Say = { ...chargeWords, SUCCEEDED: ({ when }) => `Taken in on ${when}, and held.` }

/** How far letting it go is. */
const voidWords: Say = {
  ...chargeWords,
  SUCCEEDED: ({ when }) => `Let go on ${when}; nothing was taken.`,
  FAILED: (went) => refusedText(went),
}

/** How a refund went, or how it goes on. */
const refundWords: Say = {
  REQUESTED: ({ when }) => `Asked for on ${when}; it is about to go out.`,
  SENT: ({ when }) => `Asked for on ${when}; it is on its way back to you.`,
  SUCCEEDED: ({ when }) => `Back with you since ${when}.`,
  FAILED: (went) => (went.byBank ? 'Not sent: your bank has given you this money back.' : refusedText(went)),
  UNKNOWN: () => 'No answer yet from the payment provider; we are asking, and nothing is lost.',
}

function refusedText(went: Went): string {
  const refused = `Refused by the payment provider on ${went.when}${because(went)}.`
  if (went.replaced) return `${refused} We tried again.`
  return went.nextTry
    ? `${refused} We try again on ${went.nextTry}; you need not do anything.`
    : `${refused} Our finance team sees to it; you need not do anything.`
}

/** What each kind of movement is called, and how it went. What goes to a channel is not the buyer's to see. */
export const operationWords: Record<OperationKind, { name: string; went: Say }> = {
  CHARGE: { name: 'Payment', went: chargeWords },
  AUTHORISE: { name: 'Setting it aside', went: authoriseWords },
  CAPTURE: { name: 'Taking it in', went: captureWords },
  VOID: { name: 'Letting it go', went: voidWords },
  REFUND: { name: 'Refund', went: refundWords },
  RELEASE: { name: 'Release', went: chargeWords },
}

/** What became of money that has all moved on. */
export const settledWords = {
  back: 'All of it went back to you',
  byBank: 'Your bank has given it back to you',
  part: 'A part went back to you; the rest was for the work',
  ours: 'Settled: it was for the work, which is done',
  notTaken: 'Set aside at your bank, but taking it in was refused',
  released: 'Released to the channel',
  shared: 'A part went back to you; the rest was released to the channel',
}

/** Where a campaign's money is; what is said of every order's money holds for the rest. */
export const campaignFunds: Partial<Record<FundsState, string>> = {
  AUTHORISED: 'Set aside at your bank. It is taken only if the channel accepts',
  CAPTURING: 'The channel has accepted; the money is being taken in',
  HELD: 'Paid, and held until the campaign is done',
  VOIDED: 'Let go again; nothing was taken',
}

const frozenUntil: Record<FreezeCause, string> = {
  DISPUTE: 'the dispute is decided',
  CHARGEBACK: 'we have settled with your bank, which wants the payment back',
}

/** What frozen money waits for. */
export const frozenText = (causes: readonly FreezeCause[]): string =>
  `Held; nothing moves until ${causes.map((cause) => frozenUntil[cause]).join(', and until ')}`

/** Words of a refund that did not go through, so far. */
export const refusedWords = {
  title: 'Your money has not come back yet',
  voidTitle: 'The money set aside was not let go yet',
  text: 'The payment provider did not take our refund. We see to it until it is with you; you need not do anything.',
}
