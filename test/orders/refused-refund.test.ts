import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { letProvisioningFail } from '../../api/provisioning/sandbox-provisioner.js'
import { ADMIN, SERVICE } from '../onboarding/a-document.js'
import { type Caller, codeOf } from '../support/caller.js'
import { pay, placeOrders } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import * as delivery from './a-delivery.js'

const { BUYER, CANCEL, HOLD, moneyOf, orderNow, SORRY } = delivery
const FINANCE = 'finance@demo.test'

const FAILED = `{ failedOperations(first: 100) { totalCount { count } nodes {
  id purpose state attempt amount { amount } failure failureCode requestedAt nextTryAt version order { id number } availableActions { name allowed refusal } } } }`
const RETRY =
  'mutation($id: ID!, $k: String!, $v: Int) { retryOperation(id: $id, idempotencyKey: $k, expectedVersion: $v) { state attempt } }'

let world: World
let buyer: Caller
let finance: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as(BUYER)
  finance = await world.as(FINANCE)
})
afterAll(() => world?.close())

/** An order that was cancelled, paid with a means of payment whose refunds go wrong. */
async function cancelled(token: string): Promise<string> {
  const [id] = (await placeOrders(buyer, [{ service: SERVICE, client: 'Harbour Bakery' }])) as [string]
  await pay(buyer, id, token)
  await world.settled()
  await buyer.ask(CANCEL, { id, r: SORRY, k: randomUUID() })
  await world.settled()
  return id
}

const failedOf = async (id: string) =>
  (await finance.ask(FAILED))['failedOperations'].nodes.find(
    (o: { order: { id: string } }) => o.order.id === id,
  )
const financeTasks = (id: string) =>
  world.rows<{ status: string }>(`select status from tasks where order_id = $1 and role = 'FINANCE'`, [id])

describe('the refund of a cancelled order that the gateway refuses', () => {
  test('stays due and visible, is told to finance and the buyer, and never undoes the cancellation', async () => {
    const id = await cancelled('tok_refund_refused')
    expect((await orderNow(buyer, id)).status).toBe('CANCELLED')
    const { held, due, closed } = await moneyOf(world, id)
    expect([held, Number(due) > 0, closed]).toEqual(['0', true, true])
    expect(await failedOf(id)).toMatchObject({
      purpose: 'REFUND',
      state: 'FAILED',
      attempt: 1,
      amount: { amount: due },
      failure: expect.any(String),
      nextTryAt: expect.any(String),
      order: { id },
      availableActions: [{ name: 'retryOperation', allowed: true, refusal: null }],
    })
    const { payment } = (
      await buyer.ask(
        'query($id: ID!) { order(id: $id) { payment { state operations { state purpose availableActions { name } } } } }',
        { id },
      )
    )['order']
    expect(payment.state).toBe('SETTLING')
    expect(payment.operations.at(-1)).toEqual({ state: 'FAILED', purpose: 'REFUND', availableActions: [] })
    const told = await world.rows<{ to: string }>(
      `select to_address as "to" from mails where order_id = $1 and template = 'refund-failed' order by 1`,
      [id],
    )
    expect(told.map((mail) => mail.to)).toEqual([BUYER, FINANCE])
    expect(await financeTasks(id)).toEqual([{ status: 'OPEN' }])
    expect((await finance.ask('{ queues { moneyFailed } }'))['queues'].moneyFailed).toBeGreaterThan(0)
  })

  test('is tried again by itself, and the work about it ends with the money', async () => {
    const id = await cancelled('tok_refund_refused_once')
    expect(await financeTasks(id)).toEqual([{ status: 'OPEN' }])
    await world.move(HOUR + 5000)
    expect(await moneyOf(world, id)).toEqual({ held: '0', due: '0', closed: true, accounts: {} })
    expect((await delivery.orderLog(world, id)).slice(-4)).toEqual([
      'refund.requested',
      'refund.failed',
      'refund.retried',
      'refund.issued',
    ])
    expect(await financeTasks(id)).toEqual([{ status: 'CANCELLED' }])
    expect(await failedOf(id)).toBeUndefined()
  })

  test('is tried again by finance at once, and once however often they click', async () => {
    const id = await cancelled('tok_refund_refused_once')
    const { id: operation, version } = await failedOf(id)
    expect(await finance.refused(RETRY, { id: operation, k: randomUUID(), v: version - 1 })).toMatchObject({
      code: 'STALE_VERSION',
      current: version,
    })
    const codes = (
      await Promise.all(
        Array.from({ length: 5 }, () => finance.raw(RETRY, { id: operation, k: randomUUID() })),
      )
    ).map(codeOf)
    await world.settled()
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(new Set(codes)).toEqual(new Set(['done', 'INVALID_TRANSITION']))
    expect(await moneyOf(world, id)).toMatchObject({ held: '0', due: '0', accounts: {} })
    expect(await world.rows(`select kind from deadlines where subject_id = $1`, [operation])).toEqual([])
  })

  test('is finance’s and the admins’ to try again, and nobody else’s to list', async () => {
    const id = await cancelled('tok_refund_refused')
    const { id: operation } = await failedOf(id)
    for (const email of [BUYER, 'support@demo.test', 'fulfilment@demo.test']) {
      const other = await world.as(email)
      expect(await other.refused(RETRY, { id: operation, k: randomUUID() })).toMatchObject({
        code: 'FORBIDDEN',
      })
      expect(await other.refused(FAILED)).toMatchObject({ code: 'FORBIDDEN' })
    }
    const admin = await world.as(ADMIN)
    expect(
      await admin.refused(RETRY, { id: 'opn_00000000000000000000000000', k: randomUUID() }),
    ).toMatchObject({ code: 'NOT_FOUND' })
    expect((await admin.ask(RETRY, { id: operation, k: randomUUID() }))['retryOperation']).toMatchObject({
      attempt: 2,
    })
  })

  test('of an add-on is tried again while the order is held: money that is due waits for nobody', async () => {
    const pool = world.running.house.database.pool
    const [service] = await world.rows<{ id: string }>(
      `select id from services where name = 'Directory listings'`,
    )
    await letProvisioningFail(pool, { serviceId: service!.id, failures: 4 })
    const client = 'Harbour Bakery'
    const wishes = [SERVICE, 'Directory listings'].map((name) => ({ service: name, client }))
    const [id] = (await placeOrders(buyer, wishes)) as [string]
    await pay(buyer, id, 'tok_refund_refused_once')
    await world.move(HOUR)
    await letProvisioningFail(pool, { serviceId: service!.id, failures: 0 })
    const admin = await world.as(ADMIN)
    const [addOn] = await world.rows<{ id: string }>('select id from provisionings where order_id = $1', [id])
    await admin.ask(
      'mutation($id: ID!) { giveUpProvisioning(id: $id, reason: "Not to be had.") { status } }',
      {
        id: addOn!.id,
      },
    )
    await world.settled()
    expect(await failedOf(id)).toMatchObject({ state: 'FAILED' })
    await admin.ask(HOLD, { id, r: 'Wait.' })
    await world.move(HOUR + 5000)
    expect(await moneyOf(world, id)).toMatchObject({ due: '0' })
    expect(await failedOf(id)).toBeUndefined()
  })

  test('refused again and again, it is one task at a time', async () => {
    const id = await cancelled('tok_refund_refused')
    await world.move(8 * HOUR)
    expect(await financeTasks(id)).toHaveLength(1)
    const [task] = await world.rows<{ id: string }>(
      `select id from tasks where order_id = $1 and role = 'FINANCE'`,
      [id],
    )
    await world.rows(`update tasks set status = 'DONE', ended_at = app_now() where id = $1`, [task!.id])
    await world.move(30 * HOUR)
    expect((await financeTasks(id)).map((t) => t.status).toSorted()).toEqual(['DONE', 'OPEN'])
  })
})
