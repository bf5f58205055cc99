import { randomUUID } from 'node:crypto'
import { gateway, type Gateway } from '../../../api/funds/gateway.js'
import { sandboxReconciliation } from '../../../api/funds/gateways/sandbox/sandbox-reconciliation.js'
import { checkLedger } from '../../../api/funds/ledger-check.js'
import { settleOperation } from '../../../api/funds/settle-operation.js'
import { system } from '../../../api/lib/viewer.js'
import { transaction } from '../../../api/platform/transaction.js'
import { BUYER, FINANCE } from '../../support/campaigns.js'
import type { Caller } from '../../support/caller.js'
import { pay, placeOrders } from '../../support/shopping.js'
import { openWorld, type World } from '../../support/world.js'

export const MARK =
  'mutation($id: ID!, $k: String!, $r: String!, $v: Int, $d: Boolean) { markPaymentGivenBack(id: $id, idempotencyKey: $k, reason: $r, expectedVersion: $v, dryRun: $d) { id state failureCode failure version } }'
export const REASON = 'The bank converted it; given back in the dashboard.'
/** With this token the gateway takes in a cent less than was asked for. */
export const SHORT = 'tok_webhook_never'

/** What finance says of a payment. */
export const given = (id: string, more: object = {}) => ({ id, k: randomUUID(), r: REASON, ...more })

/** A payment as the books have it. */
export interface Payment {
  id: string
  key: string
  state: string
  failure: string | null
  version: number
}

/** A world whose gateway may take in another amount than was asked for, and what is looked at there. */
export type ShortWorld = Awaited<ReturnType<typeof openShortWorld>>

/** Opens it; close it in `afterAll`. */
export async function openShortWorld() {
  const world = await openWorld()
  takeInShort(world)
  const [buyer, finance] = [await world.as(BUYER), await world.as(FINANCE)]
  const anOrder = async () => (await placeOrders(buyer, [{ service: 'Directory listings' }]))[0]!
  const moneyIn = (orderId: string) => moneyInOf(world, orderId)
  return {
    world,
    buyer,
    finance,
    anOrder,
    moneyIn,
    ...gatewaysSide(world),
    ...lookedAt(world, finance),
    /** An order of which a cent less came in than was asked for. */
    async paidShort(placed?: string): Promise<{ orderId: string; payment: Payment }> {
      const orderId = placed ?? (await anOrder())
      await pay(buyer, orderId, SHORT)
      await world.settled()
      return { orderId, payment: await moneyIn(orderId) }
    },
    /** Finance says that it was given back. */
    async mark(id: string): Promise<void> {
      await finance.ask(MARK, given(id))
      await world.settled()
    },
  }
}

/** From now on the gateway takes in a cent less with the token SHORT. */
function takeInShort(world: World): void {
  const honest = gateway.bound
  const short =
    (kind: 'charge' | 'authorise'): Gateway['charge'] =>
    async (request, signal) => {
      const outcome = await honest[kind](request, signal)
      if (request.token !== SHORT || outcome.result !== 'SUCCEEDED') return outcome
      await world.rows('update sandbox.payments set amount = amount - 1 where key = $1', [request.key])
      return { ...outcome, amount: outcome.amount - 1n }
    }
  gateway.bind({ ...honest, charge: short('charge'), authorise: short('authorise') })
}

/** What was asked for last to bring an order's money. */
async function moneyInOf(world: World, orderId: string): Promise<Payment> {
  const [newest] = await world.rows<Payment>(
    `select id, key, state, failure_code as failure, version from operations where order_id = $1 and purpose in ('PAYMENT', 'CAPTURE') order by requested_at desc, id desc limit 1`,
    [orderId],
  )
  return newest!
}

function gatewaysSide(world: World) {
  /** The gateway says so much of a payment, as a webhook would. */
  const says = async ({ id, key }: Payment, amount: bigint): Promise<boolean> => {
    const [their] = await world.rows<{ ref: string }>('select ref from sandbox.payments where key = $1', [
      key,
    ])
    const result = { result: 'SUCCEEDED', ref: their?.ref ?? id, amount, currency: 'EUR', key } as const
    return transaction(world.running.house, system('payments'), (tx) => settleOperation(tx, id, result))
  }
  return {
    says,
    /** The gateway finds in its books that all of it came in, and says so. */
    async findsAll(payment: Payment): Promise<void> {
      await world.rows('update sandbox.payments set amount = amount + 1 where key = $1', [payment.key])
      await says(payment, 9900n)
    },
    /** Somebody gives it back at the provider, where it stands in their books alone. */
    giveBackThere: (key: string) =>
      world.rows(
        `insert into sandbox.actions (key, ref, kind, payment_ref, amount, currency, state)
          select 'theirs_' || ref, 'theirs_' || ref, case kind when 'CHARGE' then 'REFUND' else 'VOID' end, ref, amount, currency, 'SUCCEEDED' from sandbox.payments where key = $1`,
        [key],
      ),
    theirFaults: () => checkLedger((statement) => world.rows(statement), sandboxReconciliation),
  }
}

function lookedAt(world: World, finance: Caller) {
  return {
    async statusOf(orderId: string) {
      const ORDER = 'query($id: ID!) { order(id: $id) { status payment { state } } }'
      return (await finance.ask(ORDER, { id: orderId }))['order']
    },
    async tasksOf(orderId: string): Promise<string[]> {
      const OF = `select status from tasks where order_id = $1 and role = 'FINANCE' order by id`
      return (await world.rows<{ status: string }>(OF, [orderId])).map((task) => task.status)
    },
    async eventsOf(orderId: string): Promise<string[]> {
      const OF = 'select type from events where stream_id = $1 order by sequence'
      return (await world.rows<{ type: string }>(OF, [orderId])).map((event) => event.type)
    },
    /** Of each operation of an order, whether it may be marked as given back. */
    async offered(orderId: string): Promise<boolean[]> {
      const OPERATIONS =
        'query($id: ID!) { order(id: $id) { payment { operations { availableActions { name allowed } } } } }'
      const { operations } = (await finance.ask(OPERATIONS, { id: orderId }))['order'].payment
      return operations.map((o: { availableActions: { name: string; allowed: boolean }[] }) =>
        o.availableActions.some((a) => a.name === 'markPaymentGivenBack' && a.allowed),
      )
    },
  }
}
