import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { listenIn } from '../support/listen-in.js'
import { aPaidOrder, placeOrders } from '../support/shopping.js'
import { dayIn, moveToHour, tradeTime } from '../support/to-the-hour.js'
import { openWorld, type World } from '../support/world.js'
import { CANCEL, SORRY } from './a-delivery.js'

const BY_DAY = 'query($d: Int) { ordersByDay(days: $d) { day placed ended underWay } }'
const ADMIN = 'admin@demo.test'
const AGENCY = 'agency@demo.test'
const ZONE = 'America/New_York'

interface OnDay {
  readonly day: string
  readonly placed: number
  readonly ended: number
  readonly underWay: number
}

let world: World
let before = 0
beforeAll(async () => {
  world = await openWorld({ WORKING_ZONE: ZONE })
  const [running] = await world.rows<{ n: number }>(
    'select count(*)::int as n from orders where ended_at is null',
  )
  before = running!.n
  await happen()
})
afterAll(() => world?.close())

const read = async (who = ADMIN, d?: number) =>
  (await (await world.as(who)).ask(BY_DAY, { d }))['ordersByDay'] as OnDay[]

/** Three are paid on one day, and another placed whose time to pay passes; on the next but one an order is called off. */
async function happen(): Promise<void> {
  const buyer = await world.as(AGENCY)
  await moveToHour(world, 16)
  const first = await aPaidOrder(world)
  await placeOrders(buyer, [{ service: 'Local search optimisation' }])
  // Past midnight by UTC, and still the same day in New York: the unpaid one has expired meanwhile.
  await moveToHour(world, 2)
  await aPaidOrder(world)
  await aPaidOrder(world)
  await moveToHour(world, 16)
  await moveToHour(world, 15)
  await buyer.ask(CANCEL, { id: first, r: SORRY, k: randomUUID() })
  await world.settled()
  await moveToHour(world, 14)
}

describe('how orders came and went', () => {
  test('is told day by day in the team’s zone: placed, ended, and under way when the day ended', async () => {
    const days = await read()
    expect(days).toHaveLength(30)
    expect(days.slice(-4).map(({ day: _day, ...counts }) => counts)).toEqual([
      { placed: 4, ended: 1, underWay: before + 3 },
      { placed: 0, ended: 0, underWay: before + 3 },
      { placed: 0, ended: 1, underWay: before + 2 },
      { placed: 0, ended: 0, underWay: before + 2 },
    ])
    expect(days.at(-1)!.day).toBe(dayIn(ZONE, await tradeTime(world)))
    const { ordersByStage } = await (await world.as(ADMIN)).ask('{ ordersByStage { count } }')
    expect(days.at(-1)!.underWay).toBe(
      (ordersByStage as { count: number }[]).reduce((all, { count }) => all + count, 0),
    )
  })

  test('is the same of the last days, however many are asked for', async () => {
    const month = await read()
    expect(await read(ADMIN, 2)).toEqual(month.slice(-2))
    const year = await read(ADMIN, 366)
    expect(year.slice(-30)).toEqual(month)
    expect(year[0]).toMatchObject({ placed: 0, ended: 0, underWay: 0 })
    for (const d of [0, 367])
      expect(await (await world.as(ADMIN)).refused(BY_DAY, { d })).toMatchObject({ code: 'VALIDATION' })
  })

  test('is for those who see how it goes on the whole', async () => {
    for (const who of ['support@demo.test', 'finance@demo.test'])
      expect(await read(who)).toEqual(await read())
    for (const who of ['fulfilment@demo.test', AGENCY, 'client@demo.test', 'channel@demo.test'])
      expect(await (await world.as(who)).refused(BY_DAY)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await world.caller().refused(BY_DAY)).toMatchObject({ code: 'NOT_SIGNED_IN' })
  })
})

/** Blocks of 8 kB that a month may touch, however many years there were. */
const MOST_BLOCKS = 200

test('a month of it costs the same after years, in one statement', async () => {
  const told = await read()
  await world.rows(`with copies as (select n, 'ord_' || lpad(n::text, 26, '0') as id from generate_series(1, 20000) n),
      opened as (insert into streams (id, last_sequence) select id, 0 from copies)
    insert into orders select t.* from copies c, orders o, jsonb_populate_record(o, jsonb_build_object('id', c.id,
      'number', 'W-' || 200000 + c.n, 'placed_at', now() - interval '3 years' + c.n * interval '1 hour', 'ended_at', now() - interval '3 years' + c.n * interval '1 hour')) t
      where o.id = (select id from orders where status = 'CANCELLED' order by id limit 1)`)
  await world.rows('vacuum analyze orders')
  const asked = listenIn(world)
  expect(await read()).toEqual(told)
  expect(asked.statements).toHaveLength(1)
  expect(await asked.blocks()).toBeLessThan(MOST_BLOCKS)
  asked.stop()
})
