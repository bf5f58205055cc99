import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import {
  ADMIN,
  AGENCY,
  anOnboarding,
  answersBut,
  APPROVE,
  BAKER,
  byLink,
  CLAIM,
  documentNow,
  stageOf,
  SUBMIT,
  submitted,
  upload,
} from './a-document.js'
import { lineTasks } from './line-tasks.js'

const WAIVE =
  'mutation($id: ID!, $r: String!) { waiveOnboarding(id: $id, reason: $r) { status waivedReason } }'
const REOPEN =
  'mutation($id: ID!, $r: String!) { reopenOnboarding(id: $id, reason: $r) { status reopenedReason issues { note } suggestedReviewer { name } } }'
const REASON = 'The address has changed.'

let world: World
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as(ADMIN)
})
afterAll(() => world.close())

/** A document that was approved: its tasks are with people. */
async function approved() {
  const document = await submitted(world)
  await admin.ask(CLAIM, { id: document.id })
  await admin.ask(APPROVE, { id: document.id, r: document.revisionId })
  return document
}

async function emailOf(userId: string | null): Promise<string> {
  return (await world.rows<{ email: string }>('select email from users where id = $1', [userId]))[0]!.email
}

/** Somebody's task of the order is brought to a state by the verbs that people use. */
async function begin(orderId: string): Promise<{ id: string; person: Caller }> {
  const first = (await lineTasks(world, orderId)).find((task) => task.step === 'audit')!
  const person = await world.as(await emailOf(first.assignee))
  await person.ask('mutation($id: ID!) { startTask(id: $id) { status } }', { id: first.id })
  return { id: first.id, person }
}

describe('a document that is asked for again', () => {
  test('makes unfinished tasks wait with their clocks; approved again, each goes on where it stood', async () => {
    const { id, orderId, recipient, sent } = await approved()
    const begun = await begin(orderId)
    const before = await lineTasks(world, orderId)
    expect(await admin.ask(REOPEN, { id, r: REASON })).toMatchObject({
      reopenOnboarding: {
        status: 'CHANGES_REQUESTED',
        reopenedReason: REASON,
        issues: [],
        suggestedReviewer: { name: 'Ada Okafor' },
      },
    })
    expect(await stageOf(world, orderId)).toBe('ACTION_REQUIRED')
    const aside = await lineTasks(world, orderId)
    expect(aside.map((task) => task.status)).toEqual(['WAITING', 'WAITING', 'WAITING', 'WAITING'])
    expect(aside.map((task) => task.aside)).toEqual(before.map((task) => task.status))
    expect(aside.map((task) => task.assignee)).toEqual(before.map((task) => task.assignee))
    expect(
      await world.rows(`select 1 from deadlines where machine = 'Task' and subject_id = any($1::text[])`, [
        before.map((task) => task.id),
      ]),
    ).toEqual([])
    const CONTINUE = 'mutation($id: ID!) { continueTask(id: $id) { status } }'
    expect(await begun.person.refused(CONTINUE, { id: begun.id })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
    await world.move(6 * 24 * HOUR)
    const again = await byLink(world, BAKER, 'onboarding-changes-requested').catch(() => recipient)
    await again.ask(SUBMIT, { ...sent, k: null, a: answersBut({ goals: ['New town'] }) })
    expect(await stageOf(world, orderId)).toBe('IN_VERIFICATION')
    await admin.ask(CLAIM, { id })
    const { newestRevision } = await documentNow(admin, id)
    await admin.ask(APPROVE, { id, r: newestRevision.id })
    const after = await lineTasks(world, orderId)
    expect(after.map(({ id: task, status, assignee }) => ({ task, status, assignee }))).toEqual(
      before.map(({ id: task, status, assignee }) => ({ task, status, assignee })),
    )
    expect(after.every((task) => task.aside === null && task.left > 0)).toBe(true)
    expect(await stageOf(world, orderId)).toBe('IN_PROGRESS')
    expect(await documentNow(admin, id)).toMatchObject({ status: 'APPROVED' })
    const raised = await world.rows(`select 1 from events where stream_id = $1 and type = 'task.raised'`, [
      orderId,
    ])
    expect(raised.length).toBe(
      4 +
        (await world.rows(`select 1 from tasks where order_id = $1 and step_key is null`, [orderId])).length,
    )
  })

  test('tells its recipient and the buyer why, by mail and on the form', async () => {
    const { id, recipient } = await approved()
    await world.settled()
    const before = [(await world.inbox(BAKER)).length, (await world.inbox(AGENCY)).length]
    await admin.ask(REOPEN, { id, r: REASON })
    await world.settled()
    const [baker, agency] = [
      (await world.inbox(BAKER)).slice(before[0]),
      (await world.inbox(AGENCY)).slice(before[1]),
    ]
    for (const mails of [baker, agency]) {
      expect(mails.map((mail) => mail.template)).toEqual(['onboarding-changes-requested'])
      expect(mails[0]!.text).toContain(REASON)
    }
    const { onboardingDocument } = await recipient.ask(
      'query($id: ID!) { onboardingDocument(id: $id) { status reopenedReason } }',
      { id },
    )
    expect(onboardingDocument).toEqual({ status: 'CHANGES_REQUESTED', reopenedReason: REASON })
  })

  test('keeps what is done, and lets the new approval give a task to somebody else', async () => {
    const { id, orderId, recipient, sent } = await approved()
    const { id: audit, person } = await begin(orderId)
    await finish(person, audit)
    const open = (await lineTasks(world, orderId)).find((task) => task.step === 'listings')!
    await admin.ask(REOPEN, { id, r: REASON })
    expect((await lineTasks(world, orderId)).find((task) => task.id === audit)).toMatchObject({
      status: 'DONE',
      aside: null,
    })
    const { submitOnboarding } = await recipient.ask(SUBMIT, { ...sent, k: null })
    await admin.ask(CLAIM, { id })
    const r = submitOnboarding.newestRevision.id
    const somebodyElse = async (skill: string, than: string | null) =>
      (
        await world.rows<{ id: string }>(
          `select id from users where 'FULFILMENT' = any(staff_roles) and $1 = any(skills) and id <> $2`,
          [skill, than],
        )
      )[0]!.id
    const done = (await lineTasks(world, orderId)).find((task) => task.id === audit)!
    const d = [{ stepKey: 'audit', assigneeId: await somebodyElse('seo', done.assignee) }]
    expect(await admin.refused(APPROVE, { id, r, d })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'delegations.0.stepKey' }],
    })
    const other = await somebodyElse('listings', open.assignee)
    await admin.ask(APPROVE, { id, r, d: [{ stepKey: 'listings', assigneeId: other }] })
    const after = await lineTasks(world, orderId)
    expect(after.find((task) => task.id === audit)).toMatchObject({ status: 'DONE' })
    expect(after.find((task) => task.id === open.id)).toMatchObject({
      status: 'ASSIGNED',
      assignee: other,
    })
    expect(after).toHaveLength(4)
  })

  test('while the order is held, too: the tasks come back with time left, each with its deadlines', async () => {
    const { id, orderId, recipient, sent } = await approved()
    const before = await lineTasks(world, orderId)
    await admin.ask('mutation($id: ID!) { holdOrder(id: $id, reason: "A pause.") { status } }', {
      id: orderId,
    })
    await world.move(2 * 24 * HOUR)
    await admin.ask(REOPEN, { id, r: REASON })
    await world.move(2 * 24 * HOUR)
    await admin.ask('mutation($id: ID!) { resumeOrder(id: $id) { status } }', { id: orderId })
    await world.move(2 * 24 * HOUR)
    const { submitOnboarding } = await recipient.ask(SUBMIT, { ...sent, k: null })
    await admin.ask(CLAIM, { id })
    await admin.ask(APPROVE, { id, r: submitOnboarding.newestRevision.id })
    const after = await lineTasks(world, orderId)
    expect(after.map((task) => [task.step, task.status])).toEqual(
      before.map((task) => [task.step, task.status]),
    )
    expect(after.every((task) => task.left > 0)).toBe(true)
    const due = await world.rows(
      `select 1 from deadlines where machine = 'Task' and kind = 'overdue' and stream_id = $1 and held_from is null`,
      [orderId],
    )
    expect(due).toHaveLength(4)
  })

  test('stays what its order waits for, whatever becomes of single tasks meanwhile', async () => {
    const { id, orderId } = await approved()
    await admin.ask(REOPEN, { id, r: REASON })
    for (const task of await lineTasks(world, orderId))
      await admin.ask('mutation($id: ID!) { cancelTask(id: $id, reason: "Not needed.") { status } }', {
        id: task.id,
      })
    expect(await stageOf(world, orderId)).toBe('ACTION_REQUIRED')
  })

  test('after a waiver is filled in for the first time', async () => {
    const { id, orderId } = await anOnboarding(world)
    await admin.ask(WAIVE, { id, r: 'Not needed.' })
    await admin.ask(REOPEN, { id, r: 'Needed after all.' })
    await world.settled()
    const recipient = await byLink(world, BAKER, 'onboarding-changes-requested')
    const fileId = await upload(recipient, world.address)
    const { submitOnboarding } = await recipient.ask(SUBMIT, {
      id,
      a: answersBut({}),
      f: [{ key: 'brief', fileId }],
    })
    expect(submitOnboarding).toMatchObject({ status: 'SUBMITTED', newestRevision: { number: 1 } })
    await admin.ask(CLAIM, { id })
    await admin.ask(APPROVE, { id, r: submitOnboarding.newestRevision.id })
    expect(await lineTasks(world, orderId)).toHaveLength(4)
    expect((await lineTasks(world, orderId)).every((task) => task.aside === null)).toBe(true)
  })

  test('is refused to all but admins, without a reason, while it is open, and once the order is delivered', async () => {
    const { id, orderId } = await approved()
    for (const email of [AGENCY, BAKER, 'support@demo.test'])
      expect(await (await world.as(email)).refused(REOPEN, { id, r: REASON })).toMatchObject({
        code: 'FORBIDDEN',
      })
    expect(await admin.refused(REOPEN, { id, r: '' })).toMatchObject({ code: 'VALIDATION' })
    await world.rows(`update orders set status = 'CANCELLED' where id = $1`, [orderId])
    expect(await admin.refused(REOPEN, { id, r: REASON })).toMatchObject({ code: 'INVALID_TRANSITION' })
    const open = await anOnboarding(world)
    expect(await admin.refused(REOPEN, { id: open.id, r: REASON })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
  })
})

/** Does the work: every point of the checklist answered, accepted by a colleague where the step wants that. */
async function finish(person: Caller, id: string): Promise<void> {
  const { task } = await person.ask('query($id: ID!) { task(id: $id) { checklist { key } } }', { id })
  const { submitTask } = await person.ask(
    'mutation($id: ID!, $c: [ChecklistAnswerInput!]!) { submitTask(id: $id, checklist: $c) { status } }',
    {
      id,
      c: task.checklist.map((item: { key: string }) => ({ key: item.key, done: true })),
    },
  )
  if (submitTask.status === 'IN_REVIEW')
    await admin.ask('mutation($id: ID!) { acceptTask(id: $id) { status } }', { id })
}
