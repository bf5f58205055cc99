import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { aTask, blueprintTasks, viewerOf } from './task-room.js'

let world: World
let admin: Caller
let read: string[] = []

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
  await blueprintTasks(world, await aPaidOrder(world), [], await viewerOf(world, 'admin@demo.test'))
  await world.settled()
  const { pool } = world.running.house.database
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown
  pool.query = ((...args: unknown[]) => {
    const [first] = args as [string | { text: string }]
    const text = typeof first === 'string' ? first : first.text
    if (!/auth\.session|pending_positions/.test(text)) read.push(text)
    return query(...args)
  }) as typeof pool.query
})
afterAll(() => world.close())

async function statementsOf(document: string, variables?: Record<string, unknown>): Promise<number> {
  read = []
  await admin.ask(document, variables)
  return read.length
}

describe('reading tasks takes one statement', () => {
  test('for a list with all that a row shows', async () => {
    const list = `{ tasks(first: 50) { totalCount { count } nodes { title overdue startable checklist { text } availableActions { name allowed }
      order { number buyer { name } } line { service { name } provisioning { status } } assignee { name openTaskCount }
      suggestedAssignee { name openTaskCount } dependsOn { title assignee { name } } } } }`
    expect(await statementsOf(list)).toBe(1)
  })

  test('for everybody who might get one', async () => {
    const staff = 'query($id: ID!) { staffForTask(id: $id) { user { name skills } openTasks hasSkill } }'
    expect(await statementsOf(staff, { id: await aTask(world) })).toBe(1)
  })

  test('for all the tasks of a bulk action together', async () => {
    const { id: assigneeId } = await viewerOf(world, 'fulfilment3@demo.test')
    const items = [await aTask(world), await aTask(world), await aTask(world)].map((id) => ({
      id,
      assigneeId,
    }))
    const bulk =
      'mutation($i: [TaskDelegationInput!]!) { delegateTasks(items: $i) { id task { title assignee { name } } } }'
    expect(await statementsOf(bulk, { i: items })).toBe(1)
  })
})
