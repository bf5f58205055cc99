import { randomUUID } from 'node:crypto'
import { PAUSE_SECONDS } from '../../api/onboarding/onboarding-link.js'
import { MINUTE } from './op.js'
import type { OrderVerb } from './order-kind.js'
import { begin, type OrderLife, setAside, WAITING } from './order-life.js'

const document = { on: 'document' } as const

const FORM = 'mutation($id: ID!, $a: [AnswerInput!]!, $k: String)'
const answers = [{ key: 'goal', value: ['More people at the door'] }]
const filled = (verb: string): OrderVerb['ask'] => {
  return ({ document: id }) => [
    `${FORM} { ${verb}(id: $id, answers: $a, idempotencyKey: $k) { id } }`,
    { id, a: answers, k: randomUUID() },
  ]
}
const simple = (verb: string, more = ''): OrderVerb['ask'] => {
  return (ids) => [
    `mutation($id: ID!, $k: String) { ${verb}(id: $id, idempotencyKey: $k${more}) { id } }`,
    { id: ids.document, k: randomUUID() },
  ]
}

/** What a recipient does, and who looks at it. */
export const documentVerbs = {
  saveOnboardingDraft: {
    ...document,
    by: ['buyer', 'recipient'],
    from: WAITING,
    apply: (life) => {
      if (life.document!.status !== 'CHANGES_REQUESTED') life.document!.status = 'DRAFT'
    },
    ask: filled('saveOnboardingDraft'),
  },
  submitOnboarding: {
    ...document,
    by: ['buyer', 'recipient'],
    from: WAITING,
    apply: (life) => {
      life.document!.status = 'SUBMITTED'
      life.document!.revisions++
    },
    ask: filled('submitOnboarding'),
  },
  withdrawOnboarding: {
    ...document,
    by: ['buyer', 'recipient'],
    from: ['SUBMITTED'],
    apply: (life) => void (life.document!.status = 'DRAFT'),
    ask: simple('withdrawOnboarding'),
  },
  claimOnboarding: {
    ...document,
    by: ['admin'],
    from: ['SUBMITTED', 'IN_REVIEW'],
    apply: (life, _whim, now) => {
      life.document!.status = 'IN_REVIEW'
      life.document!.claimedUntil = now + 30 * MINUTE
    },
    ask: simple('claimOnboarding'),
  },
  approveOnboarding: {
    ...document,
    by: ['admin'],
    from: ['IN_REVIEW'],
    unless: (life, { pick }) =>
      named(life, pick) === life.document!.revisions ? undefined : 'NOT_NEWEST_REVISION',
    apply: (life) => {
      life.document!.status = 'APPROVED'
      begin(life)
    },
    ask: ({ document: id, revisions }, { pick }, life) => [
      'mutation($id: ID!, $r: ID!, $k: String) { approveOnboarding(id: $id, revisionId: $r, idempotencyKey: $k) { id } }',
      { id, r: revisions[Math.max(0, named(life, pick) - 1)] ?? id, k: randomUUID() },
    ],
  },
  requestOnboardingChanges: {
    ...document,
    by: ['admin'],
    from: ['IN_REVIEW'],
    unless: (life, { pick }) =>
      named(life, pick) === life.document!.revisions ? undefined : 'NOT_NEWEST_REVISION',
    apply: (life) => void (life.document!.status = 'CHANGES_REQUESTED'),
    ask: ({ document: id, revisions }, { pick }, life) => [
      'mutation($id: ID!, $r: ID!, $i: [IssueInput!]!, $k: String) { requestOnboardingChanges(id: $id, revisionId: $r, issues: $i, idempotencyKey: $k) { id } }',
      {
        id,
        r: revisions[Math.max(0, named(life, pick) - 1)] ?? id,
        i: [{ fieldKey: 'goal', note: 'Which people?' }],
        k: randomUUID(),
      },
    ],
  },
} satisfies Record<string, OrderVerb>

/** How an admin does without the document, or asks for it again. */
export const decisions = {
  waiveOnboarding: {
    ...document,
    by: ['admin'],
    from: [...WAITING, 'SUBMITTED', 'IN_REVIEW'],
    apply: (life) => {
      life.document!.status = 'WAIVED'
      begin(life)
    },
    ask: simple('waiveOnboarding', ', reason: "We know all we need."'),
  },
  reopenOnboarding: {
    ...document,
    by: ['admin'],
    from: ['APPROVED', 'WAIVED'],
    unless: (life) => (['OPEN', 'ON_HOLD'].includes(life.status) ? undefined : 'INVALID_TRANSITION'),
    apply: setAside,
    ask: simple('reopenOnboarding', ', reason: "The address was wrong."'),
  },
  resendOnboardingRequest: {
    ...document,
    by: ['buyer', 'admin'],
    from: [...WAITING, 'SUBMITTED', 'IN_REVIEW'],
    unless: ({ document }) =>
      Date.now() < (document!.askedAnewAt ?? 0) + PAUSE_SECONDS * 1000 ? 'RATE_LIMITED' : undefined,
    apply: (life) => void (life.document!.askedAnewAt = Date.now()),
    ask: simple('resendOnboardingRequest'),
  },
} satisfies Record<string, OrderVerb>

/** Which revision a reviewer names: mostly the newest. */
function named(life: OrderLife, pick: number): number {
  const { revisions } = life.document!
  return pick % 5 === 0 ? Math.max(1, revisions - 1) : revisions
}
