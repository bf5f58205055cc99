import { randomUUID } from 'node:crypto'
import type { CampaignVerb } from './campaign-kind.js'
import { type CampaignLife } from './campaign-life.js'
import {
  accept,
  close,
  end,
  endUnpaid,
  lapsePayment,
  pay,
  payAgain,
  paymentTimeOver,
} from './campaign-money.js'
import { HOUR, liveOf } from './op.js'
import { payOrder } from './pay-order.js'

/** Taken on the campaign itself. */
export const campaign = { on: 'campaign' } as const
/** A verb that needs nothing but its campaign. */
export const onCampaign =
  (verb: string, more = ''): CampaignVerb['ask'] =>
  ({ campaign: id }) => [
    `mutation($id: ID!, $k: String!) { ${verb}(id: $id, idempotencyKey: $k${more}) { id } }`,
    { id, k: randomUUID() },
  ]

const expire = (life: CampaignLife) => end(life, 'EXPIRED', 0n)
/** What is done about the payment of a campaign's order. */
export const paymentVerbs: Readonly<Record<string, CampaignVerb>> = {
  payOrder: payOrder(pay, paymentTimeOver),
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
