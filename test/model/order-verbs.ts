import { randomUUID } from 'node:crypto'
import { DAY, liveOf } from './op.js'
import { payOrder } from './pay-order.js'
import type { OrderVerb } from './order-kind.js'
import { pay, paymentTimeOver } from './charged-life.js'
import { callOff, complete, ended, type OrderLife, revise } from './order-life.js'

const order = { on: 'order' } as const

const decided = (life: OrderLife) => ['APPROVED', 'WAIVED'].includes(life.document?.status ?? '')

/** What an admin names: nothing, half, all, or more than there is. */
function refundNamed({ held }: OrderLife, pick: number): bigint {
  return [0n, held / 2n, held, held + 1n][pick % 4]!
}

function onOrder(verb: string, more = ''): OrderVerb['ask'] {
  return ({ order: id }) => [
    `mutation($id: ID!, $k: String!) { ${verb}(id: $id, idempotencyKey: $k${more}) { id } }`,
    { id, k: randomUUID() },
  ]
}

/** What is done to an order, by its buyer and the team. */
export const orderVerbs = {
  payOrder: payOrder(pay, paymentTimeOver),
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
} satisfies Record<string, OrderVerb>
