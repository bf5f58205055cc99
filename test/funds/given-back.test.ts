import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { gateway, type Gateway } from '../../api/funds/gateway.js'
import { sandboxReconciliation } from '../../api/funds/gateways/sandbox/sandbox-reconciliation.js'
import { checkLedger } from '../../api/funds/ledger-check.js'
import { settleOperation } from '../../api/funds/settle-operation.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { ADMIN, aCampaign, aCampaignOrder, BUYER, FINANCE, SUPPORT } from '../support/campaigns.js'
import type { Caller } from '../support/caller.js'
import { PAY, pay, placeOrders } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'

const MARK =
  'mutation($id: ID!, $k: String!, $r: String!, $v: Int, $d: Boolean) { markPaymentGivenBack(id: $id, idempotencyKey: $k, reason: $r, expectedVersion: $v, dryRun: $d) { id state failureCode failure version } }'
const REASON = 'The bank converted it; given back in the dashboard.'
/** With this token the gateway takes in a cent less than was asked for. */
const SHORT = 'tok_webhook_never'
const LATE = HOUR / 4 + 3000

let world: World
let buyer: Caller
let finance: Caller
let honest: Gateway

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as(BUYER)
  finance = await world.as(FINANCE)
  honest = gateway.bound
})
beforeEach(() => {
  const short =
    (act: Gateway['charge']): Gateway['charge'] =>
    async (request, signal) => {
      const outcome = await act(request, signal)
      if (request.token !== SHORT || outcome.result !== 'SUCCEEDED') return outcome
      await world.rows('update sandbox.payments set amount = amount - 1 where key = $1', [request.key])
      return { ...outcome, amount: outcome.amount - 1n }
    }
  gateway.bind({ ...honest, charge: short(honest.charge), authorise: short(honest.authorise) })
})
afterEach(() => gateway.bind(honest))
afterAll(() => world?.close())

interface Payment {
  id: string
  key: string
  state: string
  failure: string | null
  version: number
}

/** The newest payment of an order, as the books have it. */
const paymentOf = async (orderId: string) =>
  (
    await world.rows<Payment>(
      `select id, key, state, failure_code as failure, version from operations where order_id = $1 and purpose = 'PAYMENT' order by requested_at desc, id desc limit 1`,
      [orderId],
    )
  )[0]!

async function anOrder(): Promise<string> {
  const [orderId] = await placeOrders(buyer, [{ service: 'Directory listings' }])
  return orderId!
}

/** An order of which a cent less came in than was asked for. */
async function paidShort(orderId?: string): Promise<{ orderId: string; payment: Payment }> {
  const id = orderId ?? (await anOrder())
  await pay(buyer, id, SHORT)
  await world.settled()
  const payment = await paymentOf(id)
  expect(payment).toMatchObject({ state: 'UNKNOWN', failure: 'amount_mismatch' })
  return { orderId: id, payment }
}

const given = (id: string, more: object = {}) => ({ id, k: randomUUID(), r: REASON, ...more })

async function mark(id: string): Promise<void> {
  await finance.ask(MARK, given(id))
  await world.settled()
}

/** Somebody gives it back at the provider, where it stands in their books alone. */
const giveBackThere = (key: string) =>
  world.rows(
    `insert into sandbox.actions (key, ref, kind, payment_ref, amount, currency, state)
      select 'theirs_' || ref, 'theirs_' || ref, case kind when 'CHARGE' then 'REFUND' else 'VOID' end, ref, amount, currency, 'SUCCEEDED' from sandbox.payments where key = $1`,
    [key],
  )

/** The gateway says so much of a payment, as a webhook would. */
async function says({ id, key }: Payment, amount: bigint): Promise<boolean> {
  const [their] = await world.rows<{ ref: string }>('select ref from sandbox.payments where key = $1', [key])
  const result = { result: 'SUCCEEDED', ref: their?.ref ?? id, amount, currency: 'EUR', key } as const
  return transaction(world.running.house, system('payments'), (tx) => settleOperation(tx, id, result))
}

/** The gateway finds in its books that all of it came in, and says so. */
async function findsAll(payment: Payment): Promise<void> {
  await world.rows('update sandbox.payments set amount = amount + 1 where key = $1', [payment.key])
  await says(payment, 9900n)
}

const statusOf = async (orderId: string) =>
  (await finance.ask('query($id: ID!) { order(id: $id) { status payment { state } } }', { id: orderId }))[
    'order'
  ]
const tasksOf = async (orderId: string) =>
  (
    await world.rows<{ status: string }>(
      `select status from tasks where order_id = $1 and role = 'FINANCE' order by id`,
      [orderId],
    )
  ).map((t) => t.status)
const eventsOf = async (orderId: string) =>
  (
    await world.rows<{ type: string }>('select type from events where stream_id = $1 order by sequence', [
      orderId,
    ])
  ).map((e) => e.type)
const offered = async (orderId: string) =>
  (
    await finance.ask(
      'query($id: ID!) { order(id: $id) { payment { operations { availableActions { name allowed } } } } }',
      { id: orderId },
    )
  )['order'].payment.operations.map((o: { availableActions: { name: string; allowed: boolean }[] }) =>
    o.availableActions.some((a) => a.name === 'markPaymentGivenBack' && a.allowed),
  )
const theirFaults = () => checkLedger((statement) => world.rows(statement), sandboxReconciliation)

describe('a payment of another amount that was given back at the gateway', () => {
  test('has failed: the task ends, the buyer is told and pays again', async () => {
    const { orderId, payment } = await paidShort()
    expect(await buyer.refused(PAY, { id: orderId, k: randomUUID(), t: 'tok_ok' })).toMatchObject({
      code: 'PAYMENT_IN_PROGRESS',
    })
    expect([await tasksOf(orderId), await offered(orderId)]).toEqual([['OPEN'], [true]])
    expect(await world.ledgerFaults()).toEqual([
      {
        invariant: 'the amount is what was asked',
        subject: payment.id,
        found: 'It was another amount: €98.99.',
      },
    ])
    const key = randomUUID()
    const { markPaymentGivenBack } = await finance.ask(MARK, given(payment.id, { k: key }))
    expect(markPaymentGivenBack).toMatchObject({
      state: 'FAILED',
      failureCode: 'amount_mismatch',
      failure: 'It was another amount: €98.99. It was given back.',
    })
    await world.settled()
    expect((await finance.ask(MARK, given(payment.id, { k: key })))['markPaymentGivenBack']).toMatchObject({
      state: 'FAILED',
    })
    expect(await finance.refused(MARK, given(payment.id))).toMatchObject({ code: 'INVALID_TRANSITION' })
    expect([await tasksOf(orderId), await offered(orderId)]).toEqual([['CANCELLED'], [false]])
    expect(await world.ledgerFaults()).toEqual([])
    expect(await statusOf(orderId)).toEqual({ status: 'AWAITING_PAYMENT', payment: { state: 'NONE' } })
    expect((await eventsOf(orderId)).filter((type) => type.startsWith('payment.'))).toEqual([
      'payment.given-back',
      'payment.refused',
    ])
    const mails = (await world.inbox(BUYER)).filter((mail) => mail.template === 'payment-failed')
    expect(mails).toHaveLength(1)
    expect(mails[0]!.text).toContain('It was another amount: €98.99. It was given back.')
    await giveBackThere(payment.key)
    await pay(buyer, orderId)
    await world.settled()
    expect(await statusOf(orderId)).toEqual({ status: 'COMPLETED', payment: { state: 'SETTLED' } })
  })

  test('is told by finance or an admin alone, with a reason, and the team reads it', async () => {
    const { orderId, payment } = await paidShort()
    for (const email of [BUYER, SUPPORT]) {
      const other = await world.as(email)
      expect((await other.refused(MARK, given(payment.id))).code).toBe('FORBIDDEN')
    }
    expect((await finance.refused(MARK, given(payment.id, { r: ' ' }))).code).toBe('VALIDATION')
    expect(await finance.refused(MARK, given(payment.id, { v: payment.version - 1 }))).toMatchObject({
      code: 'STALE_VERSION',
    })
    expect((await finance.refused(MARK, given('opn_00000000000000000000000000'))).code).toBe('NOT_FOUND')
    const tried = await finance.ask(MARK, given(payment.id, { d: true }))
    expect(tried['markPaymentGivenBack'].state).toBe('FAILED')
    expect([(await paymentOf(orderId)).state, await tasksOf(orderId)]).toEqual(['UNKNOWN', ['OPEN']])
    const admin = await world.as(ADMIN)
    await admin.ask(MARK, given(payment.id))
    await world.settled()
    const FEED =
      'query($id: ID!) { order(id: $id) { activity(first: 100) { nodes { what ... on PaymentEntry { reason } } } } }'
    const feed = async (caller: Caller) =>
      (await caller.ask(FEED, { id: orderId }))['order'].activity.nodes.filter(({ what }: { what: string }) =>
        what.startsWith('payment.'),
      )
    expect(await feed(admin)).toContainEqual({ what: 'payment.given-back', reason: REASON })
    expect(await feed(buyer)).toEqual([{ what: 'payment.refused', reason: null }])
    const { auditEntries } = await admin.ask(
      'query($w: AuditWhere) { auditEntries(where: $w, first: 100) { nodes { type verb streamId actor { kind } } } }',
      { w: { about: { in: [orderId] } } },
    )
    expect(auditEntries.nodes).toContainEqual({
      type: 'payment.given-back',
      verb: 'markPaymentGivenBack',
      streamId: orderId,
      actor: { kind: 'staff' },
    })
    await giveBackThere(payment.key)
  })

  test('is missed by the gateway’s books until it was given back there', async () => {
    const { payment } = await paidShort()
    await mark(payment.id)
    expect(await theirFaults()).toEqual([
      { invariant: 'what succeeded we know of', subject: payment.key, found: 'ours is FAILED' },
    ])
    await giveBackThere(payment.key)
    expect(await theirFaults()).toEqual([])
  })

  test('is known, however often the gateway says it; yet another amount is looked into anew', async () => {
    const { orderId, payment } = await paidShort()
    await mark(payment.id)
    const before = [await eventsOf(orderId), await paymentOf(orderId)]
    expect(await says(payment, 9899n)).toBe(false)
    expect([await eventsOf(orderId), await paymentOf(orderId)]).toEqual(before)
    await says(payment, 9800n)
    expect(await tasksOf(orderId)).toEqual(['CANCELLED', 'OPEN'])
    expect(await world.ledgerFaults()).toMatchObject([{ subject: payment.id }])
    await mark(payment.id)
    expect(await tasksOf(orderId)).toEqual(['CANCELLED', 'CANCELLED'])
    expect(await world.ledgerFaults()).toEqual([])
    expect((await eventsOf(orderId)).filter((type) => type === 'payment.refused')).toHaveLength(1)
    await giveBackThere(payment.key)
  })

  test('leaves the order to expire where its time is over, and none clicks it alive', async () => {
    const [early, late] = [await paidShort(), await paidShort()]
    await mark(early.payment.id)
    await world.move(LATE)
    await world.settled()
    expect(await statusOf(early.orderId)).toMatchObject({ status: 'CANCELLED' })
    expect(await statusOf(late.orderId)).toMatchObject({ status: 'AWAITING_PAYMENT' })
    await mark(late.payment.id)
    expect(await statusOf(late.orderId)).toEqual({ status: 'CANCELLED', payment: { state: 'NONE' } })
    expect((await eventsOf(late.orderId)).at(-1)).toBe('order.expired')
    expect(await tasksOf(late.orderId)).toEqual(['CANCELLED'])
    for (const { orderId, payment } of [early, late]) {
      expect(await buyer.refused(PAY, { id: orderId, k: randomUUID(), t: 'tok_ok' })).toMatchObject({
        code: 'INVALID_TRANSITION',
        current: 'CANCELLED',
      })
      await giveBackThere(payment.key)
    }
  })

  test('of a campaign leaves the buyer to pay again', async () => {
    const { orderId, payment } = await paidShort(await aCampaignOrder(world))
    expect(await statusOf(orderId)).toMatchObject({ payment: { state: 'AUTHORISING' } })
    await mark(payment.id)
    await giveBackThere(payment.key)
    expect(await statusOf(orderId)).toEqual({ status: 'AWAITING_PAYMENT', payment: { state: 'NONE' } })
    await pay(buyer, orderId)
    await world.settled()
    expect(await statusOf(orderId)).toEqual({ status: 'OPEN', payment: { state: 'AUTHORISED' } })
    expect(await theirFaults()).toEqual([])
  })
})

describe('the amount that was asked for', () => {
  test('heard first settles the payment: there is nothing to give back', async () => {
    const { orderId, payment } = await paidShort()
    await findsAll(payment)
    await world.settled()
    expect(await finance.refused(MARK, given(payment.id))).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'SUCCEEDED',
    })
    expect(await statusOf(orderId)).toEqual({ status: 'COMPLETED', payment: { state: 'SETTLED' } })
  })

  test.each(['after', 'in the same moment'])(
    'heard %s goes back, or settles it: one of both',
    async (moment) => {
      const { orderId, payment } = await paidShort()
      const marking = finance.raw(MARK, given(payment.id))
      if (moment === 'after') await marking
      const [answer] = await Promise.all([marking, findsAll(payment)])
      await world.settled()
      await world.move(5000)
      await world.settled()
      const code = answer.errors?.[0]?.extensions.code ?? 'done'
      const { status } = await statusOf(orderId)
      expect([
        ['done', 'AWAITING_PAYMENT'],
        ['INVALID_TRANSITION', 'COMPLETED'],
      ]).toContainEqual([code, status])
      const events = await eventsOf(orderId)
      expect(events.includes('payment.came-late')).toBe(code === 'done')
      expect(events.includes('refund.issued')).toBe(code === 'done')
      expect(await world.ledgerFaults()).toEqual([])
      expect(await tasksOf(orderId)).toEqual(['CANCELLED'])
    },
  )
})

describe('nothing but a payment of another amount', () => {
  test('is marked as given back: no paid one, no refused one', async () => {
    const [paid, refused] = [await anOrder(), await anOrder()]
    await pay(buyer, paid)
    await pay(buyer, refused, 'tok_refused')
    await world.settled()
    for (const orderId of [paid, refused]) {
      expect(await offered(orderId)).not.toContain(true)
      const { id, state } = await paymentOf(orderId)
      expect(await finance.refused(MARK, given(id))).toMatchObject({
        code: 'INVALID_TRANSITION',
        current: state,
      })
    }
  })

  test('is marked as given back: no capture of another amount', async () => {
    const { orderId } = await aCampaign(world, { at: 'ACCEPTED', token: 'tok_capture_refused' })
    const [capture] = await world.rows<Payment>(
      `select id, key from operations where order_id = $1 and kind = 'CAPTURE'`,
      [orderId],
    )
    await says(capture!, 1n)
    expect(await world.ledgerFaults()).toMatchObject([{ subject: capture!.id }])
    expect(await offered(orderId)).not.toContain(true)
    expect((await finance.refused(MARK, given(capture!.id))).code).toBe('INVALID_TRANSITION')
    await finance.ask(
      'mutation($id: ID!, $k: String!) { retryOperation(id: $id, idempotencyKey: $k) { id } }',
      { id: capture!.id, k: randomUUID() },
    )
    await world.settled()
  })

  test('but one that had failed when the money came: it stays failed, and the buyer is told nothing more', async () => {
    const orderId = await anOrder()
    await pay(buyer, orderId, 'tok_refused')
    await world.settled()
    const payment = await paymentOf(orderId)
    await says(payment, 9800n)
    expect([await tasksOf(orderId), await offered(orderId)]).toEqual([['OPEN'], [true]])
    await mark(payment.id)
    expect(await paymentOf(orderId)).toMatchObject({ state: 'FAILED', failure: 'amount_mismatch' })
    expect(await tasksOf(orderId)).toEqual(['CANCELLED'])
    expect((await eventsOf(orderId)).filter((type) => type.startsWith('payment.'))).toEqual([
      'payment.refused',
      'payment.given-back',
    ])
    expect(await world.ledgerFaults()).toEqual([])
  })
})
