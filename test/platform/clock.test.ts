import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { newId } from '../../api/lib/ids.js'
import { advanceClock, readClock } from '../../api/platform/clock.js'
import { row } from '../../api/platform/database.js'
import { type DeadlineAct, deadlineActs } from '../../api/platform/deadlines.js'
import { placeOrders } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'

let world: World
let acted: { kind: string; at: number }[] = []

beforeAll(async () => {
  world = await openWorld()
  const act: DeadlineAct = async (tx, due) => {
    acted.push({ kind: due.kind, at: tx.now.getTime() - new Date(due.dueAt).getTime() })
    await row(tx, sql`select 1`)
  }
  deadlineActs.bind({ ...deadlineActs.bound, 'Test.first': act, 'Test.second': act })
})
afterAll(() => world?.close())

async function due(kind: string, inMs: number): Promise<void> {
  const id = newId('tsk')
  await world.rows('insert into streams (id) values ($1)', [id])
  await world.rows(
    `insert into deadlines (id, machine, kind, subject_id, stream_id, due_at, try_at) values ($1, 'Test', $2, $3, $3, app_now() + $4 * interval '1 ms', app_now() + $4 * interval '1 ms')`,
    [newId('dln'), kind, id, inMs],
  )
}

const shift = async () => (await readClock(world.running.house)).shiftMs
const tradeTime = async () => (await readClock(world.running.house)).now.getTime()

test.each([0, -1000, 400 * 24 * HOUR])('the clock is not moved by %i ms', async (ms) => {
  const before = await shift()
  await expect(advanceClock(world.running.house, ms)).rejects.toMatchObject({ code: 'VALIDATION' })
  expect(await shift()).toBe(before)
})

test('the clock goes forward by what was said, and on the way each deadline acts at its own moment', async () => {
  acted = []
  await due('second', 30 * HOUR)
  await due('first', HOUR)
  const before = await tradeTime()
  await world.move(48 * HOUR)
  const moved = (await tradeTime()) - before
  expect(moved).toBeGreaterThanOrEqual(48 * HOUR)
  expect(moved).toBeLessThanOrEqual(48 * HOUR + 60_000)
  expect(acted.map((a) => a.kind)).toEqual(['first', 'second'])
  for (const { at } of acted) expect(at).toBeLessThan(30_000)
})

test('moved by two at once, the clock goes the whole way of both', async () => {
  const before = await tradeTime()
  await Promise.all([world.move(HOUR), world.move(HOUR)])
  expect((await tradeTime()) - before).toBeGreaterThanOrEqual(2 * HOUR)
})

test('the clock is not set back or left standing by a mutation', async () => {
  const before = await shift()
  const admin = await world.as('admin@demo.test')
  expect(await admin.refused('mutation { advanceClock(by: "PT0S") { now } }')).toMatchObject({
    code: 'VALIDATION',
  })
  expect(await admin.refused('mutation { advanceClock(by: "-PT1H") { now } }')).toMatchObject({
    code: 'GRAPHQL_VALIDATION_FAILED',
  })
  expect(await shift()).toBe(before)
})

test('an order whose part has ended leaves no deadline behind', async () => {
  const buyer = await world.as('agency@demo.test')
  const [id] = await placeOrders(buyer, [{ service: 'Directory listings' }])
  expect(await world.rows('select kind from deadlines where stream_id = $1', [id])).toEqual([
    { kind: 'payment-expiry' },
  ])
  await buyer.ask(
    'mutation($id: ID!) { payOrder(id: $id, idempotencyKey: "pay once", paymentToken: "tok_ok") { id } }',
    { id },
  )
  await world.settled()
  expect(await world.rows('select status from orders where id = $1', [id])).toEqual([{ status: 'COMPLETED' }])
  expect(await world.rows('select kind from deadlines where stream_id = $1', [id])).toEqual([])
})
