import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { raiseGivenUpDeadline } from '../../api/tasks/task-deadlines.js'
import { raiseTask } from '../../api/tasks/raise-task.js'
import { cancelTasksOf } from '../../api/tasks/cancel-task.js'
import { system } from '../../api/lib/viewer.js'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { acting, aTask, blueprintTasks, logOf, taskNow, viewerOf } from './task-room.js'

const ORDER =
  'query($id: ID!) { order(id: $id) { id total { amount } tasks { id } lines { id tasks { id } } } }'
const DELEGATE = 'mutation($id: ID!, $a: ID!) { delegateTask(id: $id, assigneeId: $a) { id } }'

let world: World
let admin: Caller
let felix: Caller
let grace: Caller

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
  felix = await world.as('fulfilment@demo.test')
  grace = await world.as('fulfilment2@demo.test')
})
afterAll(() => world.close())

describe('the tasks of an order', () => {
  test('are for staff: neither the buyer nor the client reads them, on any path', async () => {
    const order = await aPaidOrder(world)
    const id = await aTask(world, { orderId: order })
    for (const email of ['agency@demo.test', 'client@demo.test', 'channel@demo.test']) {
      const caller = await world.as(email)
      expect(await caller.refused('{ tasks { nodes { id } } }')).toMatchObject({ code: 'FORBIDDEN' })
      expect((await caller.ask('query($id: ID!) { node(id: $id) { id } }', { id }))['node']).toBeNull()
    }
    const { order: seen } = await (await world.as('agency@demo.test')).ask(ORDER, { id: order })
    expect(seen.tasks).toBeNull()
    expect(seen.lines[0].tasks).toBeNull()
    expect(await world.caller().refused('query($id: ID!) { task(id: $id) { id } }', { id })).toMatchObject({
      code: 'NOT_SIGNED_IN',
    })
  })

  test('open the order to the people of fulfilment who have or may claim one, without its money', async () => {
    const order = await aPaidOrder(world)
    const sees = async (who: Caller) => (await who.ask(ORDER, { id: order }))['order']
    expect(await sees(felix)).toBeNull()
    const id = await aTask(world, { orderId: order, skill: 'listings' })
    expect(await sees(felix)).toMatchObject({ id: order, total: null, tasks: [{ id }] })
    expect(await sees(grace)).toBeNull()
    const hugo = await viewerOf(world, 'fulfilment3@demo.test')
    await admin.ask(DELEGATE, { id, a: hugo.id })
    expect(await sees(felix)).toBeNull()
    expect(await sees(await world.as('fulfilment3@demo.test'))).toMatchObject({ id: order })
    const { orders } = await felix.ask('{ orders(first: 100) { nodes { id } } }')
    expect(orders.nodes.map((n: { id: string }) => n.id)).not.toContain(order)
  })

  test('are listed by state, person, order and role, and sorted', async () => {
    const order = await aPaidOrder(world)
    const late = await aTask(world, { orderId: order, dueInWorkingHours: 30 })
    const soon = await aTask(world, {
      orderId: order,
      dueInWorkingHours: 2,
      role: 'FINANCE',
      skill: undefined,
    })
    const LIST =
      'query($w: TaskWhere, $s: [TaskSort!]) { tasks(where: $w, sort: $s) { nodes { id } totalCount { count } } }'
    const ids = async (w: object, s?: object[]) =>
      (await admin.ask(LIST, { w: { orderId: { in: [order] }, ...w }, s }))['tasks'].nodes.map(
        (n: { id: string }) => n.id,
      )
    expect(await ids({})).toEqual([soon, late])
    expect(await ids({}, [{ field: 'createdAt', direction: 'ASC' }])).toEqual([late, soon])
    expect(await ids({ role: { in: ['FINANCE'] } })).toEqual([soon])
    expect(await ids({ status: { in: ['DONE'] } })).toEqual([])
    expect(await ids({ assigneeId: { isNull: true } })).toHaveLength(2)
  })
})

/** Waits, for half a minute, until something is so. */
async function until(so: () => boolean): Promise<void> {
  for (let i = 0; i < 3000 && !so(); i++) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(so()).toBe(true)
}

describe('live', () => {
  test('a task is followed, also when what it waited for ends; who loses the right gets no more of it', async () => {
    const order = await aPaidOrder(world)
    const hugo = await viewerOf(world, 'fulfilment3@demo.test')
    const person = await viewerOf(world, 'fulfilment@demo.test')
    const tasks = await blueprintTasks(
      world,
      order,
      [
        { stepKey: 'audit', assigneeId: hugo.id },
        { stepKey: 'keywords', assigneeId: person.id },
      ],
      await viewerOf(world, 'admin@demo.test'),
    )
    const ONE = 'subscription($id: ID) { taskUpdated(id: $id) { id status startable } }'
    const before = world.running.house.live.listeners
    const own = felix.follow(ONE, { id: tasks['keywords'] })
    const all = grace.follow(ONE)
    await own.until((seen) => seen.length >= 1)
    await admin.ask('mutation($id: ID!) { cancelTask(id: $id, reason: "Done before.") { id } }', {
      id: tasks['audit'],
    })
    await own.until((seen) => seen.some((s) => s['taskUpdated']?.startable))
    await admin.ask(DELEGATE, { id: tasks['keywords'], a: hugo.id })
    await own.until((seen) => seen.at(-1)?.['taskUpdated'] === null)
    // The writer follows her own and what that waits for, not what others have besides.
    for (const { taskUpdated } of all.seen)
      expect([tasks['copy'], tasks['keywords']]).toContain(taskUpdated.id)
    await own.stop()
    await all.stop()
    await until(() => world.running.house.live.listeners === before)
  })
})

describe('a task that the system raises', () => {
  test('is raised once per cause, however often, and ended with its cause', async () => {
    const task = {
      cause: 'test:once',
      role: 'ADMIN',
      title: 'Look',
      instructions: 'Look.',
      dueInWorkingHours: 1,
    } as const
    const raise = () => acting(world, system('test'), (tx) => raiseTask(tx, task))
    const id = await raise()
    expect(await raise()).toBe(id)
    expect(await logOf(world, id)).toEqual(['task.raised'])
    await acting(world, system('test'), (tx) =>
      cancelTasksOf(tx, { cause: 'test:once', reason: 'It is over.' }),
    )
    expect((await taskNow(world, id)).status).toBe('CANCELLED')
  })

  test('is what a deadline becomes that failed too often', async () => {
    const order = await aPaidOrder(world)
    const due = {
      id: 'dln_test',
      machine: 'Order',
      kind: 'payment-expiry',
      subjectId: order,
      streamId: order,
      step: 0,
      dueAt: new Date(),
      attempts: 6,
    }
    await acting(world, system('deadline'), (tx) => raiseGivenUpDeadline(tx, due, 'It is broken.'))
    const [task] = await world.rows<{ role: string; order_id: string; instructions: string }>(
      `select * from tasks where cause = 'deadline:dln_test'`,
    )
    expect(task).toMatchObject({
      role: 'ADMIN',
      order_id: order,
      instructions: expect.stringContaining('It is broken.'),
    })
  })
})
