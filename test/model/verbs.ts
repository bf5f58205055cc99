import { randomUUID } from 'node:crypto'
import {
  begin,
  callOff,
  complete,
  DAY,
  ended,
  type Life,
  liveOf,
  MINUTE,
  pay,
  paymentTimeOver,
  revise,
  setAside,
  WAITING,
  type Work,
} from './life.js'
import type { Person } from './rig.js'
import type { Habit } from './scripted-gateway.js'

/** The tasks of the model's service, and those of revisions. */
export const workSteps = ['make', 'publish', 'revision 1', 'revision 2'] as const
type Step = (typeof workSteps)[number]

/** One step's whim: what a verb makes of it is the verb's own. */
export interface Whim {
  readonly who: Person
  readonly pick: number
  readonly habit: Habit
}

/** What stands where, for a verb to name: ids that the program gave. */
export interface Ids {
  readonly order: string
  readonly document: string | undefined
  readonly revisions: readonly string[]
  readonly tasks: Readonly<Record<string, string>>
}

/** A verb as the trade tells it: who may take it, when, what stands in its way, and what it does. Written a second time, on purpose. */
export interface Verb {
  readonly on: 'order' | 'document' | Step
  readonly by: readonly Person[]
  readonly from: readonly string[]
  /** The moment from which it is too late. */
  readonly before?: (life: Life) => number | undefined
  /** What its deadline does, where it comes too late. */
  readonly whenLate?: (life: Life) => void
  readonly unless?: (life: Life, whim: Whim, now: number) => string | undefined
  readonly apply: (life: Life, whim: Whim, now: number) => void
  readonly ask: (ids: Ids, whim: Whim, life: Life) => [document: string, variables: Record<string, unknown>]
}

const order = { on: 'order' } as const
const document = { on: 'document' } as const

const decided = (life: Life) => ['APPROVED', 'WAIVED'].includes(life.document?.status ?? '')

/** What an admin names: nothing, half, all, or more than there is. */
function refundNamed({ held }: Life, pick: number): bigint {
  return [0n, held / 2n, held, held + 1n][pick % 4]!
}

function onOrder(verb: string, more = ''): Verb['ask'] {
  return ({ order: id }) => [
    `mutation($id: ID!, $k: String!) { ${verb}(id: $id, idempotencyKey: $k${more}) { id } }`,
    { id, k: randomUUID() },
  ]
}

const orderVerbs = {
  payOrder: {
    ...order,
    by: ['buyer'],
    from: ['AWAITING_PAYMENT'],
    before: (life) => life.payBy ?? 0,
    whenLate: (life) => life.payBy !== undefined && paymentTimeOver(life),
    unless: (life) => (liveOf(life, 'PAYMENT') ? 'PAYMENT_IN_PROGRESS' : undefined),
    apply: pay,
    ask: ({ order: id }, { habit }) => [
      'mutation($id: ID!, $k: String!, $t: String!) { payOrder(id: $id, idempotencyKey: $k, paymentToken: $t) { id } }',
      { id, k: randomUUID(), t: habit },
    ],
  },
  cancelOrder: {
    ...order,
    by: ['buyer', 'admin'],
    from: ['AWAITING_PAYMENT', 'OPEN', 'ON_HOLD', 'DELIVERED'],
    unless: (life, { who, pick }) => {
      if (liveOf(life, 'PAYMENT')) return 'PAYMENT_IN_PROGRESS'
      if (who === 'buyer') return life.begun ? 'WORK_HAS_BEGUN' : undefined
      return refundNamed(life, pick) > life.held ? 'AMOUNT_EXCEEDED' : undefined
    },
    apply: (life, { who, pick }) => callOff(life, who === 'buyer' ? life.held : refundNamed(life, pick)),
    ask: ({ order: id }, { who, pick }, life) => [
      'mutation($id: ID!, $k: String!, $r: BigInt) { cancelOrder(id: $id, idempotencyKey: $k, reason: "We go another way.", refund: $r) { id } }',
      { id, k: randomUUID(), r: who === 'admin' ? String(refundNamed(life, pick)) : undefined },
    ],
  },
  deliverOrder: {
    ...order,
    by: ['admin', 'worker'],
    from: ['OPEN'],
    unless: (life) =>
      life.work.length && life.work.every(ended) && decided(life) ? undefined : 'WORK_UNFINISHED',
    apply: (life, _whim, now) => {
      life.status = 'DELIVERED'
      life.autoCompleteAt = now + 14 * DAY
    },
    ask: onOrder('deliverOrder', ', summary: "Here it is."'),
  },
  requestRevision: {
    ...order,
    by: ['buyer'],
    from: ['DELIVERED'],
    before: (life) => life.autoCompleteAt,
    whenLate: complete,
    unless: (life) => (life.revisions >= 2 ? 'TOO_MANY_REVISIONS' : undefined),
    apply: revise,
    ask: onOrder('requestRevision', ', text: "Warmer, please."'),
  },
  confirmDelivery: {
    ...order,
    by: ['buyer'],
    from: ['DELIVERED'],
    apply: complete,
    ask: onOrder('confirmDelivery'),
  },
  holdOrder: {
    ...order,
    by: ['admin'],
    from: ['OPEN'],
    apply: (life) => void (life.status = 'ON_HOLD'),
    ask: onOrder('holdOrder', ', reason: "The buyer moves house."'),
  },
  resumeOrder: {
    ...order,
    by: ['admin'],
    from: ['ON_HOLD'],
    apply: (life) => void (life.status = 'OPEN'),
    ask: onOrder('resumeOrder'),
  },
} satisfies Record<string, Verb>

const FORM = 'mutation($id: ID!, $a: [AnswerInput!]!, $k: String)'
const answers = [{ key: 'goal', value: ['More people at the door'] }]
const filled = (verb: string): Verb['ask'] => {
  return ({ document: id }) => [
    `${FORM} { ${verb}(id: $id, answers: $a, idempotencyKey: $k) { id } }`,
    { id, a: answers, k: randomUUID() },
  ]
}
const simple = (verb: string, more = ''): Verb['ask'] => {
  return (ids) => [
    `mutation($id: ID!, $k: String) { ${verb}(id: $id, idempotencyKey: $k${more}) { id } }`,
    { id: ids.document, k: randomUUID() },
  ]
}

const documentVerbs = {
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
} satisfies Record<string, Verb>

/** How an admin does without the document, or asks for it again. */
const decisions = {
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
    apply: () => undefined,
    ask: simple('resendOnboardingRequest'),
  },
} satisfies Record<string, Verb>

/** Which revision a reviewer names: mostly the newest. */
function named(life: Life, pick: number): number {
  const { revisions } = life.document!
  return pick % 5 === 0 ? Math.max(1, revisions - 1) : revisions
}

/** A task's verbs, the same for both steps. */
function taskVerbs(on: Step) {
  const work = (life: Life) => life.work.find((one) => one.step === on)!
  const set = (status: Work['status']) => (life: Life) => void (work(life).status = status)
  const asked = (verb: string, more = ''): Verb['ask'] => {
    return ({ tasks }) => [
      `mutation($id: ID!, $k: String) { ${verb}(id: $id, idempotencyKey: $k${more}) { id } }`,
      { id: tasks[on], k: randomUUID() },
    ]
  }
  const ownWork: Verb['unless'] = (_life, { who }) => (who === 'worker' ? 'OWN_WORK' : undefined)
  const first = (life: Life) => life.work.find((one) => one.step === work(life).after)
  return {
    [`startTask ${on}`]: {
      on,
      by: ['worker'],
      from: ['ASSIGNED'],
      unless: (life) => {
        const before = first(life)
        return before && !ended(before) ? 'DEPENDENCIES_OPEN' : undefined
      },
      apply: set('IN_PROGRESS'),
      ask: asked('startTask'),
    },
    [`pauseTask ${on}`]: {
      on,
      by: ['worker'],
      from: ['IN_PROGRESS'],
      apply: set('WAITING'),
      ask: asked('pauseTask', ', reason: "The printer is out of ink."'),
    },
    [`continueTask ${on}`]: {
      on,
      by: ['worker'],
      from: ['WAITING'],
      unless: (life) => (work(life).asideFrom ? 'INVALID_TRANSITION' : undefined),
      apply: set('IN_PROGRESS'),
      ask: asked('continueTask'),
    },
    [`submitTask ${on}`]: {
      on,
      by: ['worker'],
      from: ['IN_PROGRESS'],
      apply: (life) => set(work(life).needsReview ? 'IN_REVIEW' : 'DONE')(life),
      ask: asked('submitTask', ', checklist: []'),
    },
    [`acceptTask ${on}`]: {
      on,
      by: ['admin', 'worker'],
      from: ['IN_REVIEW'],
      unless: ownWork,
      apply: set('DONE'),
      ask: asked('acceptTask'),
    },
    [`returnTask ${on}`]: {
      on,
      by: ['admin', 'worker'],
      from: ['IN_REVIEW'],
      unless: ownWork,
      apply: set('IN_PROGRESS'),
      ask: asked('returnTask', ', text: "The colours are wrong."'),
    },
    [`cancelTask ${on}`]: {
      on,
      by: ['admin'],
      from: ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'IN_REVIEW'],
      apply: set('CANCELLED'),
      ask: asked('cancelTask', ', reason: "Not wanted any more."'),
    },
  } satisfies Record<string, Verb>
}

/** Every verb of an order's life. */
export const verbs: Readonly<Record<string, Verb>> = {
  ...orderVerbs,
  ...documentVerbs,
  ...decisions,
  ...Object.assign({}, ...workSteps.map(taskVerbs)),
}
