import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { askOperation, sendOperation } from '../../api/funds/operation-jobs.js'
import type { OperationKind } from '../../api/funds/operation.js'
import { requestCapture } from '../../api/funds/request-capture.js'
import { requestRefund } from '../../api/funds/request-refund.js'
import { returnFunds } from '../../api/funds/return-funds.js'
import { settleHeld } from '../../api/funds/settle-held.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { type FundsHouse, openFundsHouse, until } from './support/funds-house.js'

const worker = join(import.meta.dirname, '../../dist/test/funds/support/send-and-die.js')
const next = { jobId: '', number: 1, last: false }
const ROUNDS = Number(process.env['ROUNDS'] ?? 1)

let database: FreshDatabase
let funds: FundsHouse

beforeAll(async () => {
  database = await freshDatabase()
  funds = await openFundsHouse(database.url)
})
afterAll(async () => {
  await funds.close()
  await database.drop()
})

/** Sends an operation in a process of its own, which is killed at the point. */
async function sendAndDie(operationId: string, point: string): Promise<void> {
  const child = spawn(process.execPath, [worker, database.url, operationId, point], { stdio: 'inherit' })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
}

type Row = { id: string; state: string; key: string }
const operationOf = async (orderId: string, kind: string) => {
  const found = await funds.query<Row>(
    'select id, state, key from operations where order_id = $1 and kind = $2',
    [orderId, kind],
  )
  return found[0] ?? { id: '', state: 'NONE', key: '' }
}
const effects = async (key: string) =>
  (
    await funds.query(
      'select 1 from sandbox.payments where key = $1 union all select 1 from sandbox.actions where key = $1',
      [key],
    )
  ).length
const bookings = async (operationId: string) =>
  (
    await funds.query(
      `select 1 from transfers t join operations o on o.order_id = t.order_id
        where o.id = $1 and t.cause = lower(o.kind) || ':' || case o.kind when 'CAPTURE' then o.payment_id else o.id end`,
      [operationId],
    )
  ).length

/** What the queue does with a job whose worker died: it runs again, and what that does not know is asked for. */
async function tryAgain(operationId: string): Promise<void> {
  await sendOperation.run(funds.house, { operationId }, next)
  await askOperation.run(funds.house, { operationId }, next)
}

/** What books nothing: no money moves. */
const memos: readonly OperationKind[] = ['AUTHORISE', 'VOID']

const points = [
  { point: 'before-the-call', left: 'SENT', effectsLeft: 0 },
  { point: 'after-the-effect', left: 'SENT', effectsLeft: 1 },
  { point: 'after-recording', left: 'SUCCEEDED', effectsLeft: 1 },
]

describe.each(points)('a worker killed $point', ({ point, left, effectsLeft }) => {
  async function killedAndMended(orderId: string, kind: OperationKind): Promise<void> {
    const { id, key } = await operationOf(orderId, kind)
    await sendAndDie(id, point)
    expect([(await operationOf(orderId, kind)).state, await effects(key)]).toEqual([left, effectsLeft])
    await tryAgain(id)
    expect([(await operationOf(orderId, kind)).state, await effects(key), await bookings(id)]).toEqual([
      'SUCCEEDED',
      1,
      memos.includes(kind) ? 0 : 1,
    ])
  }

  const rounds = Array.from({ length: ROUNDS }, (_, at) => at + 1)

  test.each(rounds)('moves the money once, in and back (%i)', async () => {
    const orderId = await funds.pay('tok_webhook_never')
    await killedAndMended(orderId, 'CHARGE')
    await funds.do((tx) => requestRefund(tx, { orderId }))
    await killedAndMended(orderId, 'REFUND')
    const [left] = await funds.query(
      'select held::int, refund_due::int as due from held_funds where id = $1',
      [orderId],
    )
    expect(left).toEqual({ held: 0, due: 0 })
  })

  test.each(rounds)('moves a campaign’s money once: set aside, taken in, split (%i)', async () => {
    const orderId = await funds.authorise('tok_webhook_never')
    await killedAndMended(orderId, 'AUTHORISE')
    await funds.do((tx) => requestCapture(tx, { orderId }))
    await killedAndMended(orderId, 'CAPTURE')
    await funds.do((tx) => settleHeld(tx, { orderId, refund: 2000n }))
    await killedAndMended(orderId, 'REFUND')
    await killedAndMended(orderId, 'RELEASE')
    const [left] = await funds.query(
      'select held::int, refund_due::int as due, payable::int from held_funds where id = $1',
      [orderId],
    )
    expect(left).toEqual({ held: 0, due: 0, payable: 0 })
  })

  test.each(rounds)('lets go once what was set aside (%i)', async () => {
    const orderId = await funds.authorise('tok_webhook_never')
    await tryAgain((await operationOf(orderId, 'AUTHORISE')).id)
    await funds.do((tx) => returnFunds(tx, { orderId }))
    await killedAndMended(orderId, 'VOID')
    const [left] = await funds.query('select state, amount::int from sandbox.actions where key like $1', [
      `${(await operationOf(orderId, 'VOID')).id}-%`,
    ])
    expect(left).toEqual({ state: 'SUCCEEDED', amount: 5000 })
  })
})

test('a worker killed inside our own transaction leaves the operation as it was', async () => {
  const orderId = await funds.pay('tok_ok')
  const { id } = await operationOf(orderId, 'CHARGE')
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  await owner.query('begin')
  await owner.query('select 1 from operations where id = $1 for update', [id])
  const child = spawn(process.execPath, [worker, database.url, id, 'never'], { stdio: 'inherit' })
  const ended = once(child, 'exit')
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await until(async () => {
    await owner.query('select pg_stat_clear_snapshot()')
    return (await owner.query(waiting)).rowCount
  }, Boolean)
  child.kill('SIGKILL')
  await ended
  await owner.query('rollback')
  await owner.end()
  expect((await operationOf(orderId, 'CHARGE')).state).toBe('REQUESTED')
  await tryAgain(id)
  expect((await operationOf(orderId, 'CHARGE')).state).toBe('SUCCEEDED')
})
