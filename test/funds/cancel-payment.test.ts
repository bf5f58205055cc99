import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { cancelPayment } from '../../api/funds/cancel-operation.js'
import { closeFunds } from '../../api/funds/held-funds.js'
import { sendOperation } from '../../api/funds/operation-jobs.js'
import { type Operation, operationResults } from '../../api/funds/operation.js'
import { actOnNextDue } from '../../api/platform/due.js'
import type { Tx } from '../../api/platform/context.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { workOn } from '../../api/platform/jobs.js'
import { fundsKinds, type FundsHouse, openFundsHouse, until } from './support/funds-house.js'

let database: FreshDatabase
let funds: FundsHouse

beforeAll(async () => {
  database = await freshDatabase()
  funds = await openFundsHouse(database.url)
})
// As an order does it: a payment that was called off ends the order, and with it its funds.
beforeEach(() => {
  const ended = async (tx: Tx, operation: Operation) => {
    funds.heard.push(operation)
    if (operation.cancelAsked && operation.state === 'FAILED')
      await closeFunds(tx, { orderId: operation.orderId })
  }
  const of = operationResults.bound
  operationResults.bind({ ...of, PAYMENT: ended, REFUND: ended, LATE_REFUND: ended })
})
afterAll(async () => {
  await funds.close()
  await database.drop()
})

const operations = (orderId: string) =>
  funds.query<{ id: string; kind: string; state: string; failure: string | null }>(
    'select id, kind, state, failure_code as failure from operations where order_id = $1 order by requested_at, id',
    [orderId],
  )
const held = async (orderId: string) =>
  (
    await funds.query<{ held: string; due: string }>(
      'select held::text as held, refund_due::text as due from held_funds where id = $1',
      [orderId],
    )
  )[0]
const send = async (orderId: string) => {
  const operationId = (await operations(orderId)).at(-1)?.id ?? ''
  await sendOperation.run(funds.house, { operationId }, { jobId: '', number: 0, last: false })
}
const settled = (orderId: string, state: string) =>
  until(
    () => operations(orderId),
    (rows) => rows[0]?.state === state,
  )

test('a payment never sent is called off at once, and the gateway never hears of it', async () => {
  const orderId = await funds.pay('tok_ok')
  expect(await funds.do((tx) => cancelPayment(tx, { orderId }))).toBe('OVER')
  await send(orderId)
  expect(await operations(orderId)).toMatchObject([{ state: 'FAILED', failure: 'cancelled' }])
  expect(await funds.query('select 1 from sandbox.payments')).toEqual([])
  expect(await funds.do((tx) => cancelPayment(tx, { orderId }))).toBe('OVER')
})

test('one that was sent is the gateway’s to call off: still undecided, it ends the order', async () => {
  await workOn(funds.house, fundsKinds)
  const orderId = await funds.pay('tok_slow')
  await settled(orderId, 'UNKNOWN')
  expect(await funds.do((tx) => cancelPayment(tx, { orderId }))).toBe('ASKED')
  await settled(orderId, 'FAILED')
  expect(funds.heard.at(-1)).toMatchObject({
    orderId,
    state: 'FAILED',
    failureCode: 'cancelled',
    cancelAsked: true,
  })
  expect(await held(orderId)).toEqual({ held: '0', due: '0' })
})

test('one that was charged all the while settles the order after all', async () => {
  const orderId = await funds.pay('tok_hang')
  await settled(orderId, 'SENT')
  expect(await funds.do((tx) => cancelPayment(tx, { orderId }))).toBe('ASKED')
  await settled(orderId, 'SUCCEEDED')
  expect(funds.heard.at(-1)).toMatchObject({ orderId, state: 'SUCCEEDED', cancelAsked: true })
  expect(await held(orderId)).toEqual({ held: '5000', due: '0' })
})

test('money that comes after the gateway said it would not is due back at once, and refunded', async () => {
  const orderId = await funds.pay('tok_late')
  await settled(orderId, 'UNKNOWN')
  expect(await funds.do((tx) => cancelPayment(tx, { orderId }))).toBe('ASKED')
  await settled(orderId, 'SUCCEEDED')
  expect(await held(orderId)).toEqual({ held: '0', due: '5000' })
  await until(() => actOnNextDue(funds.house), Boolean)
  const [, refund] = await until(
    () => operations(orderId),
    (rows) => rows[1]?.state === 'SUCCEEDED',
  )
  expect(refund).toMatchObject({ kind: 'REFUND' })
  expect(await held(orderId)).toEqual({ held: '0', due: '0' })
  const events = await funds.query<{ type: string }>(
    'select type from events where stream_id = $1 order by sequence',
    [orderId],
  )
  expect(events.map((e) => e.type)).toEqual([
    'payment.cancelled',
    'payment.came-late',
    'refund.requested',
    'refund.issued',
  ])
})
