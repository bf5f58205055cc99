import { fileSize, moment } from '../format/format.js'
import { Refused } from '../wire/refused.js'

type Say = (params: Record<string, unknown>) => string

/** Refusals in words for people; the API's own message speaks to developers. What is not here is said as it came. */
const SENTENCES: Record<string, Say> = {
  NOT_SIGNED_IN: () => 'Your session has ended. Please sign in again.',
  FORBIDDEN: () => 'You can see this, but this step is not yours to take.',
  NOT_FOUND: () => 'This is not there any more, or not yours to see.',
  INVALID_TRANSITION: () => 'Things have moved on meanwhile. The page shows how it stands now.',
  STALE_VERSION: () => 'Somebody changed this while you were looking. Please look again.',
  DEADLINE_PASSED: ({ deadlineAt }) =>
    typeof deadlineAt === 'string'
      ? `The time for this ended on ${moment(deadlineAt)}.`
      : 'The time for this is over.',
  IDEMPOTENCY_MISMATCH: () => 'This was sent before with other details. Please try again.',
  BUSY: () => 'Others are changing this just now. Please try again in a moment.',
  RATE_LIMITED: ({ retryAfter }) =>
    typeof retryAfter === 'number'
      ? `That was just asked for. Please try again in ${retryAfter} seconds.`
      : 'That was asked for too often. Please try again in a while.',
  SECOND_FACTOR_REQUIRED: () => 'One step of signing in is missing: the code of your authenticator app.',
  ALREADY_MEMBER: () => 'This person has access here already.',
  LAST_OWNER: () => 'One owner must stay. Make somebody else an owner first.',
  CURRENCY_MIXED: () =>
    'This service is sold in another currency than what is in the cart. Order it separately.',
  NOT_ON_SALE: () => 'This service is not on sale just now.',
  TAKEN_OFF_SALE: () =>
    'Our team took this package off sale, and only our team puts it on sale again. Please write to us.',
  CART_EMPTY: () => 'There is nothing in the cart.',
  PRICE_CHANGED: () => 'A price has changed since you looked. The cart shows the new one; please look again.',
  PACKAGE_CHANGED: () =>
    'A channel has changed a package since you put it into the cart. Please look at it again and confirm it.',
  TERMS_NOT_ACCEPTED: () => 'The terms have changed. Please look at them again and accept them.',
  PAYMENT_IN_PROGRESS: () => 'A payment is under way. Please wait for its result.',
  WORK_HAS_BEGUN: () =>
    'The work has begun, so you can’t cancel by yourself any more. Write to our team; we find a way.',
  TOO_MANY_REVISIONS: () => 'Both revisions were asked for. Confirm the delivery, or write to our team.',
  SCOPE_MISSING: () => 'The key was not allowed to do this.',
  PAYOUT_ACCOUNT_INACTIVE: () => 'Accepting needs an active payout account; see your payouts.',
  MONEY_NOT_CAPTURED: () => 'The money has to be taken in first.',
  CREATIVES_MISSING: ({ missing }) =>
    Array.isArray(missing)
      ? `Not sent, or not approved in their newest version: ${missing.join(', ')}.`
      : 'A required creative is not sent, or not approved in its newest version.',
  FUNDS_FROZEN: () => 'The money is frozen: nothing of it moves for now.',
  PROPOSAL_OPEN: () => 'A proposal waits for its answer already.',
  ALREADY_DISPUTED: () => 'This campaign was disputed before; there is no second dispute.',
  CAMPAIGN_ORDER: () => 'A campaign is ended on its own terms: withdraw it, or propose to cancel it.',
  NOT_NEWEST_REVISION: () => 'A newer version has come meanwhile. Please look at that one.',
  AMOUNT_EXCEEDED: () => 'That is more than there is.',
  LINK_ENDED: () => 'This link was used or has ended.',
  FILE_TOO_LARGE: ({ maximum }) =>
    typeof maximum === 'number'
      ? `This file is too large: ${fileSize(maximum)} at most.`
      : 'This file is too large.',
  FILE_TYPE_REFUSED: () => 'This file is not what its name says it is, or of a kind that we do not take.',
  FILE_QUARANTINED: () => 'Our virus scanner found something in this file. Please send another one.',
  FILE_NOT_READY: () => 'This file has not arrived whole. Please send it again.',
}

/** What went wrong, for people. */
export function sentenceOf(error: Error): string {
  if (!(error instanceof Refused)) return error.message
  if (error.fields.length > 0 && error.code === 'VALIDATION')
    return error.fields.map(({ message }) => expected(message)).join(' ')
  return SENTENCES[error.code]?.(error.params) ?? error.message
}

/** A field's problem as a sentence: the API says in a few words what is expected there. */
export function expected(message: string): string {
  if (message === 'needed') return 'An answer is needed here.'
  if (message.startsWith('needed: ')) return `Needed here: ${message.slice('needed: '.length)}.`
  return /^\p{Lu}/u.test(message) ? message : `Expected: ${message}.`
}
