import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { ADMIN, anOnboarding } from '../onboarding/a-document.js'
import type { Caller } from '../support/caller.js'
import { sendFile } from '../support/onboarding-form.js'
import { aPaidOrder } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import * as delivery from './a-delivery.js'

const { BUYER, BAKER, CONFIRM, DELIVER, orderNow } = delivery
const DAY = 24 * HOUR

let world: World
let buyer: Caller
let admin: Caller
let baker: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as(BUYER)
  admin = await world.as(ADMIN)
  baker = await world.as(BAKER)
})
afterAll(() => world?.close())

const confirm = (id: string) => buyer.ask(CONFIRM, { id, k: randomUUID() })

/** Somebody of fulfilment who has had a task of the order, and somebody who has not. */
async function worker(id: string): Promise<Caller> {
  const [had] = await world.rows<{ email: string }>(
    'select u.email from tasks t join users u on u.id = t.assignee_id where t.order_id = $1 order by t.id limit 1',
    [id],
  )
  return world.as(had!.email)
}

describe('work that is not finished', () => {
  test('is not delivered while its form is out: the refusal names the line', async () => {
    const { orderId: id } = await anOnboarding(world)
    const [line] = await world.rows<{ id: string }>('select id from order_lines where order_id = $1', [id])
    expect(await admin.refused(DELIVER, { id, s: 'Done.' })).toMatchObject({
      code: 'WORK_UNFINISHED',
      lines: [line!.id],
      tasks: [],
    })
    expect((await orderNow(admin, id)).availableActions).toContainEqual(
      expect.objectContaining({ name: 'deliverOrder', allowed: false, refusal: 'WORK_UNFINISHED' }),
    )
  })

  test('is not delivered while tasks are open: the refusal names each', async () => {
    const id = await delivery.anOrderAtWork(world)
    const open = await world.rows<{ id: string }>(
      'select id from tasks where order_id = $1 and step_key is not null order by id',
      [id],
    )
    expect(open.length).toBeGreaterThan(2)
    expect(await admin.refused(DELIVER, { id, s: 'Done.' })).toMatchObject({
      code: 'WORK_UNFINISHED',
      tasks: open.map((task) => task.id),
    })
  })

  test('nor is an order on which people have nothing to do', async () => {
    const id = await aPaidOrder(world, [{ service: 'Directory listings' }])
    expect(await admin.refused(DELIVER, { id, s: 'Done.' })).toMatchObject({ code: 'INVALID_TRANSITION' })
  })
})

describe('a delivery', () => {
  test('is made by whoever worked on it, with files that the buyer may download and the beneficiary may not see', async () => {
    const id = await delivery.aFinishedOrder(world)
    expect((await orderNow(buyer, id)).stage).toBe('READY')
    const felix = await worker(id)
    const file = await sendFile(felix, 'report.txt', 'All of it is done.')
    const before = await orderNow(felix, id)
    const { deliverOrder } = await felix.ask(DELIVER, {
      id,
      s: '  The pages are live.  ',
      f: [file],
      k: 'delivered-once',
      v: before.version,
    })
    expect(deliverOrder).toMatchObject({ status: 'DELIVERED', stage: 'DELIVERED', revisionsLeft: 2 })
    await world.settled()

    const seen = await orderNow(buyer, id)
    expect(seen.deliveries).toMatchObject([
      { number: 1, summary: 'The pages are live.', files: [{ id: file, name: 'report.txt' }] },
    ])
    expect(seen.standing).toMatchObject({ actor: 'BUYER', nextBy: seen.autoCompleteAt })
    const url = new URL(seen.deliveries[0].files[0].downloadUrl, world.address)
    const got = await fetch(world.address + url.pathname + url.search)
    expect(await got.text()).toBe('All of it is done.')
    expect((await orderNow(admin, id)).deliveries[0]).toMatchObject({
      deliveredBy: { name: expect.any(String) },
    })

    expect((await orderNow(baker, id)).deliveries).toEqual([])
    const nodes = await baker.ask(
      'query($d: ID!, $f: ID!) { d: node(id: $d) { id } f: node(id: $f) { id } }',
      {
        d: seen.deliveries[0].id,
        f: file,
      },
    )
    expect(nodes).toEqual({ d: null, f: null })
    expect((await delivery.orderLog(world, id)).at(-1)).toBe('order.delivered')
    expect((await world.inbox(BUYER)).filter((m) => m.template === 'order-delivered')).toHaveLength(1)
    expect(await delivery.deadlinesOf(world, id)).toContainEqual({
      kind: 'auto-complete',
      due: new Date(seen.autoCompleteAt),
      held: false,
    })
    // The same call again changes nothing; another with the same key is refused.
    const again = { id, s: '  The pages are live.  ', f: [file], k: 'delivered-once', v: before.version }
    expect((await felix.ask(DELIVER, again))['deliverOrder'].status).toBe('DELIVERED')
    expect(await felix.refused(DELIVER, { ...again, s: 'Other.' })).toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    })
  })

  test('has 14 days to the millisecond, whatever the clocks of the buyer do', async () => {
    const id = await delivery.aDelivery(world)
    const { deliveries, autoCompleteAt } = await orderNow(buyer, id)
    expect(Date.parse(autoCompleteAt) - Date.parse(deliveries[0].deliveredAt)).toBe(14 * DAY)
  })

  test.each([
    ['the buyer', BUYER, 'FORBIDDEN'],
    ['support', 'support@demo.test', 'FORBIDDEN'],
    ['the beneficiary', BAKER, 'FORBIDDEN'],
    ['a channel', 'channel@demo.test', 'FORBIDDEN'],
  ])('is not made by %s', async (_who, email, code) => {
    const id = await delivery.aFinishedOrder(world)
    expect(await (await world.as(email)).refused(DELIVER, { id, s: 'Done.' })).toMatchObject({ code })
  })

  test('is not made by somebody of fulfilment who had nothing to do with it', async () => {
    const id = await delivery.aFinishedOrder(world)
    await world.rows(
      `update tasks set assignee_id = (select id from users where email = 'fulfilment@demo.test') where order_id = $1`,
      [id],
    )
    const grace = await world.as('fulfilment2@demo.test')
    expect(await grace.refused(DELIVER, { id, s: 'Done.' })).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('says something, and hands over only what is the own upload of whoever makes it', async () => {
    const id = await delivery.aFinishedOrder(world)
    expect(await admin.refused(DELIVER, { id, s: '  ' })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'summary' }],
    })
    const strange = await sendFile(buyer, 'notes.txt', 'Not ours.')
    expect(await admin.refused(DELIVER, { id, s: 'Done.', f: [strange] })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await orderNow(admin, id)).status).toBe('OPEN')
    expect((await orderNow(admin, id)).deliveries).toEqual([])
  })

  test('tried with dryRun leaves nothing behind', async () => {
    const id = await delivery.aFinishedOrder(world)
    const { deliverOrder } = await admin.ask(DELIVER, { id, s: 'Done.', d: true })
    expect(deliverOrder.status).toBe('DELIVERED')
    expect((await orderNow(admin, id)).deliveries).toEqual([])
  })
})

describe('a delivery that the buyer takes', () => {
  test('completes the order: the money is revenue, what was finished stays as it is', async () => {
    const id = await delivery.aDelivery(world)
    const { held } = await delivery.moneyOf(world, id)
    expect(await confirm(id)).toEqual({ confirmDelivery: { status: 'COMPLETED', stage: 'CLOSED' } })
    await world.settled()
    expect(await delivery.moneyOf(world, id)).toEqual({
      held: '0',
      due: '0',
      closed: true,
      accounts: { provider: -Number(held), revenue: Number(held) },
    })
    expect((await delivery.orderLog(world, id)).slice(-2)).toEqual([
      'order.delivery-confirmed',
      'revenue.recognised',
    ])
    expect(await world.rows('select distinct status from tasks where order_id = $1', [id])).toEqual([
      { status: 'DONE' },
    ])
    expect(await world.rows('select status from onboarding_documents where order_id = $1', [id])).toEqual([
      { status: 'APPROVED' },
    ])
    expect(await world.rows('select stage, ended from order_lines where order_id = $1', [id])).toEqual([
      { stage: 'CLOSED', ended: 'WELL' },
    ])
    expect(await delivery.deadlinesOf(world, id)).toEqual([])
    expect(await orderNow(buyer, id)).toMatchObject({ status: 'COMPLETED', autoCompleteAt: null })
  })

  test('by nobody but its buyer', async () => {
    const id = await delivery.aDelivery(world)
    for (const email of [BAKER, ADMIN, 'channel@demo.test']) {
      const other = await world.as(email)
      const { code } = await other.refused(CONFIRM, { id, k: randomUUID() })
      expect([email, code]).toEqual([email, email === 'channel@demo.test' ? 'NOT_FOUND' : 'FORBIDDEN'])
    }
  })

  test('while an add-on of it was never set up gives the price of that back', async () => {
    const pool = world.running.house.database.pool
    const { letProvisioningFail } = await import('../../api/provisioning/sandbox-provisioner.js')
    const [service] = await world.rows<{ id: string; price: string }>(
      `select id, price_amount::text as price from services where name = 'Review monitor'`,
    )
    await letProvisioningFail(pool, { serviceId: service!.id, failures: 99 })
    const id = await delivery.aDelivery(world, ['Review monitor'])
    await letProvisioningFail(pool, { serviceId: service!.id, failures: 0 })
    const [order] = await world.rows<{ total: string }>(
      'select total_amount::text as total from orders where id = $1',
      [id],
    )
    await confirm(id)
    await world.settled()
    const earned = Number(order!.total) - Number(service!.price)
    expect(await delivery.moneyOf(world, id)).toEqual({
      held: '0',
      due: '0',
      closed: true,
      accounts: { provider: -earned, revenue: earned },
    })
    expect(await world.rows('select ended from order_lines where order_id = $1 order by flow', [id])).toEqual(
      [{ ended: 'WELL' }, { ended: 'BADLY' }],
    )
    expect(await world.rows('select status from provisionings where order_id = $1', [id])).toEqual([
      { status: 'GIVEN_UP' },
    ])
  })
})

describe('a delivery that the buyer does not answer', () => {
  test('counts as confirmed after 14 days, and not before', async () => {
    const id = await delivery.aDelivery(world)
    await world.move(14 * DAY - 60_000)
    expect((await orderNow(buyer, id)).status).toBe('DELIVERED')
    await world.move(60_000 + 3000)
    expect(await orderNow(buyer, id)).toMatchObject({ status: 'COMPLETED', stage: 'CLOSED', overdue: false })
    expect((await delivery.orderLog(world, id)).slice(-2)).toEqual([
      'order.auto-completed',
      'revenue.recognised',
    ])
    expect(await delivery.moneyOf(world, id)).toMatchObject({ held: '0', closed: true })
  })
})
