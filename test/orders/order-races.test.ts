import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { letProvisioningFail } from '../../api/provisioning/sandbox-provisioner.js'
import { ADMIN, anOnboarding, APPROVE, CLAIM, SERVICE, submitted } from '../onboarding/a-document.js'
import { type Caller, codeOf } from '../support/caller.js'
import { aPaidOrder, pay, placeOrders } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import * as delivery from './a-delivery.js'

const { BUYER, CANCEL, CONFIRM, DELIVER, moneyOf, orderNow, REVISE, SORRY } = delivery
const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const PATIENCE_MS = 120_000 + ROUNDS * 20_000

let world: World
let buyer: Caller
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as(BUYER)
  admin = await world.as(ADMIN)
})
afterAll(() => world?.close())
afterEach(async () => {
  const faults = await world.ledgerFaults()
  if (faults.length) throw new Error(`The ledger is wrong: ${JSON.stringify(faults)}`)
})

const cancelling = (id: string, refund?: number) => ({
  id,
  r: SORRY,
  k: randomUUID(),
  ...(refund === undefined ? {} : { a: String(refund) }),
})
const eventsOf = async (id: string, types: RegExp) =>
  (await delivery.orderLog(world, id)).filter((type) => types.test(type))

/** A paid order that is ready to be delivered, brought there in the database: these races are about money and state. */
async function ready(): Promise<string> {
  const { orderId: id } = await anOnboarding(world)
  await world.rows(`update onboarding_documents set status = 'VOID' where order_id = $1`, [id])
  await world.rows(`update order_lines set stage = 'READY' where order_id = $1`, [id])
  await world.rows(`update orders set stage = 'READY' where id = $1`, [id])
  return id
}

async function delivered(): Promise<string> {
  const id = await ready()
  await admin.ask(DELIVER, { id, s: 'Done.' })
  return id
}

/** Some rounds of a race, each on an order of its own. */
async function rounds(
  make: () => Promise<string>,
  race: (id: string, round: number) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) await race(await make(), round)
}

describe('one outcome each time:', () => {
  test(
    'two who cancel with different amounts',
    async () => {
      await rounds(ready, async (id) => {
        const { held } = await moneyOf(world, id)
        const [a, b] = [1000, 2000]
        const answers = await Promise.all([a, b].map((refund) => admin.raw(CANCEL, cancelling(id, refund))))
        const codes = answers.map(codeOf)
        expect(codes.toSorted()).toEqual(['INVALID_TRANSITION', 'done'])
        await world.settled()
        const kept = Number(held) - (codes[0] === 'done' ? a : b)
        expect(await moneyOf(world, id)).toEqual({
          held: '0',
          due: '0',
          closed: true,
          accounts: { provider: -kept, revenue: kept },
        })
        expect(await eventsOf(id, /called-off|refund\.requested/)).toHaveLength(2)
      })
    },
    PATIENCE_MS,
  )

  test(
    'the buyer who cancels, and the admin who does',
    async () => {
      await rounds(ready, async (id) => {
        const { held } = await moneyOf(world, id)
        const codes = (
          await Promise.all([buyer.raw(CANCEL, cancelling(id)), admin.raw(CANCEL, cancelling(id, 0))])
        ).map(codeOf)
        expect(codes.toSorted()).toEqual(['INVALID_TRANSITION', 'done'])
        await world.settled()
        const kept = codes[0] === 'done' ? 0 : Number(held)
        expect((await moneyOf(world, id)).accounts).toEqual(kept ? { provider: -kept, revenue: kept } : {})
      })
    },
    PATIENCE_MS,
  )

  test(
    'the admin who cancels and the buyer who confirms',
    async () => {
      await rounds(delivered, async (id) => {
        const { held } = await moneyOf(world, id)
        const codes = (
          await Promise.all([
            admin.raw(CANCEL, cancelling(id, Number(held))),
            buyer.raw(CONFIRM, { id, k: randomUUID() }),
          ])
        ).map(codeOf)
        expect(codes.toSorted()).toEqual(['INVALID_TRANSITION', 'done'])
        await world.settled()
        const cancelled = codes[0] === 'done'
        expect((await orderNow(buyer, id)).status).toBe(cancelled ? 'CANCELLED' : 'COMPLETED')
        expect((await moneyOf(world, id)).accounts).toEqual(
          cancelled ? {} : { provider: -Number(held), revenue: Number(held) },
        )
      })
    },
    PATIENCE_MS,
  )

  test(
    'the admin who cancels and the worker who delivers',
    async () => {
      await rounds(ready, async (id) => {
        const codes = (
          await Promise.all([
            buyer.raw(CANCEL, cancelling(id)),
            admin.raw(DELIVER, { id, s: 'Done.', k: randomUUID() }),
          ])
        ).map(codeOf)
        // A delivery may still be cancelled, a cancelled order not delivered: both may succeed, in that order alone.
        expect(['done,done', 'done,INVALID_TRANSITION']).toContain(codes.join())
        expect((await orderNow(buyer, id)).status).toBe('CANCELLED')
        const log = await eventsOf(id, /called-off|delivered/)
        expect(log.at(-1)).toBe('order.called-off')
        await world.settled()
        expect(await moneyOf(world, id)).toEqual({ held: '0', due: '0', closed: true, accounts: {} })
      })
    },
    PATIENCE_MS,
  )

  test(
    'the buyer who confirms in one tab and asks for a revision in the other',
    async () => {
      await rounds(delivered, async (id) => {
        const codes = (
          await Promise.all([
            buyer.raw(CONFIRM, { id, k: randomUUID() }),
            buyer.raw(REVISE, { id, t: 'Warmer.', k: randomUUID() }),
          ])
        ).map(codeOf)
        expect(codes.toSorted()).toEqual(['INVALID_TRANSITION', 'done'])
        expect((await orderNow(buyer, id)).status).toBe(codes[0] === 'done' ? 'COMPLETED' : 'OPEN')
      })
    },
    PATIENCE_MS,
  )

  test('ten clicks on confirm', async () => {
    const id = await delivered()
    const { held } = await moneyOf(world, id)
    const clicks = Array.from({ length: 10 }, () => buyer.raw(CONFIRM, { id, k: randomUUID() }))
    const codes = (await Promise.all(clicks)).map(codeOf)
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(await moneyOf(world, id)).toEqual({
      held: '0',
      due: '0',
      closed: true,
      accounts: { provider: -Number(held), revenue: Number(held) },
    })
  })

  test('the buyer who cancels and the admin who approves', async () => {
    for (let round = 0; round < 5; round++) {
      const { orderId: id, id: document, revisionId } = await submitted(world)
      await admin.ask(CLAIM, { id: document })
      const codes = (
        await Promise.all([
          buyer.raw(CANCEL, cancelling(id)),
          admin.raw(APPROVE, { id: document, r: revisionId }),
        ])
      ).map(codeOf)
      expect(['done,INVALID_TRANSITION', 'WORK_HAS_BEGUN,done']).toContain(codes.join())
      const live = await world.rows(
        `select 1 from tasks where order_id = $1 and status not in ('DONE', 'CANCELLED')`,
        [id],
      )
      expect(live.length > 0).toBe(codes[0] !== 'done')
    }
  })
})

test(
  'two partial refunds at once: an add-on is given up while the order is cancelled, and no cent goes twice',
  async () => {
    const pool = world.running.house.database.pool
    const [service] = await world.rows<{ id: string }>(
      `select id from services where name = 'Directory listings'`,
    )
    for (let round = 0; round < 8; round++) {
      await letProvisioningFail(pool, { serviceId: service!.id, failures: 4 })
      const id = await aPaidOrder(world, [
        { service: SERVICE, client: 'Harbour Bakery' },
        { service: 'Directory listings', client: 'Harbour Bakery' },
      ])
      await world.move(HOUR)
      const [addOn] = await world.rows<{ id: string; status: string }>(
        'select id, status from provisionings where order_id = $1',
        [id],
      )
      expect(addOn!.status).toBe('FAILED')
      const { held } = await moneyOf(world, id)
      const [price] = await world.rows<{ price: string }>(
        `select price_amount::text as price from order_lines where order_id = $1 and flow = 'SELF_SERVICE'`,
        [id],
      )
      const half = Math.floor(Number(held) / 2)
      const codes = (
        await Promise.all([
          admin.raw(CANCEL, cancelling(id, half)),
          admin.raw(
            'mutation($id: ID!) { giveUpProvisioning(id: $id, reason: "Not to be had.") { status } }',
            {
              id: addOn!.id,
            },
          ),
        ])
      ).map(codeOf)
      expect(['done,done', 'done,INVALID_TRANSITION']).toContain(codes.join())
      await world.settled()
      const kept = Number(held) - half - (codes[1] === 'done' ? Number(price!.price) : 0)
      expect(await moneyOf(world, id)).toEqual({
        held: '0',
        due: '0',
        closed: true,
        accounts: { provider: -kept, revenue: kept },
      })
    }
  },
  PATIENCE_MS,
)

test(
  'a payment that is settled while its order is cancelled is never lost',
  async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [id] = (await placeOrders(buyer, [{ service: SERVICE, client: 'Harbour Bakery' }])) as [string]
      const answers = await Promise.all([
        buyer.raw(CANCEL, cancelling(id)),
        pay(buyer, id).then(
          () => 'paid',
          () => 'refused',
        ),
      ])
      await world.settled()
      const { status } = await orderNow(buyer, id)
      const cancelled = codeOf(answers[0]) === 'done'
      expect(status).toBe(cancelled ? 'CANCELLED' : 'OPEN')
      const money = await moneyOf(world, id)
      expect(cancelled ? money.accounts : money.held !== '0').toEqual(cancelled ? {} : true)
    }
  },
  PATIENCE_MS,
)
