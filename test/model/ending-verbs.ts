import { randomUUID } from 'node:crypto'
import type { CampaignVerb } from './campaign-kind.js'
import { type Campaign, type CampaignLife, releaseAt, type Side } from './campaign-life.js'
import { close, end } from './campaign-money.js'
import { campaign } from './campaign-verbs.js'
import { HOUR } from './op.js'
import type { Person } from './rig.js'

const both: readonly Person[] = ['buyer', 'channel']

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

const sideOf = (who: Person): Side => (who === 'buyer' ? 'BUYER' : 'CHANNEL')
const worked = (life: CampaignLife) => void (life.adminWorked = true)

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
    onlyBy: ({ campaign: c }) => {
      if (!c?.proposal) return 'anybody'
      return c.proposal.by === 'BUYER' ? 'channel' : 'buyer'
    },
    before: ({ campaign: c }) => c!.proposal?.answerBy,
    whenLate: (life) => void (life.campaign!.proposal = undefined),
    unless: ({ campaign: c }) => (c!.proposal ? undefined : 'INVALID_TRANSITION'),
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
    before: ({ campaign: c }) => extendable(c!).at,
    whenLate: (life) =>
      life.campaign!.status === 'COMPLETION_CLAIMED' ? close(life, 0n) : end(life, 'EXPIRED', 0n),
    unless: ({ campaign: c }, _whim, now) => {
      const { kind } = extendable(c!)
      if (c!.releaseHeld) return 'RELEASE_HELD'
      if (c!.extended[kind]) return 'ALREADY_EXTENDED'
      return kind === 'acceptance' && extendedTo(c!, now) > c!.authorisedUntil ? 'VALIDATION' : undefined
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
    ask: ({ campaign: id }, _whim, life, now) => [
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
      Object.assign(c, { told: life.dispute !== undefined, releaseHeld: false })
      c.disputeBy = Math.max(c.disputeBy!, now + 24 * HOUR)
      worked(life)
    },
    ask: ({ campaign: id, contact: c }) => [
      'mutation($id: ID!, $k: String!, $c: ID!) { resendCompletionMail(id: $id, idempotencyKey: $k, contactId: $c) { id } }',
      { id, k: randomUUID(), c },
    ],
  },
}

/** The deadline of the present state that may be extended; a mail that reached nobody leaves none. */
function extendable(c: Campaign): { kind: 'acceptance' | 'release'; at: number | undefined } {
  if (c.status !== 'COMPLETION_CLAIMED') return { kind: 'acceptance', at: c.acceptBy }
  return { kind: 'release', at: releaseAt(c) }
}

/** A day more than it has, or than now where that is over. */
const extendedTo = (c: Campaign, now: number) =>
  Math.max(c.status === 'COMPLETION_CLAIMED' ? c.disputeBy! : c.acceptBy, now) + 24 * HOUR
