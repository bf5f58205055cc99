import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { workingTimeBetween } from '../../api/lib/working-time.js'
import { letProvisioningFail } from '../../api/provisioning/sandbox-provisioner.js'
import { ADMIN, anOnboarding } from '../onboarding/a-document.js'
import { type Caller, codeOf } from '../support/caller.js'
import { pay, placeOrders } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { taskNow } from '../tasks/task-room.js'
import * as delivery from './a-delivery.js'

const { BUYER, BAKER, DELIVER, HOLD, orderNow, RESUME } = delivery
const DAY = 24 * HOUR
const WHY = 'The buyer’s site is being moved.'
const calendar = { zone: 'UTC', holidays: [] }

let world: World
let buyer: Caller
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as(BUYER)
  admin = await world.as(ADMIN)
})
afterAll(() => world?.close())

const hold = (id: string) => admin.ask(HOLD, { id, r: WHY })
const resume = (id: string) => admin.ask(RESUME, { id })
/** Time passes, and whatever would be due has had its chance: the second move begins by acting on it. */
const pass = async (ms: number) => {
  await world.move(ms)
  await world.move(1000)
}
const now = async () => (await world.rows<{ now: Date }>('select app_now() as now'))[0]!.now

/** The first task of an order that somebody has, begun. */
async function aBegunTask(orderId: string): Promise<{ id: string; person: Caller }> {
  const [task] = await world.rows<{ id: string; email: string }>(
    `select t.id, u.email from tasks t join users u on u.id = t.assignee_id where t.order_id = $1 and t.depends_on = '{}' order by t.id limit 1`,
    [orderId],
  )
  const person = await world.as(task!.email)
  await person.ask('mutation($id: ID!) { startTask(id: $id) { status } }', { id: task!.id })
  return { id: task!.id, person }
}

const workLeft = (task: { due_at: Date }, at: Date) => workingTimeBetween(at, task.due_at, calendar)
const taskDeadlines = (id: string) =>
  world.rows<{ kind: string; due: Date }>(
    'select kind, due_at as due from deadlines where subject_id = $1 order by kind',
    [id],
  )

describe('an order that is held', () => {
  test('says so and why to the team and the buyer; the beneficiary sees that it is', async () => {
    const { orderId: id } = await anOnboarding(world)
    expect(await hold(id)).toMatchObject({
      holdOrder: { status: 'ON_HOLD', stage: 'AWAITING_ONBOARDING', reason: WHY, overdue: false },
    })
    await world.settled()
    for (const caller of [buyer, admin])
      expect(await orderNow(caller, id)).toMatchObject({ reason: WHY, standing: { actor: 'US' } })
    expect(await orderNow(await world.as(BAKER), id)).toMatchObject({ status: 'ON_HOLD', reason: null })
    expect((await delivery.orderLog(world, id)).at(-1)).toBe('order.held')
    expect((await world.inbox(BUYER)).filter((m) => m.template === 'order-held')).toHaveLength(1)
    await resume(id)
    expect(await orderNow(buyer, id)).toMatchObject({ status: 'OPEN', heldSince: null, reason: null })
    expect((await delivery.orderLog(world, id)).at(-1)).toBe('order.resumed')
  })

  test('is held by an admin who says why, while it is open', async () => {
    const { orderId: id } = await anOnboarding(world)
    expect(await admin.refused(HOLD, { id, r: '' })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'reason' }],
    })
    for (const email of [BUYER, 'support@demo.test', 'finance@demo.test'])
      expect(await (await world.as(email)).refused(HOLD, { id, r: WHY })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await admin.refused(RESUME, { id })).toMatchObject({ code: 'INVALID_TRANSITION', current: 'OPEN' })
    await hold(id)
    expect(await admin.refused(HOLD, { id, r: 'Something else.' })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
    expect(await admin.refused(DELIVER, { id, s: 'Done.' })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'ON_HOLD',
      availableActions: ['resumeOrder', 'cancelOrder'],
    })
  })

  test('reminds nobody; its recipient has the time that was left when it was held', async () => {
    const { orderId: id } = await anOnboarding(world)
    const reminders = () =>
      world.rows(`select 1 from events where stream_id = $1 and type = 'onboarding.reminded'`, [id])
    const STALE = `select waiting_since + interval '30 days' as at from onboarding_documents where order_id = $1`
    const before = (await world.rows<{ at: Date }>(STALE, [id]))[0]!.at
    await pass(20 * HOUR)
    await hold(id)
    await pass(10 * DAY)
    expect(await reminders()).toHaveLength(0)
    expect(
      (await delivery.deadlinesOf(world, id)).filter((d) => d.kind === 'reminder' && d.held),
    ).toHaveLength(3)
    await resume(id)
    const shifted = (await world.rows<{ at: Date }>(STALE, [id]))[0]!.at.getTime() - before.getTime()
    expect(Math.abs(shifted - 10 * DAY)).toBeLessThan(HOUR / 60)
    expect((await delivery.deadlinesOf(world, id)).find((d) => d.kind === 'stale')?.due.getTime()).toBe(
      before.getTime() + shifted,
    )
    await pass(3 * HOUR)
    expect(await reminders()).toHaveLength(0)
    await pass(2 * HOUR)
    expect(await reminders()).toHaveLength(1)
  })

  test('leaves its tasks the working time they had, and nothing of them is due meanwhile', async () => {
    const id = await delivery.anOrderAtWork(world)
    const { id: task } = await aBegunTask(id)
    await hold(id)
    const heldAt = (await orderNow(admin, id)).heldSince
    const left = workLeft(await taskNow(world, task), new Date(heldAt))
    expect(await taskDeadlines(task)).toEqual([])
    await pass(9 * DAY)
    const OVERDUE = 'query($id: ID!) { task(id: $id) { overdue } }'
    expect((await admin.ask(OVERDUE, { id: task }))['task'].overdue).toBe(false)
    expect(
      await world.rows(
        `select 1 from events where aggregate_id = $1 and type in ('task.due-soon', 'task.overdue')`,
        [task],
      ),
    ).toEqual([])
    await resume(id)
    const resumed = await taskNow(world, task)
    const [{ at }] = (await world.rows<{ at: Date }>(
      `select occurred_at as at from events where stream_id = $1 and type = 'order.resumed'`,
      [id],
    )) as [{ at: Date }]
    expect(workLeft(resumed, at)).toBe(left)
    expect(await taskDeadlines(task)).toEqual([
      { kind: 'due-soon', due: resumed.due_soon_at },
      { kind: 'overdue', due: resumed.due_at },
    ])
  })

  test('lets a task wait for the buyer and go on; what it had left is neither eaten nor doubled', async () => {
    const id = await delivery.anOrderAtWork(world)
    const { id: task, person } = await aBegunTask(id)
    await hold(id)
    const left = workLeft(await taskNow(world, task), new Date((await orderNow(admin, id)).heldSince))
    await pass(3 * DAY)
    await person.ask(
      'mutation($id: ID!) { pauseTask(id: $id, reason: "Which photo?", waitingOnBuyer: true) { id } }',
      { id: task },
    )
    await pass(2 * DAY)
    await person.ask('mutation($id: ID!) { continueTask(id: $id) { id } }', { id: task })
    expect(await taskDeadlines(task)).toEqual([])
    await pass(4 * DAY)
    await resume(id)
    expect(Math.abs(workLeft(await taskNow(world, task), await now()) - left)).toBeLessThan(60_000)
    expect((await taskDeadlines(task)).map((d) => d.kind)).toEqual(['due-soon', 'overdue'])
  })

  test('leaves a task that waits for the buyer waiting when it is resumed', async () => {
    const id = await delivery.anOrderAtWork(world)
    const { id: task, person } = await aBegunTask(id)
    await person.ask(
      'mutation($id: ID!) { pauseTask(id: $id, reason: "Which photo?", waitingOnBuyer: true) { id } }',
      { id: task },
    )
    const before = await taskNow(world, task)
    const left = workLeft(before, before.paused_at!)
    await hold(id)
    await pass(5 * DAY)
    await resume(id)
    expect(await taskDeadlines(task)).toEqual([])
    await person.ask('mutation($id: ID!) { continueTask(id: $id) { id } }', { id: task })
    expect(Math.abs(workLeft(await taskNow(world, task), await now()) - left)).toBeLessThan(60_000)
  })

  test('gives tasks that are raised meanwhile their whole time', async () => {
    const { orderId: id } = await anOnboarding(world)
    await hold(id)
    await admin.ask('mutation($id: ID!) { waiveOnboarding(id: $id, reason: "We know them.") { status } }', {
      id: (
        await world.rows<{ id: string }>('select id from onboarding_documents where order_id = $1', [id])
      )[0]!.id,
    })
    const raised = await world.rows<{ id: string; due_at: Date; created_at: Date }>(
      'select id, due_at, created_at from tasks where order_id = $1 order by id',
      [id],
    )
    expect(raised.length).toBeGreaterThan(0)
    const whole = workingTimeBetween(raised[0]!.created_at, raised[0]!.due_at, calendar)
    await pass(6 * DAY)
    await resume(id)
    expect(Math.abs(workLeft(await taskNow(world, raised[0]!.id), await now()) - whole)).toBeLessThan(60_000)
  })
})

describe('add-ons of an order that is held', () => {
  test('are not tried again until it is resumed, and then settle it', async () => {
    const pool = world.running.house.database.pool
    const [service] = await world.rows<{ id: string }>(
      `select id from services where name = 'Directory listings'`,
    )
    await letProvisioningFail(pool, { serviceId: service!.id, failures: 1 })
    const [id] = (await placeOrders(buyer, [{ service: 'Directory listings' }])) as [string]
    await pay(buyer, id)
    await world.settled()
    await hold(id)
    const tries = async () =>
      (
        await world.rows<{ attempts: number; status: string }>(
          'select attempts, status from provisionings where order_id = $1',
          [id],
        )
      )[0]
    await pass(DAY)
    expect(await tries()).toEqual({ attempts: 1, status: 'PROVISIONING' })
    await resume(id)
    await pass(60_000)
    expect(await tries()).toEqual({ attempts: 2, status: 'ACTIVE' })
    expect((await orderNow(buyer, id)).status).toBe('COMPLETED')
  })

  test('that were set up meanwhile settle it when it is resumed', async () => {
    const pool = world.running.house.database.pool
    const [service] = await world.rows<{ id: string }>(
      `select id from services where name = 'Directory listings'`,
    )
    await letProvisioningFail(pool, { serviceId: service!.id, failures: 4 })
    const [id] = (await placeOrders(buyer, [{ service: 'Directory listings' }])) as [string]
    await pay(buyer, id)
    await pass(HOUR)
    await letProvisioningFail(pool, { serviceId: service!.id, failures: 0 })
    await hold(id)
    const [failed] = await world.rows<{ id: string; status: string }>(
      'select id, status from provisionings where order_id = $1',
      [id],
    )
    expect(failed!.status).toBe('FAILED')
    await admin.ask('mutation($id: ID!) { retryProvisioning(id: $id) { status } }', { id: failed!.id })
    await world.settled()
    expect(await orderNow(buyer, id)).toMatchObject({ status: 'ON_HOLD', stage: 'CLOSED' })
    await resume(id)
    expect(await orderNow(buyer, id)).toMatchObject({ status: 'COMPLETED', stage: 'CLOSED' })
  })
})

describe('hold and deliver at once', () => {
  test('one of them wins, every time', async () => {
    const id = await delivery.aFinishedOrder(world)
    for (let round = 0; round < 20; round++) {
      const [held, delivered] = await Promise.all([
        admin.raw(HOLD, { id, r: WHY }),
        admin.raw(DELIVER, { id, s: 'Done.', k: randomUUID() }),
      ])
      const codes = [held, delivered].map(codeOf)
      expect(codes.toSorted()).toEqual(['INVALID_TRANSITION', 'done'])
      const { status } = await orderNow(admin, id)
      expect(status).toBe(codes[0] === 'done' ? 'ON_HOLD' : 'DELIVERED')
      await (status === 'ON_HOLD'
        ? resume(id)
        : world.rows(`update orders set status = 'OPEN', stage = 'READY' where id = $1`, [id]))
      await world.rows('delete from deliveries where order_id = $1', [id])
    }
  })
})
