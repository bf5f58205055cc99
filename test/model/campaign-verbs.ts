import { randomUUID } from 'node:crypto'
import type { CampaignVerb } from './campaign-kind.js'
import {
  accept,
  type CampaignLife,
  close,
  end,
  endUnpaid,
  lapsePayment,
  pay,
  payAgain,
  paymentTimeOver,
  type Side,
} from './campaign-life.js'
import { HOUR, liveOf } from './op.js'
import type { Person } from './rig.js'

const campaign = { on: 'campaign' } as const
const both: readonly Person[] = ['buyer', 'channel']

const onCampaign =
  (verb: string, more = ''): CampaignVerb['ask'] =>
  ({ campaign: id }) => [
    `mutation($id: ID!, $k: String!) { ${verb}(id: $id, idempotencyKey: $k${more}) { id } }`,
    { id, k: randomUUID() },
  ]

/** What goes back, as somebody names it: nothing, half, all, or more than there is. */
const named = ({ held }: CampaignLife, pick: number) => [0n, held / 2n, held, held + 1n][pick % 4]!

const naming =
  (verb: string): CampaignVerb['ask'] =>
  ({ campaign: id }, { pick }, life) => [
    `mutation($id: ID!, $k: String!, $r: BigInt!) { ${verb}(id: $id, idempotencyKey: $k, refund: $r, reason: "We go another way.") { id } }`,
    { id, k: randomUUID(), r: String(named(life, pick)) },
  ]

const tooMuch: CampaignVerb['unless'] = (life, { pick }) =>
  named(life, pick) > life.held ? 'AMOUNT_EXCEEDED' : undefined

const expire = (life: CampaignLife) => end(life, 'EXPIRED', 0n)
const sideOf = (who: Person): Side => (who === 'buyer' ? 'BUYER' : 'CHANNEL')
const worked = (life: CampaignLife) => void (life.adminWorked = true)

/** What is done about the payment of a campaign's order. */
export const paymentVerbs: Readonly<Record<string, CampaignVerb>> = {
  payOrder: {
    on: 'order',
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
    on: 'order',
    by: ['buyer', 'admin'],
    from: ['AWAITING_PAYMENT', 'OPEN', 'ON_HOLD', 'DELIVERED'],
    unless: (life) => {
      if (liveOf(life, 'PAYMENT')) return 'PAYMENT_IN_PROGRESS'
      return life.status === 'OPEN' ? 'CAMPAIGN_ORDER' : undefined
    },
    apply: endUnpaid,
    ask: ({ order: id }, { who }) => [
      'mutation($id: ID!, $k: String!, $r: BigInt) { cancelOrder(id: $id, idempotencyKey: $k, reason: "We go another way.", refund: $r) { id } }',
      { id, k: randomUUID(), r: who === 'admin' ? '0' : undefined },
    ],
  },
  payAgain: {
    ...campaign,
    by: ['buyer'],
    from: ['ACCEPTED'],
    before: ({ campaign: c }) => c!.payAgainBy,
    whenLate: lapsePayment,
    unless: (life) => {
      if (!life.campaign!.payAgainBy) return 'INVALID_TRANSITION'
      return liveOf(life, 'CAPTURE') ? 'PAYMENT_IN_PROGRESS' : undefined
    },
    apply: payAgain,
    ask: ({ campaign: id }, { habit }) => [
      'mutation($id: ID!, $k: String!, $t: String!) { payAgain(id: $id, idempotencyKey: $k, paymentToken: $t) { id } }',
      { id, k: randomUUID(), t: habit },
    ],
  },
}

/** The buttons of the Campaign Manager, and what its buyer may do. */
export const campaignVerbs: Readonly<Record<string, CampaignVerb>> = {
  acceptCampaign: {
    ...campaign,
    by: ['channel'],
    from: ['AWAITING_ACCEPTANCE'],
    before: ({ campaign: c }) => c!.acceptBy,
    whenLate: expire,
    apply: accept,
    ask: onCampaign('acceptCampaign'),
  },
  declineCampaign: {
    ...campaign,
    by: ['channel'],
    from: ['AWAITING_ACCEPTANCE'],
    before: ({ campaign: c }) => c!.acceptBy,
    whenLate: expire,
    apply: (life) => end(life, 'DECLINED', 0n),
    ask: onCampaign('declineCampaign', ', reason: "We are fully booked."'),
  },
  withdrawCampaign: {
    ...campaign,
    by: ['buyer'],
    from: ['AWAITING_ACCEPTANCE'],
    before: ({ campaign: c }) => c!.acceptBy,
    whenLate: expire,
    apply: (life) => end(life, 'CANCELLED', 0n),
    ask: onCampaign('withdrawCampaign'),
  },
  markCampaignReady: {
    ...campaign,
    by: ['channel'],
    from: ['ACCEPTED'],
    unless: ({ campaign: c }) => {
      if (!c!.captured) return 'MONEY_NOT_CAPTURED'
      return c!.creative.status === 'APPROVED' ? undefined : 'CREATIVES_MISSING'
    },
    apply: (life) => void (life.campaign!.status = 'READY'),
    ask: onCampaign('markCampaignReady'),
  },
  reopenCreatives: {
    ...campaign,
    by: ['channel'],
    from: ['READY'],
    apply: (life) => void (life.campaign!.status = 'ACCEPTED'),
    ask: onCampaign('reopenCreatives', ', reason: "The banner is too wide."'),
  },
  completeCampaign: {
    ...campaign,
    by: ['channel'],
    from: ['READY'],
    apply: ({ campaign: c }, _whim, now) =>
      void Object.assign(c!, {
        status: 'COMPLETION_CLAIMED',
        disputeBy: now + 48 * HOUR,
        proposal: undefined,
      }),
    ask: onCampaign(
      'completeCampaign',
      ', checklist: { materials: true, connected: true, estimateGiven: false, available: true }',
    ),
  },
  releaseFunds: {
    ...campaign,
    by: ['buyer'],
    from: ['COMPLETION_CLAIMED'],
    apply: (life) => close(life, 0n),
    ask: onCampaign('releaseFunds'),
  },
}

/** How a campaign is ended by agreement or by our team, and what our team may give. */
export const endingVerbs: Readonly<Record<string, CampaignVerb>> = {
  proposeCancellation: {
    ...campaign,
    by: both,
    from: ['ACCEPTED', 'READY'],
    unless: (life, whim, now) => {
      if (!life.campaign!.captured) return 'MONEY_NOT_CAPTURED'
      return life.campaign!.proposal ? 'PROPOSAL_OPEN' : tooMuch(life, whim, now)
    },
    apply: (life, { who, pick }, now) => {
      const refund = named(life, pick)
      life.campaign!.proposal = { by: sideOf(who), refund, answerBy: now + 48 * HOUR }
    },
    ask: naming('proposeCancellation'),
  },
  answerCancellation: {
    ...campaign,
    by: both,
    from: ['ACCEPTED', 'READY'],
    before: ({ campaign: c }) => c!.proposal?.answerBy,
    whenLate: (life) => void (life.campaign!.proposal = undefined),
    unless: ({ campaign: c }, { who }) => {
      if (!c!.proposal) return 'INVALID_TRANSITION'
      return c!.proposal.by === sideOf(who) ? 'FORBIDDEN' : undefined
    },
    apply: (life, { pick }) => {
      const { refund } = life.campaign!.proposal!
      life.campaign!.proposal = undefined
      if (pick % 2) end(life, 'CANCELLED', refund)
    },
    ask: ({ campaign: id }, { pick }) => [
      'mutation($id: ID!, $k: String!, $a: Boolean!) { answerCancellation(id: $id, idempotencyKey: $k, agree: $a) { id } }',
      { id, k: randomUUID(), a: pick % 2 === 1 },
    ],
  },
  cancelCampaign: {
    ...campaign,
    by: ['admin'],
    from: ['ACCEPTED', 'READY'],
    unless: tooMuch,
    apply: (life, { pick }) => end(life, 'CANCELLED', named(life, pick)),
    ask: naming('cancelCampaign'),
  },
  extendDeadline: {
    ...campaign,
    by: ['admin'],
    from: ['AWAITING_ACCEPTANCE', 'COMPLETION_CLAIMED'],
    unless: ({ campaign: c }, _whim, now) => {
      const { kind, at } = extendable(c!)
      if (at !== undefined && now >= at) return 'DEADLINE_PASSED'
      return c!.extended[kind] ? 'ALREADY_EXTENDED' : undefined
    },
    apply: (life, _whim, now) => {
      const c = life.campaign!
      const { kind } = extendable(c)
      const until = extendedTo(c, now)
      c.extended[kind] = true
      if (kind === 'acceptance') c.acceptBy = until
      else c.disputeBy = until
      worked(life)
    },
    ask: ({ campaign: id, now }, _whim, life) => [
      'mutation($id: ID!, $k: String!, $u: DateTime!) { extendDeadline(id: $id, idempotencyKey: $k, until: $u, reason: "It is a holiday.") { id } }',
      { id, k: randomUUID(), u: new Date(extendedTo(life.campaign!, now)).toISOString() },
    ],
  },
  resendCompletionMail: {
    ...campaign,
    by: ['admin'],
    from: ['COMPLETION_CLAIMED'],
    apply: (life, _whim, now) => {
      const c = life.campaign!
      c.releaseHeld = false
      c.disputeBy = Math.max(c.disputeBy!, now + 24 * HOUR)
      worked(life)
    },
    ask: ({ campaign: id, contact: c }) => [
      'mutation($id: ID!, $k: String!, $c: ID!) { resendCompletionMail(id: $id, idempotencyKey: $k, contactId: $c) { id } }',
      { id, k: randomUUID(), c },
    ],
  },
}

type Campaign = NonNullable<CampaignLife['campaign']>

/** The deadline of the present state that may be extended; a bounced mail leaves none. */
function extendable(c: Campaign): { kind: 'acceptance' | 'release'; at: number | undefined } {
  if (c.status !== 'COMPLETION_CLAIMED') return { kind: 'acceptance', at: c.acceptBy }
  return { kind: 'release', at: c.releaseHeld ? undefined : c.disputeBy }
}

/** A day more than it has, or than now where that is over. */
const extendedTo = (c: Campaign, now: number) =>
  Math.max(c.status === 'COMPLETION_CLAIMED' ? c.disputeBy! : c.acceptBy, now) + 24 * HOUR
