import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { DOLLARS, offerInDollars } from '../catalogue/in-dollars.js'
import { CANCEL, SORRY } from '../orders/a-delivery.js'
import { listenIn } from '../support/listen-in.js'
import { aPaidOrder } from '../support/shopping.js'
import { dayIn, moveToHour, tradeTime } from '../support/to-the-hour.js'
import { HOUR, openWorld, type World } from '../support/world.js'

const HELD =
  'query($d: Int) { moneyHeld(days: $d) { currency held { amount currency } days { day held { amount currency formatted } } } }'
const BUYER = 'agency@demo.test'
const FINANCE = 'finance@demo.test'
const ADMIN = 'admin@demo.test'
const ZONE = 'America/New_York'

interface Series {
  readonly currency: string
  readonly held: { amount: string; currency: string }
  readonly days: readonly { day: string; held: { amount: string; currency: string; formatted: string } }[]
}

let world: World
beforeAll(async () => {
  world = await openWorld({ WORKING_ZONE: ZONE })
})
afterAll(() => world?.close())

const read = async (who = FINANCE, d?: number) =>
  (await (await world.as(who)).ask(HELD, { d }))['moneyHeld'] as Series[]
const inEuros = (found: readonly Series[]) => found.find(({ currency }) => currency === 'EUR')
const amounts = (series: Series | undefined) => series?.days.map(({ held }) => Number(held.amount)) ?? []
const priceOf = async (order: string) =>
  Number(
    (
      await world.rows<{ total: string }>('select total_amount::text as total from orders where id = $1', [
        order,
      ])
    )[0]!.total,
  )
const cancel = async (id: string) => {
  await (await world.as(BUYER)).ask(CANCEL, { id, r: SORRY, k: randomUUID() })
  await world.settled()
}

describe('how much money was held', () => {
  test('is told for the end of each day, in the team’s zone: what came and what went', async () => {
    await moveToHour(world, 16)
    const before = amounts(inEuros(await read())).at(-1) ?? 0
    const first = await aPaidOrder(world)
    // Past midnight by UTC, and still the same day in New York.
    await moveToHour(world, 2)
    const second = await aPaidOrder(world)
    await moveToHour(world, 16)
    const third = await aPaidOrder(world)
    await moveToHour(world, 16)
    await cancel(third)
    await moveToHour(world, 16)
    const paid = await Promise.all([first, second, third].map(priceOf))
    const [one, two, three] = paid as [number, number, number]
    const left = before + one + two
    const found = inEuros(await read())!
    expect(found.days).toHaveLength(30)
    expect(amounts(found).slice(-4)).toEqual([left, left + three, left, left])
    expect(found.held).toEqual({ amount: String(left), currency: 'EUR' })
    expect(found.days.at(-1)!.day).toBe(dayIn(ZONE, await tradeTime(world)))
    expect(found.days.map(({ day }) => day)).toEqual(daysUpTo(found.days.at(-1)!.day, 30))
    expect(found.days.at(-1)!.held.formatted).toMatch(/^€[\d,]+\.\d\d$/)
  })

  test('is what the ledger says, summed up posting by posting', async () => {
    const postings = await world.rows<{ amount: string; at: Date }>(
      `select amount::text, booked_at as at from postings where account like 'held:%' and currency = 'EUR'`,
    )
    expect(postings.length).toBeGreaterThan(3)
    for (const { day, held } of inEuros(await read(FINANCE, 366))!.days) {
      const until = postings.filter(({ at }) => dayIn(ZONE, at) <= day)
      expect([day, held.amount]).toEqual([
        day,
        String(until.reduce((sum, { amount }) => sum + Number(amount), 0)),
      ])
    }
  })

  test('is the same of the last days, however many are asked for', async () => {
    const month = amounts(inEuros(await read()))
    expect(amounts(inEuros(await read(FINANCE, 1)))).toEqual(month.slice(-1))
    expect(amounts(inEuros(await read(FINANCE, 366))).slice(-30)).toEqual(month)
    const finance = await world.as(FINANCE)
    for (const d of [0, -1, 367])
      expect(await finance.refused(HELD, { d })).toMatchObject({
        code: 'VALIDATION',
        fields: [{ path: 'days', message: '1 to 366 days' }],
      })
  })

  test('is never added up over currencies', async () => {
    const euros = inEuros(await read())!
    await offerInDollars(await world.as(ADMIN), 'Search in the States')
    const order = await aPaidOrder(world, [{ service: 'Search in the States' }])
    const found = await read()
    expect(found.map(({ currency }) => currency)).toEqual(['EUR', 'USD'])
    expect(inEuros(found)).toEqual(euros)
    expect(found[1]!.held).toEqual({ amount: DOLLARS, currency: 'USD' })
    expect(amounts(found[1])).toEqual([...Array.from({ length: 29 }, () => 0), Number(DOLLARS)])
    await cancel(order)
    // Nothing of it is held any more, and it still tells that something was.
    expect((await read()).map(({ held }) => held.currency)).toEqual(['EUR', 'USD'])
    await world.move(3 * 24 * HOUR)
    expect((await read(FINANCE, 2)).map(({ currency }) => currency)).toEqual(['EUR'])
  })

  test.each(['support@demo.test', 'fulfilment@demo.test', BUYER, 'client@demo.test', 'channel@demo.test'])(
    'is nothing for %s',
    async (email) => {
      expect(await (await world.as(email)).refused(HELD)).toMatchObject({ code: 'FORBIDDEN' })
    },
  )

  test('is for finance and admins, and for nobody who is not signed in', async () => {
    expect(await read(ADMIN)).toEqual(await read(FINANCE))
    expect(await world.caller().refused(HELD)).toMatchObject({ code: 'NOT_SIGNED_IN' })
  })
})

/** Blocks of 8 kB that a month may touch, however many years there were. */
const MOST_BLOCKS = 200
/** Orders that were paid and earned, one an hour. */
const OLD = 20_000

test('a month costs the same after years, in one statement', async () => {
  const before = await read()
  await yearsOfOrders()
  await world.settled()
  const asked = listenIn(world)
  expect(await read()).toEqual(before)
  expect(asked.statements).toHaveLength(1)
  expect(await asked.blocks()).toBeLessThan(MOST_BLOCKS)
  asked.stop()
})

function daysUpTo(last: string, count: number): string[] {
  const end = Date.parse(`${last}T00:00:00Z`)
  return Array.from({ length: count }, (_, i) =>
    new Date(end - (count - 1 - i) * 24 * HOUR).toISOString().slice(0, 10),
  )
}

/** Books that are whole: each order paid, earned a day later, and closed. The triggers would take a minute over them. */
async function yearsOfOrders(): Promise<void> {
  await world.rows(`set role none; set session_replication_role = replica;
    create temporary table old as select 'ord_' || lpad(n::text, 26, '0') as id, n, now() - interval '3 years' + n * interval '1 hour' as at from generate_series(1, ${OLD}) n;
    insert into held_funds (id, buyer_id, currency, opened_at, closed_at) select id, 'org_nobody', 'EUR', at, at + interval '1 day' from old;
    create temporary table moves as select *, row_number() over () as k from (
      select id, 'charge' as memo, at as booked_at, 'provider' as source, 'held:' || id as target from old
      union all select id, 'earned', at + interval '1 day', 'held:' || id, 'revenue' from old) m;
    insert into transfers (id, order_id, cause, memo, booked_at) select 'trf_' || lpad(k::text, 26, '0'), id, 'old:' || memo, memo, booked_at from moves;
    insert into postings (id, transfer_id, order_id, account, amount, currency, booked_at)
      select 'pst_' || p.side || lpad(k::text, 25, '0'), 'trf_' || lpad(k::text, 26, '0'), id, p.account, p.amount, 'EUR', booked_at
      from moves cross join lateral (values (0, source, -100), (1, target, 100)) p (side, account, amount) order by booked_at;
    drop table old, moves; reset session_replication_role; reset role`)
  await world.rows('analyze held_funds, postings, transfers')
}
