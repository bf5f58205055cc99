import { randomUUID } from 'node:crypto'
import type { CampaignVerb } from './campaign-kind.js'
import { type CampaignLife, releaseAt, type Side } from './campaign-life.js'
import { close, resolve, review } from './campaign-money.js'
import { DAY, HOUR } from './op.js'

const dispute = { on: 'dispute', before: (life: CampaignLife) => life.dispute!.fallbackAt } as const
const OPEN = ['AWAITING_CHANNEL', 'UNDER_REVIEW', 'AWAITING_INFORMATION'] as const

const onDispute =
  (verb: string, more = ''): CampaignVerb['ask'] =>
  ({ dispute: id }) => [
    `mutation($id: ID!, $k: String!) { ${verb}(id: $id, idempotencyKey: $k${more}) { id } }`,
    { id, k: randomUUID() },
  ]

/** Nobody has decided in time: the buyer gets everything back. */
const fallBack = (life: CampaignLife) => resolve(life, life.held)

const sideAsked = (pick: number): Side => (pick % 2 ? 'BUYER' : 'CHANNEL')

/** How it is decided: for one side, or a part for each. */
const decisions = ['RELEASE', 'REFUND', 'SPLIT'] as const
const decided = ({ held }: CampaignLife, pick: number) => {
  const decision = decisions[pick % 3]!
  return { decision, refund: decision === 'RELEASE' ? 0n : decision === 'REFUND' ? held : held / 3n }
}

/** What is done about a claim that the channel broke what was agreed. */
export const disputeVerbs: Readonly<Record<string, CampaignVerb>> = {
  openDispute: {
    on: 'campaign',
    by: ['buyer'],
    from: ['COMPLETION_CLAIMED'],
    before: ({ campaign }) => releaseAt(campaign!),
    whenLate: (life) => close(life, 0n),
    unless: (life) => (life.dispute ? 'ALREADY_DISPUTED' : undefined),
    apply: (life, _whim, now) => {
      Object.assign(life.campaign!, { status: 'DISPUTED', told: true, releaseHeld: false })
      life.dispute = {
        status: 'AWAITING_CHANNEL',
        asked: undefined,
        waitUntil: now + 72 * HOUR,
        fallbackAt: now + 30 * DAY,
      }
    },
    ask: ({ campaign: id }) => [
      `mutation($id: ID!, $k: String!) { openDispute(id: $id, idempotencyKey: $k, reason: NOT_PERFORMED, statement: "Nothing of it was shown.") { id } }`,
      { id, k: randomUUID() },
    ],
  },
  respondToDispute: {
    ...dispute,
    by: ['channel'],
    from: ['AWAITING_CHANNEL'],
    before: (life) => life.dispute!.waitUntil,
    whenLate: review,
    apply: review,
    ask: onDispute('respondToDispute', ', statement: "It was shown for a week."'),
  },
  addStatement: {
    ...dispute,
    by: ['buyer', 'channel'],
    from: OPEN,
    whenLate: fallBack,
    apply: () => undefined,
    ask: onDispute('addStatement', ', statement: "One more thing."'),
  },
  requestDisputeInformation: {
    ...dispute,
    by: ['admin'],
    from: ['UNDER_REVIEW'],
    whenLate: fallBack,
    apply: (life, { pick }, now) =>
      void Object.assign(life.dispute!, {
        status: 'AWAITING_INFORMATION',
        asked: sideAsked(pick),
        waitUntil: Math.min(now + 72 * HOUR, life.dispute!.fallbackAt!),
      }),
    ask: ({ dispute: id }, { pick }) => [
      'mutation($id: ID!, $k: String!, $of: DisputeParty!) { requestDisputeInformation(id: $id, idempotencyKey: $k, of: $of, question: "On which days?") { id } }',
      { id, k: randomUUID(), of: sideAsked(pick) },
    ],
  },
  answerDisputeInformation: {
    ...dispute,
    by: ['buyer', 'channel'],
    from: ['AWAITING_INFORMATION'],
    onlyBy: ({ dispute: d }) => d!.asked && (d!.asked === 'BUYER' ? 'buyer' : 'channel'),
    before: (life) => life.dispute!.waitUntil,
    whenLate: review,
    apply: review,
    ask: onDispute('answerDisputeInformation', ', statement: "On Monday and Tuesday."'),
  },
  resolveDispute: {
    ...dispute,
    by: ['admin', 'finance'],
    from: OPEN,
    whenLate: fallBack,
    unless: (life, { who }) => (who === 'admin' && life.adminWorked ? 'WORKED_ON_ORDER' : undefined),
    apply: (life, { pick }) => resolve(life, decided(life, pick).refund),
    ask: ({ dispute: id }, { pick }, life) => {
      const { decision, refund } = decided(life, pick)
      return [
        'mutation($id: ID!, $k: String!, $d: DisputeDecision!, $r: BigInt) { resolveDispute(id: $id, idempotencyKey: $k, decision: $d, refund: $r, reasoning: "What was shown says so.") { id } }',
        { id, k: randomUUID(), d: decision, r: decision === 'SPLIT' ? String(refund) : undefined },
      ]
    },
  },
  withdrawDispute: {
    ...dispute,
    by: ['buyer'],
    from: OPEN,
    whenLate: fallBack,
    apply: ({ campaign, dispute: d }, _whim, now) => {
      Object.assign(d!, {
        status: 'WITHDRAWN',
        asked: undefined,
        waitUntil: undefined,
        fallbackAt: undefined,
      })
      campaign!.status = 'COMPLETION_CLAIMED'
      campaign!.disputeBy = Math.max(campaign!.disputeBy!, now + HOUR)
    },
    ask: onDispute('withdrawDispute'),
  },
}
