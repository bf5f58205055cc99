import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { newId } from '../../api/lib/ids.js'
import { Refusal } from '../../api/lib/refusal.js'
import type { Tx } from '../../api/platform/context.js'
import { row } from '../../api/platform/database.js'
import { type DeadlineAct, deadlineActs, deadlineGivenUp } from '../../api/platform/deadlines.js'
import { actOnNextDue } from '../../api/platform/due.js'
import { startWorker } from '../../api/platform/worker.js'
import { placeOrders } from '../support/shopping.js'
import { openStillHouse, type StillHouse } from './still-house.js'

const HOUR = 3_600_000

let still: StillHouse
let real: Readonly<Record<string, DeadlineAct>>
let realGivenUp: typeof deadlineGivenUp.bound
/** What the acts of this file do, besides writing down that they acted. */
let fails: Record<string, unknown> = {}

beforeAll(async () => {
  still = await openStillHouse()
  await still.rows(
    'create table acted (n int generated always as identity, id text, kind text, at timestamptz default clock_timestamp())',
  )
  real = deadlineActs.bound
  realGivenUp = deadlineGivenUp.bound
  const act: DeadlineAct = async (tx, due) => {
    await noted(tx, due.subjectId, due.kind)
    if (due.kind in fails) throw fails[due.kind]
  }
  deadlineActs.bind({ ...real, 'Test.well': act, 'Test.badly': act, 'Test.refused': act, 'Test.busy': act })
  deadlineGivenUp.bind((tx, due, error) => noted(tx, due.subjectId, `given up: ${error}`))
})
afterAll(async () => {
  deadlineActs.bind(real)
  deadlineGivenUp.bind(realGivenUp)
  await still.close()
})
beforeEach(async () => {
  fails = {}
  await still.rows('truncate acted')
  await still.rows('delete from deadlines')
})

const noted = async (tx: Tx, id: string, kind: string) =>
  void (await row(tx, sql`insert into acted (id, kind) values (${id}, ${kind})`))

/** A deadline of a subject of its own, due so many milliseconds before now; gives the subject. */
async function due(kind: string, ago = 10_000, usefulFor: number | null = null): Promise<string> {
  const id = newId('tsk')
  await still.rows('insert into streams (id) values ($1)', [id])
  await still.rows(
    `insert into deadlines (id, machine, kind, subject_id, stream_id, due_at, try_at, useful_until)
     values ($1, 'Test', $2, $3, $3, app_now() - $4 * interval '1 ms', app_now() - $4 * interval '1 ms', app_now() + $5 * interval '1 ms')`,
    [newId('dln'), kind, id, ago, usefulFor],
  )
  return id
}

const acted = async () =>
  (await still.rows<{ id: string }>('select id from acted order by n')).map((a) => a.id)
const left = () =>
  still.rows<{ subject_id: string; attempts: number; last_error: string; wait: number }>(
    'select subject_id, attempts, last_error, round(extract(epoch from try_at - app_now()))::int as wait from deadlines order by subject_id',
  )
const actAll = async () => {
  while (await actOnNextDue(still.house)) continue
}

async function worked(until: () => Promise<boolean>, workers = 1): Promise<void> {
  const running = Array.from({ length: workers }, () => startWorker(still.house))
  for (let i = 0; i < 400 && !(await until()); i++) await new Promise((done) => setTimeout(done, 25))
  await Promise.all(running.map((worker) => worker.stop()))
}

describe('a deadline', () => {
  test('acts once, whoever looks', async () => {
    const ids: string[] = []
    for (let i = 0; i < 40; i++) ids.push(await due('well'))
    await worked(async () => (await left()).length === 0, 4)
    expect((await acted()).toSorted()).toEqual(ids.toSorted())
  })

  test('that is asked by many at once acts once', async () => {
    const id = await due('well')
    const answers = await Promise.all(Array.from({ length: 10 }, () => actOnNextDue(still.house)))
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await acted()).toEqual([id])
  })

  test('whose moment has not come does nothing', async () => {
    await due('well', -60_000)
    expect(await actOnNextDue(still.house)).toBe(false)
    expect(await left()).toHaveLength(1)
  })

  test('that fails leaves nothing, is tried again after pauses that grow, and is at last given up to people; others go on', async () => {
    fails = { badly: new Error('the printer is on fire') }
    const bad = await due('badly', 60_000)
    const good = await due('well', 1000)
    const waits: number[] = []
    for (let attempt = 1; attempt <= 6; attempt++) {
      await actAll()
      const [waiting] = await left()
      expect(waiting).toMatchObject({
        subject_id: bad,
        attempts: attempt,
        last_error: 'the printer is on fire',
      })
      waits.push(waiting!.wait)
      await still.rows(`update deadlines set try_at = app_now() - interval '1 s'`)
    }
    expect(await acted()).toEqual([good])
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(waits[0]).toBeLessThanOrEqual(2)
    expect(waits.at(-1)).toBeGreaterThanOrEqual(3600)
    await actAll()
    expect(await left()).toEqual([])
    expect(await still.rows('select id, kind from acted where id = $1', [bad])).toEqual([
      { id: bad, kind: 'given up: the printer is on fire' },
    ])
  })

  test('that can not even be given up blocks no other', async () => {
    fails = { badly: new Error('still on fire') }
    const bound = deadlineGivenUp.bound
    deadlineGivenUp.bind(() => Promise.reject(new Error('nobody is there')))
    const bad = await due('badly', 60_000)
    await still.rows('update deadlines set attempts = 6')
    const good = await due('well', 1000)
    await actOnNextDue(still.house).catch(() => undefined)
    await actOnNextDue(still.house)
    deadlineGivenUp.bind(bound)
    expect(await acted()).toEqual([good])
    expect(await left()).toMatchObject([{ subject_id: bad }])
  })

  test('whose verb is refused no longer applies; one that found the lock taken is tried again', async () => {
    fails = { refused: new Refusal('INVALID_TRANSITION'), busy: new Refusal('BUSY') }
    await due('refused')
    const busy = await due('busy')
    await actAll()
    expect(await left()).toMatchObject([{ subject_id: busy, attempts: 1 }])
  })

  test('of an aggregate that somebody works on waits, and lets others pass', async () => {
    const taken = await due('well', 60_000)
    const free = await due('well')
    await still.owner.query('begin')
    await still.owner.query('select id from streams where id = $1 for no key update', [taken])
    await actAll()
    await still.owner.query('commit')
    expect(await acted()).toEqual([free])
    await actAll()
    expect(await acted()).toEqual([free, taken])
  })

  test('that was overslept by 50 hours acts once, the oldest first, and all of them within a minute', async () => {
    const ids: string[] = []
    for (let i = 0; i < 200; i++) ids.push(await due('well', 50 * HOUR - i * 60_000))
    const began = performance.now()
    await worked(async () => (await left()).length === 0)
    expect(await acted()).toEqual(ids)
    expect(performance.now() - began).toBeLessThan(60_000)
  })

  test('that only reminds is dropped when nobody has a use for it any more', async () => {
    await due('well', 50 * HOUR, -1)
    const useful = await due('well', 50 * HOUR, 60_000)
    await actAll()
    expect(await acted()).toEqual([useful])
    expect(await left()).toEqual([])
  })

  test('nothing is bound to is not lost', async () => {
    const id = await due('unheard-of')
    await actAll()
    expect(await left()).toMatchObject([
      { subject_id: id, attempts: 1, last_error: expect.stringContaining('Test.unheard-of') },
    ])
  })
})

describe('of real orders', () => {
  test('those left unpaid while everybody slept expire once each', async () => {
    const buyer = await still.as('agency@demo.test')
    const placed: string[] = []
    for (let i = 0; i < 10; i++)
      placed.push(...(await placeOrders(buyer, [{ service: 'Directory listings' }])))
    expect(await still.rows(`select id from deadlines where kind = 'payment-expiry'`)).toHaveLength(10)
    await still.rows(`update clock set shift_ms = shift_ms + $1`, [50 * HOUR])
    await worked(
      async () => (await still.rows(`select id from orders where status = 'CANCELLED'`)).length === 10,
    )
    const expired = await still.rows<{ stream_id: string; count: number }>(
      `select stream_id, count(*)::int as count from events where type = 'order.expired' group by 1`,
    )
    expect(expired.map((e) => e.stream_id).toSorted()).toEqual(placed.toSorted())
    expect(expired.filter((e) => e.count !== 1)).toEqual([])
    expect(await still.rows(`select id from deadlines where kind = 'payment-expiry'`)).toEqual([])
  })
})
