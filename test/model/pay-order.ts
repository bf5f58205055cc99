import { randomUUID } from 'node:crypto'
import type { AnyLife, Moment } from './kind.js'
import { liveOf } from './op.js'
import type { Verb } from './verb.js'

/** A life that begins with an order to be paid. */
interface Payable extends AnyLife {
  payBy: Moment | undefined
}

/** The buyer gives a means of payment, in time and once; `apply` asks for the money, `timeOver` is what comes of being late. */
export function payOrder<L extends Payable>(
  apply: (life: L) => void,
  timeOver: (life: L) => void,
): Verb<L, { readonly order: string }> {
  return {
    on: 'order',
    by: ['buyer'],
    from: ['AWAITING_PAYMENT'],
    before: (life) => life.payBy ?? 0,
    whenLate: (life) => life.payBy !== undefined && timeOver(life),
    unless: (life) => (liveOf(life, 'PAYMENT') ? 'PAYMENT_IN_PROGRESS' : undefined),
    apply,
    ask: ({ order: id }, { habit }) => [
      'mutation($id: ID!, $k: String!, $t: String!) { payOrder(id: $id, idempotencyKey: $k, paymentToken: $t) { id } }',
      { id, k: randomUUID(), t: habit },
    ],
  }
}
