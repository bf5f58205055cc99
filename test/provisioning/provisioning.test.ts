import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { system } from '../../api/lib/viewer.js'
import { row, sql } from '../../api/platform/database.js'
import { provisionJob } from '../../api/provisioning/provision.task.js'
import { provisioner } from '../../api/provisioning/provisioner.js'
import { provisioningPart } from '../../api/provisioning/provisioning-part.js'
import { retryProvisioning } from '../../api/provisioning/retry-provisioning.js'
import { letProvisioningFail, sandboxProvisioner } from '../../api/provisioning/sandbox-provisioner.js'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { acting, logOf, viewerOf } from '../tasks/task-room.js'

const ADD_ON = 'Directory listings'
const RETRY = 'mutation($id: ID!) { retryProvisioning(id: $id) { id status attempts } }'
const GIVE_UP = 'mutation($id: ID!, $r: String!) { giveUpProvisioning(id: $id, reason: $r) { id status } }'

let world: World
let admin: Caller
let support: Caller
let serviceId: string

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
  support = await world.as('support@demo.test')
  serviceId = (await world.rows<{ id: string }>('select id from services where name = $1', [ADD_ON]))[0]!.id
})
afterEach(() => fail(0))
afterAll(() => world.close())

const fail = (failures: number) =>
  letProvisioningFail(world.running.house.database.pool, { serviceId, failures })

interface Provisioning {
  id: string
  status: string
  attempts: number
  tries: number
  failure: string | null
  line_id: string
}

async function provisioningOf(order: string): Promise<Provisioning> {
  return (await world.rows<Provisioning>('select * from provisionings where order_id = $1', [order]))[0]!
}

async function orderNow(id: string): Promise<{ status: string; stage: string }> {
  return (
    await world.rows<{ status: string; stage: string }>('select status, stage from orders where id = $1', [
      id,
    ])
  )[0]!
}

async function balance(account: string): Promise<string> {
  return (
    await world.rows<{ sum: string }>(
      'select coalesce(sum(amount), 0)::text as sum from postings where account = $1',
      [account],
    )
  )[0]!.sum
}

const earnedOn = async (order: string) =>
  (
    await world.rows<{ sum: string }>(
      `select coalesce(sum(amount), 0)::text as sum from postings where account = 'revenue' and order_id = $1`,
      [order],
    )
  )[0]!.sum

/** An add-on of which every try has failed. */
async function aFailedAddOn(): Promise<{ order: string; id: string }> {
  await fail(100)
  const order = await aPaidOrder(world, [{ service: ADD_ON }])
  await world.move(HOUR)
  await world.settled()
  const { id, status } = await provisioningOf(order)
  expect(status).toBe('FAILED')
  return { order, id }
}

const tasksOf = (order: string) =>
  world.rows<{ status: string; role: string; cause: string }>(
    'select status, role, cause from tasks where order_id = $1 order by id',
    [order],
  )

describe('an add-on', () => {
  test('is active with no human, its price is earned, and its order is complete', async () => {
    const order = await aPaidOrder(world, [{ service: ADD_ON }])
    expect(await provisioningOf(order)).toMatchObject({ status: 'ACTIVE', attempts: 1, failure: null })
    expect(await logOf(world, (await provisioningOf(order)).id)).toEqual([
      'provisioning.started',
      'provisioning.activated',
    ])
    expect(await orderNow(order)).toEqual({ status: 'COMPLETED', stage: 'CLOSED' })
    expect(await balance(`held:${order}`)).toBe('0')
    expect(await earnedOn(order)).toBe('9900')
    const buyer = await world.as('agency@demo.test')
    const { order: seen } = await buyer.ask(
      'query($id: ID!) { order(id: $id) { lines { provisioning { status activatedAt attempts failure availableActions { name } } } } }',
      { id: order },
    )
    expect(seen.lines[0].provisioning).toMatchObject({
      status: 'ACTIVE',
      activatedAt: expect.any(String),
      attempts: null,
      failure: null,
      availableActions: [],
    })
  })

  test('beside onboarded work earns its own price and leaves the order open', async () => {
    const order = await aPaidOrder(world, [{ service: 'Local search optimisation' }, { service: ADD_ON }])
    expect((await provisioningOf(order)).status).toBe('ACTIVE')
    expect(await orderNow(order)).toEqual({ status: 'OPEN', stage: 'AWAITING_ONBOARDING' })
    expect(await earnedOn(order)).toBe('9900')
    expect(await balance(`held:${order}`)).toBe('49900')
  })

  test('that fails is tried again after growing pauses, and set up once', async () => {
    await fail(2)
    const order = await aPaidOrder(world, [{ service: ADD_ON }])
    const waiting = await provisioningOf(order)
    expect(waiting).toMatchObject({
      status: 'PROVISIONING',
      attempts: 1,
      failure: 'The sandbox refuses try 1.',
    })
    await world.move(HOUR)
    await world.settled()
    expect(await provisioningOf(order)).toMatchObject({ status: 'ACTIVE', attempts: 3, failure: null })
    expect(await logOf(world, waiting.id)).toEqual([
      'provisioning.started',
      'provisioning.postponed',
      'provisioning.postponed',
      'provisioning.activated',
    ])
    expect(await world.rows('select tries from sandbox.provisioned where key = $1', [waiting.id])).toEqual([
      { tries: 3 },
    ])
    expect(await earnedOn(order)).toBe('9900')
  })

  test('is not set up twice where a try is made twice', async () => {
    const order = await aPaidOrder(world, [{ service: ADD_ON }])
    const { id } = await provisioningOf(order)
    const once = { jobId: '', number: 0, last: false }
    await Promise.all([1, 2, 3].map(() => provisionJob.run(world.running.house, { id, number: 1 }, once)))
    expect(await logOf(world, id)).toEqual(['provisioning.started', 'provisioning.activated'])
    expect(await earnedOn(order)).toBe('9900')
  })

  test('fails a try whose provisioner breaks or takes too long, and nothing is lost', async () => {
    provisioner.bind({ provision: () => Promise.reject(new Error('The line is dead.')) })
    const order = await aPaidOrder(world, [{ service: ADD_ON }])
    provisioner.bind(sandboxProvisioner(world.running.house.database.pool))
    expect(await provisioningOf(order)).toMatchObject({
      status: 'PROVISIONING',
      failure: 'The line is dead.',
    })
    await world.move(HOUR)
    await world.settled()
    expect((await provisioningOf(order)).status).toBe('ACTIVE')
  })
})

describe('an add-on that could not be set up', () => {
  test('is a task for an admin; tried again it becomes active and the task ends', async () => {
    const { order, id } = await aFailedAddOn()
    expect(await tasksOf(order)).toEqual([
      { status: 'OPEN', role: 'ADMIN', cause: `provisioning-failed:${id}:4` },
    ])
    const { queues, tasks } = await admin.ask(
      `{ queues { provisioningFailed } tasks(first: 100, where: { raisedFor: { in: ["provisioning-failed"] }, status: { in: [OPEN] } }) { nodes { order { id } } } }`,
    )
    expect(queues.provisioningFailed).toBeGreaterThan(0)
    expect(tasks.nodes).toHaveLength(queues.provisioningFailed)
    expect(tasks.nodes).toContainEqual({ order: { id: order } })
    await fail(0)
    const { retryProvisioning } = await support.ask(RETRY, { id })
    expect(retryProvisioning).toMatchObject({ id, status: 'PROVISIONING', attempts: 4 })
    await world.settled()
    expect(await provisioningOf(order)).toMatchObject({ status: 'ACTIVE', attempts: 5 })
    expect((await tasksOf(order)).map((task) => task.status)).toEqual(['CANCELLED'])
    expect(await orderNow(order)).toEqual({ status: 'COMPLETED', stage: 'CLOSED' })
  })

  test('of which a try was lost with its process is tried again by itself', async () => {
    const { order, id } = await aFailedAddOn()
    await fail(0)
    await acting(world, await viewerOf(world, 'support@demo.test'), async (tx) => {
      await retryProvisioning(tx, { id })
      await row(
        tx,
        sql`delete from pgboss.job where name = 'provision' and data->>'id' = ${id} and state < 'active'`,
      )
    })
    await world.settled()
    expect((await provisioningOf(order)).status).toBe('PROVISIONING')
    await world.move(HOUR)
    await world.settled()
    expect(await provisioningOf(order)).toMatchObject({ status: 'ACTIVE', attempts: 5 })
  })

  test('that fails once more is a task once more', async () => {
    const { order, id } = await aFailedAddOn()
    await support.ask(RETRY, { id })
    await world.move(HOUR)
    await world.settled()
    expect((await tasksOf(order)).map((task) => task.status)).toEqual(['CANCELLED', 'OPEN'])
  })

  test('is given up by an admin with a reason: the buyer gets the price back and the order ends', async () => {
    const { order, id } = await aFailedAddOn()
    expect(await admin.refused(GIVE_UP, { id, r: '  ' })).toMatchObject({ code: 'VALIDATION' })
    const { giveUpProvisioning } = await admin.ask(GIVE_UP, { id, r: 'The directory has closed.' })
    expect(giveUpProvisioning.status).toBe('GIVEN_UP')
    await world.settled()
    expect(await orderNow(order)).toEqual({ status: 'CANCELLED', stage: 'CLOSED' })
    expect(await balance(`held:${order}`)).toBe('0')
    expect(await balance(`refund-due:${order}`)).toBe('0')
    expect(await earnedOn(order)).toBe('0')
    const operations = await world.rows(
      `select purpose, state, amount::text as amount from operations where order_id = $1 and kind = 'REFUND'`,
      [order],
    )
    expect(operations).toEqual([{ purpose: 'REFUND', state: 'SUCCEEDED', amount: '9900' }])
    expect((await tasksOf(order)).map((task) => task.status)).toEqual(['CANCELLED'])
    expect(await logOf(world, id)).toContain('provisioning.given-up')
  })

  test('of two gives back its own price alone; the order is complete by the other', async () => {
    await fail(100)
    const order = await aPaidOrder(world, [{ service: ADD_ON }, { service: 'Review monitor' }])
    await world.move(HOUR)
    await world.settled()
    const [failed] = await world.rows<{ id: string }>(
      `select id from provisionings where order_id = $1 and status = 'FAILED'`,
      [order],
    )
    expect((await orderNow(order)).status).toBe('OPEN')
    await admin.ask(GIVE_UP, { id: failed!.id, r: 'Not to be had.' })
    await world.settled()
    expect((await orderNow(order)).status).toBe('COMPLETED')
    expect(await earnedOn(order)).toBe('4900')
    expect(await balance(`held:${order}`)).toBe('0')
  })

  test('is given up once, however many click at the same moment', async () => {
    const { order, id } = await aFailedAddOn()
    const k = randomUUID()
    const click = `mutation($id: ID!, $k: String) { giveUpProvisioning(id: $id, reason: "Gone.", idempotencyKey: $k) { status } }`
    await Promise.all(Array.from({ length: 8 }, (_, i) => admin.raw(click, { id, k: i % 2 ? k : null })))
    await world.settled()
    expect(
      await world.rows(`select 1 from operations where order_id = $1 and kind = 'REFUND'`, [order]),
    ).toHaveLength(1)
  })

  test('leaves nothing running when its order ends', async () => {
    const { order, id } = await aFailedAddOn()
    const { line_id: lineId } = await provisioningOf(order)
    const line = {
      id: lineId,
      orderId: order,
      serviceId,
      formId: null,
      blueprintId: null,
      recipientContactId: null,
      packageId: null,
      channelId: null,
      buyerId: '',
      counterpartId: null,
      attendeeContactId: null,
      appointmentMinutes: null,
      priceAmount: 9900n,
      currency: 'EUR',
    }
    await acting(world, system('test'), (tx) => provisioningPart.end(tx, line))
    expect((await provisioningOf(order)).status).toBe('GIVEN_UP')
    expect((await tasksOf(order)).map((task) => task.status)).toEqual(['CANCELLED'])
    expect(await world.rows('select 1 from deadlines where subject_id = $1', [id])).toEqual([])
    await acting(world, system('test'), (tx) => provisioningPart.end(tx, line)) // twice does no harm
  })
})

test('the ledger keeps its invariants through all of this', async () => {
  expect(await world.ledgerFaults()).toEqual([])
})
