import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { ADMIN, anOnboarding, byLink, SERVICE } from '../onboarding/a-document.js'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import * as delivery from './a-delivery.js'

const { BUYER, BAKER, CANCEL, HOLD, moneyOf, orderLog, orderNow, SORRY } = delivery

let world: World
let buyer: Caller
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as(BUYER)
  admin = await world.as(ADMIN)
})
afterAll(() => world?.close())

const cancelling = (id: string, refund?: bigint | number) => ({
  id,
  r: SORRY,
  k: randomUUID(),
  ...(refund === undefined ? {} : { a: String(refund) }),
})
const totalOf = async (id: string) =>
  Number(
    (
      await world.rows<{ total: string }>('select total_amount::text as total from orders where id = $1', [
        id,
      ])
    )[0]!.total,
  )
const mailsOf = async (id: string) =>
  (
    await world.rows<{ mail: string }>(
      `select template || ' ' || to_address as mail from mails where order_id = $1 order by template, to_address`,
      [id],
    )
  ).map(({ mail }) => mail)

describe('the buyer who cancels before the work has begun', () => {
  test('gets all the money back; nothing of the order runs on', async () => {
    const { orderId: id, id: document } = await anOnboarding(world)
    const recipient = await byLink(world)
    const total = await totalOf(id)
    expect(await buyer.ask(CANCEL, cancelling(id))).toEqual({
      cancelOrder: { status: 'CANCELLED', stage: 'CLOSED', reason: SORRY },
    })
    expect(await moneyOf(world, id)).toMatchObject({ held: '0', due: String(total), closed: true })
    await world.settled()
    expect(await moneyOf(world, id)).toEqual({ held: '0', due: '0', closed: true, accounts: {} })
    expect((await orderLog(world, id)).slice(-3)).toEqual([
      'order.called-off',
      'refund.requested',
      'refund.issued',
    ])
    expect(await world.rows('select status from onboarding_documents where id = $1', [document])).toEqual([
      { status: 'VOID' },
    ])
    expect(
      (await recipient.raw('query($id: ID!) { onboardingDocument(id: $id) { id } }', { id: document }))
        .data?.['onboardingDocument'] ?? null,
    ).toBeNull()
    expect(await delivery.deadlinesOf(world, id)).toEqual([])
    expect(await orderNow(buyer, id)).toMatchObject({
      standing: { summary: 'This order was cancelled.', next: null, actor: 'NOBODY' },
    })
    const mails = await mailsOf(id)
    expect(mails).toContain(`order-cancelled ${BUYER}`)
    expect(mails).toContain(`refund-issued ${BUYER}`)
  })

  test('is heard once, however often the same key asks', async () => {
    const { orderId: id } = await anOnboarding(world)
    const asked = cancelling(id)
    const answers = await Promise.all(Array.from({ length: 5 }, () => buyer.raw(CANCEL, asked)))
    for (const answer of answers) expect(answer.errors).toBeUndefined()
    await world.settled()
    expect((await orderLog(world, id)).filter((type) => type === 'order.called-off')).toHaveLength(1)
    expect(await moneyOf(world, id)).toMatchObject({ held: '0', due: '0', accounts: {} })
  })

  test('names no amount of their own, and says why', async () => {
    const { orderId: id } = await anOnboarding(world)
    expect(await buyer.refused(CANCEL, cancelling(id, 1))).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'refund' }],
    })
    expect(await buyer.refused(CANCEL, { ...cancelling(id), r: ' ' })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'reason' }],
    })
    await buyer.ask(CANCEL, cancelling(id, await totalOf(id)))
  })

  test('keeps an add-on that is active, and pays for that', async () => {
    const id = await aPaidOrder(world, [
      { service: SERVICE, client: 'Harbour Bakery' },
      { service: 'Review monitor', client: 'Harbour Bakery' },
    ])
    const [addOn] = await world.rows<{ price: string }>(
      `select price_amount::text as price from order_lines where order_id = $1 and flow = 'SELF_SERVICE'`,
      [id],
    )
    const earned = Number(addOn!.price)
    await buyer.ask(CANCEL, cancelling(id))
    await world.settled()
    expect(await moneyOf(world, id)).toEqual({
      held: '0',
      due: '0',
      closed: true,
      accounts: { provider: -earned, revenue: earned },
    })
    expect(await world.rows('select ended from order_lines where order_id = $1 order by flow', [id])).toEqual(
      [{ ended: 'BADLY' }, { ended: 'WELL' }],
    )
    expect(await world.rows('select status from provisionings where order_id = $1', [id])).toEqual([
      { status: 'ACTIVE' },
    ])
  })

  test('may do so while it is held', async () => {
    const { orderId: id } = await anOnboarding(world)
    await admin.ask(HOLD, { id, r: 'Wait.' })
    await buyer.ask(CANCEL, cancelling(id))
    await world.settled()
    expect(await orderNow(buyer, id)).toMatchObject({ status: 'CANCELLED', heldSince: null, reason: SORRY })
    expect(await world.rows('select held_at from streams where id = $1', [id])).toEqual([{ held_at: null }])
    expect(await delivery.deadlinesOf(world, id)).toEqual([])
  })
})

describe('once the work has begun', () => {
  test.each([
    ['approved', (): Promise<string> => delivery.anOrderAtWork(world)],
    [
      'waived',
      async () => {
        const { orderId, id } = await anOnboarding(world)
        await admin.ask(
          'mutation($id: ID!) { waiveOnboarding(id: $id, reason: "We know them.") { status } }',
          { id },
        )
        return orderId
      },
    ],
  ])('as the onboarding was %s, the buyer no longer cancels alone', async (_how, begun) => {
    const id = await begun()
    expect(await buyer.refused(CANCEL, cancelling(id))).toMatchObject({
      code: 'WORK_HAS_BEGUN',
      since: expect.any(String),
    })
    expect((await orderNow(buyer, id)).availableActions).toContainEqual(
      expect.objectContaining({ name: 'cancelOrder', allowed: false, refusal: 'WORK_HAS_BEGUN' }),
    )
  })

  test('an admin cancels, naming what goes back; the rest is revenue, and tasks end', async () => {
    const id = await delivery.anOrderAtWork(world)
    const total = await totalOf(id)
    expect(await admin.refused(CANCEL, cancelling(id))).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'refund' }],
    })
    expect(await admin.refused(CANCEL, cancelling(id, -1))).toMatchObject({ code: 'VALIDATION' })
    expect(await admin.refused(CANCEL, cancelling(id, total + 1))).toMatchObject({
      code: 'AMOUNT_EXCEEDED',
      maximum: String(total),
    })
    await admin.ask(CANCEL, cancelling(id, 5000))
    await world.settled()
    const kept = total - 5000
    expect(await moneyOf(world, id)).toEqual({
      held: '0',
      due: '0',
      closed: true,
      accounts: { provider: -kept, revenue: kept },
    })
    expect(await world.rows('select distinct status from tasks where order_id = $1', [id])).toEqual([
      { status: 'CANCELLED' },
    ])
    expect(await world.rows('select status from onboarding_documents where order_id = $1', [id])).toEqual([
      { status: 'APPROVED' },
    ])
    expect(await delivery.deadlinesOf(world, id)).toEqual([])
    const [event] = await world.rows<{ data: object }>(
      `select data from events where stream_id = $1 and type = 'order.called-off'`,
      [id],
    )
    expect(event!.data).toEqual({
      reasonId: expect.stringMatching(/^rsn_/),
      refund: '5000',
      currency: expect.any(String),
    })
  })

  test.each([
    ['nothing', 0],
    ['all of it', 1],
  ])('an admin may give back %s, of a delivery, too', async (_what, share) => {
    const id = await delivery.aDelivery(world)
    const total = await totalOf(id)
    await admin.ask(CANCEL, cancelling(id, share * total))
    await world.settled()
    expect(await moneyOf(world, id)).toEqual({
      held: '0',
      due: '0',
      closed: true,
      accounts: share ? {} : { provider: -total, revenue: total },
    })
    expect(await orderNow(buyer, id)).toMatchObject({ status: 'CANCELLED', autoCompleteAt: null })
    expect(
      await world.rows(`select distinct status from tasks where order_id = $1 and step_key is not null`, [
        id,
      ]),
    ).toEqual([{ status: 'DONE' }])
  })

  test('its reason is between the team and the buyer', async () => {
    const id = await delivery.anOrderAtWork(world)
    await admin.ask(CANCEL, cancelling(id, 0))
    const FEED =
      'query($id: ID!) { order(id: $id) { reason activity(first: 100) { nodes { what ... on OrderEntry { reason } } } } }'
    const read = async (email: string) => (await (await world.as(email)).ask(FEED, { id }))['order']
    expect((await read(BUYER)).activity.nodes).toContainEqual({ what: 'order.called-off', reason: SORRY })
    const bakers = await read(BAKER)
    expect(bakers.reason).toBeNull()
    expect(bakers.activity.nodes).toContainEqual({ what: 'order.called-off', reason: null })
  })
})

test('nobody else cancels, and nothing that has ended', async () => {
  const id = await delivery.anOrderAtWork(world)
  for (const email of [
    BAKER,
    'support@demo.test',
    'finance@demo.test',
    'fulfilment@demo.test',
    'channel@demo.test',
  ]) {
    const { code } = await (await world.as(email)).refused(CANCEL, cancelling(id, 0))
    expect([email, code]).toEqual([email, expect.stringMatching(/FORBIDDEN|NOT_FOUND/)])
  }
  await admin.ask(CANCEL, cancelling(id, 0))
  for (const caller of [buyer, admin])
    expect(await caller.refused(CANCEL, cancelling(id, 0))).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'CANCELLED',
    })
})
