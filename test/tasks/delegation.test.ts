import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { disableStaff, enableStaff } from '../../api/accounts/staff.js'
import type { Viewer } from '../../api/lib/viewer.js'
import type { Refusal } from '../../api/lib/refusal.js'
import { claimTask } from '../../api/tasks/claim-task.js'
import { declineTask } from '../../api/tasks/decline-task.js'
import { delegateByRule, delegateTask } from '../../api/tasks/delegate-task.js'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { acting, aTask, blueprintTasks, logOf, taskNow, viewerOf } from './task-room.js'

let world: World
let admin: Caller
let ada: Viewer
let felix: Viewer
let grace: Viewer
let hugo: Viewer

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
  ada = await viewerOf(world, 'admin@demo.test')
  felix = await viewerOf(world, 'fulfilment@demo.test')
  grace = await viewerOf(world, 'fulfilment2@demo.test')
  hugo = await viewerOf(world, 'fulfilment3@demo.test')
})
afterAll(() => world.close())

const byRule = (id: string) => acting(world, ada, (tx) => delegateByRule(tx, id))
const idle = () => world.rows(`update tasks set status = 'DONE' where assignee_id is not null`)

describe('the rule for delegation', () => {
  test('chooses whoever has the fewest open tasks among those with the skill', async () => {
    await idle()
    const chosen = []
    for (let i = 0; i < 4; i++) chosen.push(await byRule(await aTask(world)))
    expect(chosen.filter((id) => id === felix.id)).toHaveLength(2)
    expect(chosen.filter((id) => id === hugo.id)).toHaveLength(2)
    const { staff } = await admin.ask('{ staff { nodes { id openTaskCount } } }')
    expect(staff.nodes.find((n: { id: string }) => n.id === hugo.id).openTaskCount).toBe(2)
  })

  test('does not offer a task again to who declined it; with nobody left it stays open', async () => {
    await idle()
    const id = await aTask(world)
    for (const person of [felix, hugo]) {
      await world.rows(`update tasks set status = 'ASSIGNED', assignee_id = $2 where id = $1`, [
        id,
        person.id,
      ])
      await acting(world, person, (tx) => declineTask(tx, { id, reason: 'On leave.' }))
    }
    expect(await byRule(id)).toBeUndefined()
    expect(await taskNow(world, id)).toMatchObject({
      status: 'OPEN',
      assignee_id: null,
      declined_by: [felix.id, hugo.id],
    })
    await acting(world, felix, (tx) => claimTask(tx, { id })) // they may still change their mind
    expect(await taskNow(world, id)).toMatchObject({ status: 'ASSIGNED', assignee_id: felix.id })
    expect(await logOf(world, id)).toEqual(['task.raised', 'task.declined', 'task.declined', 'task.claimed'])
  })

  test('is what the suggested assignee shows', async () => {
    await idle()
    const first = await aTask(world)
    await acting(world, ada, (tx) => delegateByRule(tx, first))
    const busy = (await taskNow(world, first)).assignee_id
    const id = await aTask(world)
    const { task } = await admin.ask('query($id: ID!) { task(id: $id) { suggestedAssignee { id } } }', { id })
    expect(task.suggestedAssignee.id).toBe(busy === felix.id ? hugo.id : felix.id)
  })
})

describe('the tasks of a blueprint', () => {
  test('are raised once, delegated as given and else by the rule, and mailed to their people', async () => {
    const order = await aPaidOrder(world)
    const tasks = await blueprintTasks(world, order, [{ stepKey: 'audit', assigneeId: hugo.id }], ada)
    expect(Object.keys(tasks).sort()).toEqual(['audit', 'copy', 'keywords', 'listings'])
    expect(await taskNow(world, tasks['audit']!)).toMatchObject({ status: 'ASSIGNED', assignee_id: hugo.id })
    for (const id of Object.values(tasks)) expect((await taskNow(world, id)).status).toBe('ASSIGNED')
    expect(await blueprintTasks(world, order)).toEqual(tasks)
    const [given] = await world.rows<{ actor: string; data: object }>(
      `select actor_id as actor, data from events where aggregate_id = $1 and type = 'task.delegated'`,
      [tasks['audit']],
    )
    expect(given).toEqual({ actor: ada.id, data: { assigneeId: hugo.id, by: 'PERSON', before: null } })
    await world.settled()
    const mails = (await world.inbox('fulfilment3@demo.test')).filter(
      (mail) => mail.template === 'task-delegated',
    )
    expect(mails.length).toBeGreaterThan(0)
    const { order: shown } = await admin.ask(
      'query($id: ID!) { order(id: $id) { stage tasks { id } lines { tasks { stepKey startable dependsOn { stepKey } } } } }',
      { id: order },
    )
    expect(shown.stage).toBe('IN_PROGRESS')
    const steps = Object.fromEntries(shown.lines[0].tasks.map((t: { stepKey: string }) => [t.stepKey, t]))
    expect(steps['copy']).toMatchObject({ startable: false, dependsOn: [{ stepKey: 'keywords' }] })
    expect(steps['audit'].startable).toBe(true)
  })

  test('refuse a step that the blueprint does not have, and somebody who is unfit, as a whole', async () => {
    const order = await aPaidOrder(world)
    const raise = (stepKey: string, assigneeId: string) =>
      blueprintTasks(world, order, [{ stepKey, assigneeId }], ada).catch((e: Refusal) => e.code)
    expect(await raise('nonsense', hugo.id)).toBe('VALIDATION')
    expect(await raise('audit', grace.id)).toBe('ASSIGNEE_UNFIT')
    expect(await world.rows('select 1 from tasks where order_id = $1', [order])).toEqual([])
  })
})

describe('delegating', () => {
  const BULK =
    'mutation($i: [TaskDelegationInput!]!, $k: String, $d: Boolean) { delegateTasks(items: $i, idempotencyKey: $k, dryRun: $d) { id refusal message task { id status assignee { id } } } }'

  test('many at once gives a result for each, whatever their states', async () => {
    const [open, done, unfit] = [await aTask(world), await aTask(world), await aTask(world)]
    await world.rows(`update tasks set status = 'DONE' where id = $1`, [done])
    const items = [
      { id: open, assigneeId: hugo.id },
      { id: done, assigneeId: hugo.id },
      { id: unfit, assigneeId: grace.id },
      { id: 'tsk_nowhere', assigneeId: hugo.id },
    ]
    const dry = await admin.ask(BULK, { i: items, d: true })
    expect(dry['delegateTasks'].map((r: { refusal: string }) => r.refusal)).toEqual([
      null,
      'INVALID_TRANSITION',
      'ASSIGNEE_UNFIT',
      'NOT_FOUND',
    ])
    expect((await taskNow(world, open)).status).toBe('OPEN')
    const k = randomUUID()
    const { delegateTasks } = await admin.ask(BULK, { i: items, k })
    expect(delegateTasks).toEqual([
      {
        id: open,
        refusal: null,
        message: null,
        task: { id: open, status: 'ASSIGNED', assignee: { id: hugo.id } },
      },
      {
        id: done,
        refusal: 'INVALID_TRANSITION',
        message: expect.any(String),
        task: { id: done, status: 'DONE', assignee: null },
      },
      {
        id: unfit,
        refusal: 'ASSIGNEE_UNFIT',
        message: expect.any(String),
        task: { id: unfit, status: 'OPEN', assignee: null },
      },
      { id: 'tsk_nowhere', refusal: 'NOT_FOUND', message: expect.any(String), task: null },
    ])
    expect((await admin.ask(BULK, { i: items, k }))['delegateTasks'][0].refusal).toBeNull()
    expect(await logOf(world, open)).toEqual(['task.raised', 'task.delegated'])
  })

  test('many at once again under the same key with others is refused, and nothing done', async () => {
    const [first, second] = [await aTask(world), await aTask(world)]
    const k = randomUUID()
    await admin.ask(BULK, { i: [{ id: first, assigneeId: hugo.id }], k })
    for (const i of [
      [{ id: first, assigneeId: felix.id }],
      [{ id: second, assigneeId: hugo.id }],
      [
        { id: first, assigneeId: hugo.id },
        { id: second, assigneeId: hugo.id },
      ],
    ])
      expect(await admin.refused(BULK, { i, k })).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
    expect((await taskNow(world, second)).status).toBe('OPEN')
    expect(await logOf(world, first)).toEqual(['task.raised', 'task.delegated'])
  })

  test('many at once takes a key as long as any other', async () => {
    const id = await aTask(world)
    const ask = (k: string) => ({ i: [{ id, assigneeId: hugo.id }], k })
    const [result] = (await admin.ask(BULK, ask('k'.repeat(200))))['delegateTasks']
    expect(result).toMatchObject({ refusal: null, task: { status: 'ASSIGNED' } })
    expect(await admin.refused(BULK, ask('k'.repeat(201)))).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'idempotencyKey' }],
    })
  })

  test('shows everybody of the role with their load and whether they have the skill', async () => {
    await idle()
    await byRule(await aTask(world, { skill: 'design' })) // Grace alone
    const id = await aTask(world)
    const { staffForTask } = await admin.ask(
      'query($id: ID!) { staffForTask(id: $id) { user { id } openTasks hasSkill hasDeclined } }',
      { id },
    )
    const of = (user: Viewer) =>
      staffForTask.find((load: { user: { id: string } }) => load.user.id === user.id)
    expect(staffForTask).toHaveLength(3)
    expect(of(grace)).toMatchObject({ openTasks: 1, hasSkill: false })
    expect(of(hugo)).toMatchObject({ openTasks: 0, hasSkill: true, hasDeclined: false })
  })

  test('is for admins alone, and never to somebody disabled', async () => {
    const id = await aTask(world)
    const support = await world.as('support@demo.test')
    const one = 'mutation($id: ID!, $a: ID!) { delegateTask(id: $id, assigneeId: $a) { id } }'
    expect(await support.refused(one, { id, a: hugo.id })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await admin.refused(one, { id, a: grace.id })).toMatchObject({
      code: 'ASSIGNEE_UNFIT',
      reason: 'SKILL',
    })
    expect(await admin.refused(one, { id, a: ada.id })).toMatchObject({
      code: 'ASSIGNEE_UNFIT',
      reason: 'ROLE',
    })
    expect(await admin.refused(one, { id, a: 'usr_nobody' })).toMatchObject({
      code: 'ASSIGNEE_UNFIT',
      reason: 'DISABLED',
    })
  })

  test('of one hundred people who claim at the same moment one gets the task, and the others are told', async () => {
    const crowd: Viewer[] = Array.from({ length: 100 }, (_, i) => ({ ...felix, id: `usr_crowd${i}` }))
    await world.rows(
      `insert into users (id, name, email, status, staff_roles, skills) select id, id, id || '@crowd.test', 'ACTIVE', '{FULFILMENT}', '{seo}' from unnest($1::text[]) id`,
      [crowd.map((person) => person.id)],
    )
    const id = await aTask(world)
    const outcomes = await Promise.all(
      crowd.map((person) =>
        acting(world, person, (tx) => claimTask(tx, { id })).then(
          () => 'CLAIMED',
          (e: Refusal) => e.code,
        ),
      ),
    )
    expect(outcomes.filter((o) => o === 'CLAIMED')).toHaveLength(1)
    expect(outcomes.filter((o) => o === 'INVALID_TRANSITION' || o === 'BUSY')).toHaveLength(99)
    expect(await logOf(world, id)).toEqual(['task.raised', 'task.claimed'])
    expect((await taskNow(world, id)).assignee_id).toBe(crowd[outcomes.indexOf('CLAIMED')]!.id)
  })

  test('to somebody who is disabled at the same moment leaves them with nothing to do', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await aTask(world, { skill: 'design' })
      await Promise.allSettled([
        acting(world, ada, (tx) => disableStaff(tx, { id: grace.id })),
        acting(world, ada, (tx) => delegateTask(tx, { id, assigneeId: grace.id })),
      ])
      expect(await taskNow(world, id)).toMatchObject({ status: 'OPEN', assignee_id: null })
      await acting(world, ada, (tx) => enableStaff(tx, { id: grace.id }))
    }
  })
})
