import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { workingTimeBetween } from '../../api/lib/working-time.js'
import type { Viewer } from '../../api/lib/viewer.js'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { aTask, blueprintTasks, logOf, taskNow, viewerOf } from './task-room.js'

const DAY = 24 * HOUR
const calendar = { zone: 'UTC', holidays: [] }
const verb = (name: string, more = '', args = '') =>
  `mutation($id: ID!${more}) { ${name}(id: $id${args}) { id status version } }`
const START = verb('startTask')
const SUBMIT = verb('submitTask', ', $c: [ChecklistAnswerInput!]!', ', checklist: $c')
const PAUSE = verb('pauseTask', ', $r: String!, $b: Boolean', ', reason: $r, waitingOnBuyer: $b')
const DELEGATE = verb('delegateTask', ', $a: ID!', ', assigneeId: $a')

let world: World
let admin: Caller
let felix: Caller
let grace: Caller
let hugo: Caller
let people: Record<'felix' | 'grace' | 'hugo', Viewer>

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
  felix = await world.as('fulfilment@demo.test')
  grace = await world.as('fulfilment2@demo.test')
  hugo = await world.as('fulfilment3@demo.test')
  people = {
    felix: await viewerOf(world, 'fulfilment@demo.test'),
    grace: await viewerOf(world, 'fulfilment2@demo.test'),
    hugo: await viewerOf(world, 'fulfilment3@demo.test'),
  }
})
afterAll(() => world.close())

/** A task that somebody has begun. */
async function begun(who: Caller, of: Viewer, more: Parameters<typeof aTask>[1] = {}): Promise<string> {
  const id = await aTask(world, more)
  await admin.ask(DELEGATE, { id, a: of.id })
  await who.ask(START, { id })
  return id
}

describe('the work of a line', () => {
  test('goes from step to step, is reviewed by somebody else, and leaves the order ready', async () => {
    const order = await aPaidOrder(world)
    const { felix: f, grace: g, hugo: h } = people
    const tasks = await blueprintTasks(
      world,
      order,
      [
        { stepKey: 'audit', assigneeId: h.id },
        { stepKey: 'keywords', assigneeId: f.id },
        { stepKey: 'copy', assigneeId: g.id },
        { stepKey: 'listings', assigneeId: h.id },
      ],
      await viewerOf(world, 'admin@demo.test'),
    )
    const { audit, keywords, copy, listings } = tasks as Record<
      'audit' | 'keywords' | 'copy' | 'listings',
      string
    >
    expect(await felix.refused(START, { id: keywords })).toMatchObject({
      code: 'DEPENDENCIES_OPEN',
      tasks: [audit],
    })

    const { task } = await hugo.ask('query($id: ID!) { task(id: $id) { checklist { key text done } } }', {
      id: audit,
    })
    await hugo.ask(START, { id: audit })
    const done = (items: { key: string }[]) => items.map(({ key }) => ({ key, done: true }))
    await hugo.ask(SUBMIT, { id: audit, c: done(task.checklist) })
    const [freed] = await world.rows<{ freed: string[] }>(
      `select data->'freed' as freed from events where aggregate_id = $1 and type = 'task.done'`,
      [audit],
    )
    expect(freed).toEqual({ freed: [keywords] })

    await felix.ask(START, { id: keywords })
    await felix.ask(SUBMIT, { id: keywords, c: [] })
    await hugo.ask(START, { id: listings })
    await hugo.ask(SUBMIT, { id: listings, c: [] })

    await grace.ask(START, { id: copy })
    const wrong = await grace.refused(SUBMIT, {
      id: copy,
      c: [
        { key: 'item-1', done: false },
        { key: 'item-9', done: true },
      ],
    })
    expect(wrong).toMatchObject({ code: 'VALIDATION' })
    expect((wrong['fields'] as { path: string }[]).map((f) => f.path)).toEqual([
      'checklist.item-1',
      'checklist.item-2',
      'checklist.item-9',
    ])
    for (const note of ['with a NUL: \u0000', 'half of a character: \ud83d']) {
      const unkept = await grace.refused(SUBMIT, {
        id: copy,
        c: [
          { key: 'item-1', done: true },
          { key: 'item-2', done: false, note },
        ],
      })
      expect(unkept).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'checklist.item-2' }] })
    }
    const answers = [
      { key: 'item-1', done: true },
      { key: 'item-2', done: false, note: 'Nobody was free.' },
    ]
    const submitted = await grace.ask(SUBMIT, { id: copy, c: answers })
    expect(submitted['submitTask'].status).toBe('IN_REVIEW')
    expect(await grace.refused(verb('acceptTask'), { id: copy })).toMatchObject({ code: 'OWN_WORK' })

    const RETURN = verb('returnTask', ', $t: String!', ', text: $t')
    await felix.ask(RETURN, { id: copy, t: 'Please have it proofread.' })
    expect((await taskNow(world, copy)).status).toBe('IN_PROGRESS')
    await grace.ask(SUBMIT, { id: copy, c: done([{ key: 'item-1' }, { key: 'item-2' }]) })
    expect((await stageOf(order)).stage).toBe('IN_PROGRESS')
    await felix.ask(verb('acceptTask'), { id: copy })
    expect((await taskNow(world, copy)).status).toBe('DONE')
    expect(await logOf(world, copy)).toEqual([
      'task.raised',
      'task.delegated',
      'task.started',
      'task.submitted',
      'task.returned',
      'task.submitted',
      'task.done',
    ])
    expect(await stageOf(order)).toEqual({ stage: 'READY', status: 'OPEN' })
  })
})

async function stageOf(order: string): Promise<{ stage: string; status: string }> {
  const [row] = await world.rows<{ stage: string; status: string }>(
    'select stage, status from orders where id = $1',
    [order],
  )
  return row!
}

describe('the due clock', () => {
  test('stands still while the buyer is asked, and what was left then is left afterwards', async () => {
    const order = await aPaidOrder(world)
    const id = await begun(felix, people.felix, { orderId: order, dueInWorkingHours: 16 })
    const before = await taskNow(world, id)
    await felix.ask(PAUSE, { id, r: 'Which of the two logos?', b: true })
    const paused = await taskNow(world, id)
    const left = workingTimeBetween(paused.paused_at!, before.due_at, calendar)
    expect(await deadlinesOf(id)).toEqual([])

    const buyer = await world.as('agency@demo.test')
    const { order: seen } = await buyer.ask(
      'query($id: ID!) { order(id: $id) { activity(first: 50) { nodes { ... on MessageEntry { body visibility } } } } }',
      { id: order },
    )
    expect(seen.activity.nodes).toContainEqual({ body: 'Which of the two logos?', visibility: 'BUYER' })

    await world.move(9 * DAY)
    const { task } = await felix.ask(
      'query($id: ID!) { task(id: $id) { overdue waitingOnBuyer waitingReason dueAt } }',
      { id },
    )
    expect(task).toMatchObject({
      overdue: false,
      waitingOnBuyer: true,
      waitingReason: 'Which of the two logos?',
    })
    expect(await logOf(world, id)).not.toContain('task.overdue')

    await felix.ask(verb('continueTask'), { id })
    const after = await taskNow(world, id)
    const [clock] = await world.rows<{ now: Date }>('select app_now() as now')
    const leftNow = workingTimeBetween(clock!.now, after.due_at, calendar)
    expect(Math.abs(leftNow - left)).toBeLessThan(10_000)
    expect(after).toMatchObject({ status: 'IN_PROGRESS', paused_at: null, waiting_reason: null })
    expect((await deadlinesOf(id)).map((d) => d.kind)).toEqual(['due-soon', 'overdue'])
    expect((await deadlinesOf(id)).at(-1)!.due_at).toEqual(after.due_at)
  })

  test('goes on while the work waits for something else; what is late is told to its person, then to the admins', async () => {
    const id = await begun(felix, people.felix, { dueInWorkingHours: 8, title: 'Look at the late one' })
    await felix.ask(PAUSE, { id, r: 'The printer is broken.' })
    await world.move(6 * DAY)
    await world.settled()
    expect((await logOf(world, id)).slice(-2)).toEqual(['task.due-soon', 'task.overdue'])
    const { task, tasks } = await admin.ask(
      'query($id: ID!) { task(id: $id) { overdue } tasks(where: { overdue: { eq: true } }) { nodes { id } } }',
      { id },
    )
    expect(task.overdue).toBe(true)
    expect(tasks.nodes).toContainEqual({ id })
    for (const email of ['fulfilment@demo.test', 'admin@demo.test']) {
      const late = (await world.inbox(email)).filter(
        (mail) => mail.template === 'task-overdue' && mail.subject.includes('the late one'),
      )
      expect(late).toHaveLength(1)
    }
  })

  test('is nobody’s any more once the task is over', async () => {
    const id = await begun(felix, people.felix)
    await admin.ask(verb('cancelTask', ', $r: String!', ', reason: $r'), { id, r: 'A mistake.' })
    expect(await deadlinesOf(id)).toEqual([])
  })
})

function deadlinesOf(id: string): Promise<{ kind: string; due_at: Date }[]> {
  return world.rows<{ kind: string; due_at: Date }>(
    'select kind, due_at from deadlines where subject_id = $1 order by due_at',
    [id],
  )
}

describe('somebody who loses a skill or a role', () => {
  const CHANGE = `mutation($id: ID!, $r: [StaffRole!]!, $s: [String!]!) {
    changeStaff(id: $id, roles: $r, skills: $s) { id } }`
  const [r, skills] = [['FULFILMENT'], ['design', 'web', 'copywriting']]

  test('leaves what they are not fit for any more, begun or not, and keeps the rest', async () => {
    const { id } = people.grace
    const started = await begun(grace, people.grace, { skill: 'design' })
    const waiting = await begun(grace, people.grace, { skill: 'design' })
    await grace.ask(PAUSE, { id: waiting, r: 'For the photos.' })
    const handedIn = await begun(grace, people.grace, { skill: 'design' })
    await world.rows('update tasks set needs_review = true where id = $1', [handedIn])
    await grace.ask(SUBMIT, { id: handedIn, c: [] })
    const kept = await begun(grace, people.grace, { skill: 'web' })
    await admin.ask(CHANGE, { id, r, s: ['copywriting', 'web'] })
    for (const task of [started, waiting]) {
      expect(await taskNow(world, task)).toMatchObject({ status: 'OPEN', assignee_id: null })
      expect((await logOf(world, task)).at(-1)).toBe('task.released')
    }
    expect(await taskNow(world, kept)).toMatchObject({ status: 'IN_PROGRESS', assignee_id: id })
    await admin.ask(verb('returnTask', ', $t: String!', ', text: $t'), { id: handedIn, t: 'Too dark.' })
    expect(await taskNow(world, handedIn)).toMatchObject({ status: 'OPEN', assignee_id: null })
    await admin.ask(CHANGE, { id, r: ['SUPPORT'], s: skills })
    expect(await taskNow(world, kept)).toMatchObject({ status: 'OPEN', assignee_id: null })
    await admin.ask(CHANGE, { id, r, s: skills })
  })
})

describe('somebody who is disabled', () => {
  test('leaves their tasks to be claimed; what they had handed in comes back open', async () => {
    const waiting = await begun(grace, people.grace, { skill: 'design' })
    await grace.ask(PAUSE, { id: waiting, r: 'For the photos.' })
    const handedIn = await begun(grace, people.grace, { skill: 'design' })
    await world.rows('update tasks set needs_review = true where id = $1', [handedIn])
    await grace.ask(SUBMIT, { id: handedIn, c: [] })
    await admin.ask('mutation($id: ID!) { disableStaff(id: $id) { status } }', { id: people.grace.id })
    expect(await taskNow(world, waiting)).toMatchObject({
      status: 'OPEN',
      assignee_id: null,
      waiting_reason: null,
    })
    expect((await logOf(world, waiting)).at(-1)).toBe('task.released')
    expect((await taskNow(world, handedIn)).status).toBe('IN_REVIEW')
    await admin.ask(verb('returnTask', ', $t: String!', ', text: $t'), {
      id: handedIn,
      t: 'The colours are off.',
    })
    expect(await taskNow(world, handedIn)).toMatchObject({ status: 'OPEN', assignee_id: null })
  })
})
