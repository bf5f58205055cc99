/** Every reason for which Waybill refuses an expected mistake, with what it means. The published `enum RefusalCode`. */
export const refusalCodes = {
  NOT_SIGNED_IN: 'Nobody is signed in, or the session has ended: sign in and try again.',
  SECOND_FACTOR_REQUIRED:
    'Somebody is signed in, but their second factor is not set up or not proven yet: finish that first.',
  FORBIDDEN: 'The caller may see this, but this action is not theirs to take.',
  SCOPE_MISSING: 'The API key lacks the scope that this needs; `scope` names it.',
  NOT_FOUND: 'There is nothing with this id that the caller may see.',
  INVALID_TRANSITION:
    'The action does not fit the present state; `current` and `availableActions` say what does.',
  STALE_VERSION: 'Somebody changed it since it was read; `current` is the version now. Read it again.',
  DEADLINE_PASSED: 'The time for this action is over since `deadlineAt`.',
  VALIDATION: 'Some input is missing or wrong; `fields` names each with what it must be.',
  IDEMPOTENCY_MISMATCH:
    'This idempotency key was used before for another verb or with other input: use a fresh key.',
  BUSY: 'Others are changing the same thing just now: try again.',
  RATE_LIMITED: 'Too many attempts; `retryAfter` tells in how many seconds to try again.',
  TOO_COMPLEX: 'The operation asks for more than one request may: make it smaller, or page.',
  RECIPIENT_WITHOUT_EMAIL:
    'The contact who should get the onboarding request has no e-mail address of their own.',
  CURRENCY_MIXED: 'One checkout has one currency; this service is sold in another.',
  NOT_ON_SALE: 'The service is not on sale.',
  TAKEN_OFF_SALE: 'The team took the package off sale: only the team puts it on sale again.',
  SERVICE_INCOMPLETE: 'The service lacks what it needs before it can be sold; `missing` names it.',
  CART_EMPTY: 'There is nothing in the cart.',
  PRICE_CHANGED: 'A price has changed since it was shown; `shown` and `current` tell. Show it and ask again.',
  PACKAGE_CHANGED:
    'A package in the cart has changed since it was shown; `lines` names each with its version now. Look again and confirm it, or take it out.',
  TERMS_NOT_ACCEPTED: 'The present version of the terms of use must be accepted; `current` names it.',
  PAYMENT_IN_PROGRESS: 'A payment for this order is under way; wait for its result.',
  LINK_ENDED: 'The link was used, has ended or was withdrawn: ask for a fresh one.',
  FILE_TOO_LARGE: 'The file is larger than `maximum` bytes.',
  FILE_TYPE_REFUSED: 'The file is not of a type that is accepted here, or is not what its name says.',
  FILE_ERASED: 'The file was erased with the person who uploaded it.',
  FILE_NOT_READY: 'The file has not arrived whole, or was refused.',
  FILE_QUARANTINED: 'The virus scanner found something in this file: it cannot be used or opened.',
  NOT_NEWEST_REVISION: 'A newer revision was submitted; `current` names it. Look at that one.',
  CLAIMED_BY_OTHER: 'Somebody else is reviewing this until `claimedUntil`.',
  OWN_SUBMISSION: 'Who submitted a document may not approve it.',
  DEPENDENCIES_OPEN: 'Tasks that come before this one are not done; `tasks` names them.',
  ASSIGNEE_UNFIT: 'The person is disabled, or lacks the role or the skill that the task needs.',
  OWN_WORK: 'Nobody accepts or returns their own work.',
  ALREADY_MEMBER: 'This person is a member already.',
  OPEN_DUTIES:
    'Something still waits for this person; `documents`, `orders` and `appointments` name what must be asked of somebody else, or end, first.',
  LAST_OWNER: 'An organisation keeps at least one owner, and the team at least one admin.',
  WORK_UNFINISHED: 'Not all of the work is done; `tasks` and `lines` name what is open.',
  TOO_MANY_REVISIONS: 'Every revision that comes with the order was asked for; `maximum` tells how many.',
  WORK_HAS_BEGUN: 'The work has begun, `since` tells when: the team can still cancel the order.',
  AMOUNT_EXCEEDED: 'More than what is held; `maximum` tells how much there is.',
  CAMPAIGN_ORDER:
    'A campaign’s order is not held or called off as a whole; `instead` names the verbs that end the campaign.',
  PAYOUT_ACCOUNT_INACTIVE:
    'The channel has no active payout account: connect one first, so that it can be paid.',
  MONEY_NOT_CAPTURED:
    'The buyer’s money has not been taken in; where they are asked to pay again, `payAgainBy` tells until when.',
  CREATIVES_MISSING:
    'Required creatives are not there, or not approved in their newest version; `labels` names them.',
  PROPOSAL_OPEN:
    'A proposal to end the campaign waits for an answer already; `by` tells whose, `answerBy` until when.',
  ALREADY_EXTENDED: 'This deadline was extended before: that is possible once.',
  ALREADY_DISPUTED: 'The campaign was disputed before, and that was withdrawn: there is no second dispute.',
  RELEASE_HELD:
    'The mail that tells the buyer did not arrive: it must be sent anew before the money is released.',
  FUNDS_FROZEN: 'The money is frozen: nothing of it moves until a dispute or a chargeback is settled.',
  REASON_DOES_NOT_COUNT:
    'This is nothing that a campaign is disputed for; the message says what helps instead.',
  SLOT_TAKEN:
    'Whoever attends has another confirmed appointment at that time; `takenFrom` and `takenUntil` tell when.',
  SLOT_PAST: 'That time is over, or too near: choose a later one.',
  NOT_STARTED_YET: 'The appointment has not begun; `startsAt` tells when it does.',
  WORKED_ON_ORDER: 'Who worked on an order does not decide its dispute: somebody else of the team does.',
} as const

export type RefusalCode = keyof typeof refusalCodes

/** One field of bad input: its path in the input, and what it must be. */
export interface FieldProblem {
  path: string
  message: string
}

/**
 * An expected failure. It reaches the caller as a GraphQL error with `extensions { code, …params }`; everything that
 * was done for the refused command is rolled back.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly code: RefusalCode,
    message: string = refusalCodes[code],
    readonly params: Record<string, unknown> = {},
  ) {
    super(message)
  }
}

/** Refuses bad input, each problem at its field. @refuses VALIDATION */
export function refuseFields(fields: FieldProblem[]): never {
  throw new Refusal('VALIDATION', fields.map((f) => `${f.path}: ${f.message}`).join('; '), { fields })
}

/** Throws where the program itself is wrong: never an expected failure. */
export function assert(truth: unknown, what: string): asserts truth {
  if (!truth) throw new Error(`Broken invariant: ${what}`)
}
