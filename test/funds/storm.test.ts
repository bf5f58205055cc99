import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { sandboxTokens } from '../../api/funds/gateways/sandbox/sandbox-tokens.js'
import { requestCapture } from '../../api/funds/request-capture.js'
import { requestRefund } from '../../api/funds/request-refund.js'
import { returnFunds } from '../../api/funds/return-funds.js'
import { settleHeld } from '../../api/funds/settle-held.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { type FundsHouse, openFundsHouse } from './support/funds-house.js'
import { lookAt } from './support/look.js'
import { openStorm, type Storm, stormTokens } from './support/storm.js'

const PAYMENTS = Number(process.env['PAYMENTS'] ?? 60)
const DAY = 86_400_000

jest.setTimeout(120_000 + PAYMENTS * 1000) // a hang; many payments take their time

let database: FreshDatabase
let funds: FundsHouse
let storm: Storm

beforeAll(async () => {
  database = await freshDatabase()
  funds = await openFundsHouse(database.url)
  storm = await openStorm(database.url, funds)
})
afterAll(async () => {
  await storm.close()
  await funds.close()
  await database.drop()
})

const held = () =>
  funds.query<{ id: string; held: number }>('select id, held::int from held_funds where held > 0')
const many = <T>(make: () => Promise<T>) => Promise.all(Array.from({ length: PAYMENTS }, make))

/** Nobody was told the same twice, and our books agree with the gateway's. */
async function agree(): Promise<void> {
  expect([storm.seed, await funds.check()]).toEqual([storm.seed, []])
  const told = funds.heard.map((operation) => `${operation.id} ${operation.attempt}`)
  expect(new Set(told).size).toBe(told.length)
}

test('whatever is lost, doubled or late, the books agree in the end', async () => {
  const orders = await many(() => funds.pay(storm.pick(stormTokens)))
  await storm.settle()
  const paid = await held()
  const charged = await funds.query(`select 1 from sandbox.payments where state = 'SUCCEEDED'`)
  expect(paid).toHaveLength(charged.length)
  expect(paid.length).toBeLessThanOrEqual(orders.length)
  await Promise.all(
    paid.flatMap(({ id }) =>
      ['lin_1', 'lin_2'].map((subjectId) =>
        funds.do((tx) => requestRefund(tx, { orderId: id, subjectId, amount: 2000n })),
      ),
    ),
  )
  await storm.settle()
  await agree()
})

test('so do those of campaigns: set aside, taken in or let go or both at once, split, and tried again for days', async () => {
  const before = new Set((await held()).map((order) => order.id))
  const campaigns = await many(() => funds.authorise(storm.pick(stormTokens)))
  await storm.settle()
  const authorised = funds.heard.filter((o) => o.kind === 'AUTHORISE' && o.state === 'SUCCEEDED')
  expect(authorised.length).toBeGreaterThan(0)
  await Promise.all(
    authorised.map(async ({ orderId }) => {
      const [accepted, returned] = [storm.chance(0.7), storm.chance(0.4)]
      if (accepted) await funds.do((tx) => requestCapture(tx, { orderId }))
      if (returned || !accepted) await funds.do((tx) => returnFunds(tx, { orderId }))
    }),
  )
  await storm.settle()
  const taken = (await held()).filter((order) => !before.has(order.id))
  await Promise.all(
    taken.map(({ id, held: all }) =>
      funds.do((tx) => settleHeld(tx, { orderId: id, refund: storm.pick([0n, 1n, 2000n, BigInt(all)]) })),
    ),
  )
  for (let day = 0; day < 15; day++) {
    await storm.settle()
    await lookAt(funds).move(DAY)
  }
  await storm.settle()
  await agree()
  const left = await funds.query<{ token: string }>(
    `select distinct p.token from operations o join operations p on p.id = coalesce(o.payment_id, o.id) where o.state = 'FAILED' and o.purpose <> 'PAYMENT' and o.overtaken_at is null and o.order_id = any($1)`,
    [campaigns],
  )
  const forEver = ['tok_capture_refused', 'tok_void_refused', 'tok_release_refused', 'tok_refund_refused']
  expect(left.map((o) => o.token).filter((token) => !forEver.includes(token))).toEqual([])
})

test('every token that the portal offers is one of the sandbox', async () => {
  const words = await readFile(new URL('../../portal/src/words/payment-tokens.ts', import.meta.url), 'utf8')
  const offered = [...words.matchAll(/'(tok_\w+)'/g)].map((match) => match[1])
  expect(offered.filter((token) => !Object.hasOwn(sandboxTokens, String(token)))).toEqual([])
})
