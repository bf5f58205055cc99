import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'
import {
  ADMIN,
  answersBut,
  APPROVE,
  BAKER,
  CHANGES,
  CLAIM,
  documentNow,
  happened,
  stageOf,
  SUBMIT,
  submitted,
} from './a-document.js'

let world: World
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as(ADMIN)
})
afterAll(() => world.close())

describe('a review', () => {
  test('sends back with issues, and comes back with its reviewer suggested and a revision without issues', async () => {
    const { id, orderId, recipient, sent, revisionId } = await submitted(world)
    await admin.ask(CLAIM, { id })
    const fileId = sent.f[0]!.fileId
    const i = [
      { fieldKey: 'goals', note: 'Which cakes?' },
      { fileId, note: 'Page two is missing.' },
      { note: 'Please answer in English.' },
    ]
    const { requestOnboardingChanges: back } = await admin.ask(CHANGES, { id, r: revisionId, i })
    expect(back).toMatchObject({
      status: 'CHANGES_REQUESTED',
      issues: [
        { fieldKey: 'goals', fileId: null },
        { fieldKey: null, fileId },
        { fieldKey: null, fileId: null },
      ],
      suggestedReviewer: { name: 'Ada Okafor' },
    })
    expect(await stageOf(world, orderId)).toBe('ACTION_REQUIRED')
    await world.settled()
    expect((await world.inbox(BAKER)).at(-1)).toMatchObject({ template: 'onboarding-changes-requested' })
    expect(
      (
        await world.rows<{ kind: string }>(
          'select kind from deadlines where subject_id = $1 order by kind, step',
          [id],
        )
      ).map((d) => d.kind),
    ).toEqual(['reminder', 'reminder', 'reminder', 'stale'])
    await recipient.ask(SUBMIT, { ...sent, k: null, a: answersBut({ goals: ['Wedding cakes'] }) })
    expect(await documentNow(admin, id)).toMatchObject({
      status: 'SUBMITTED',
      issues: [],
      newestRevision: { number: 2 },
      suggestedReviewer: { name: 'Ada Okafor' },
      reviewer: null,
      revisions: [{ issues: [{}, {}, {}] }, { issues: [] }],
    })
    expect(await happened(world, orderId)).toEqual([
      'requested',
      'submitted',
      'claimed',
      'changes-requested',
      'submitted',
    ])
  })

  test('takes only issues on questions and files that are there, at least one, each with a note', async () => {
    const { id, revisionId } = await submitted(world)
    await admin.ask(CLAIM, { id })
    const refused = (i: object[]) => admin.refused(CHANGES, { id, r: revisionId, i })
    expect(await refused([])).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'issues' }] })
    expect(
      await refused([
        { note: ' ' },
        { fieldKey: 'shoeSize', note: 'x' },
        { fileId: 'fil_00000000000000000000000000', note: 'x' },
      ]),
    ).toMatchObject({
      fields: [{ path: 'issues.0.note' }, { path: 'issues.1.fieldKey' }, { path: 'issues.2.fileId' }],
    })
    expect((await documentNow(admin, id))['status']).toBe('IN_REVIEW')
  })

  test('of revision 1 does not approve revision 2', async () => {
    const { id, recipient, sent, revisionId } = await submitted(world)
    await admin.ask(CLAIM, { id })
    await admin.ask(CHANGES, { id, r: revisionId, i: [{ note: 'More, please.' }] })
    const { submitOnboarding } = await recipient.ask(SUBMIT, { ...sent, k: null })
    expect(await admin.refused(APPROVE, { id, r: revisionId })).toMatchObject({ code: 'INVALID_TRANSITION' })
    await admin.ask(CLAIM, { id })
    const current = submitOnboarding.newestRevision.id
    expect(await admin.refused(APPROVE, { id, r: revisionId })).toMatchObject({
      code: 'NOT_NEWEST_REVISION',
      current,
    })
    expect(await admin.refused(CHANGES, { id, r: revisionId, i: [{ note: 'x' }] })).toMatchObject({
      code: 'NOT_NEWEST_REVISION',
      current,
    })
    expect(
      await world.rows(
        'select 1 from tasks where line_id = (select line_id from onboarding_documents where id = $1)',
        [id],
      ),
    ).toEqual([])
  })

  test('approves: the tasks of the line begin, delegated as given', async () => {
    const { id, orderId, revisionId } = await submitted(world)
    await admin.ask(CLAIM, { id })
    const { staff } = await admin.ask('{ staff(first: 50) { nodes { id email } } }')
    const assigneeId = staff.nodes.find((u: { email: string }) => u.email === 'fulfilment3@demo.test').id
    const { approveOnboarding } = await admin.ask(APPROVE, {
      id,
      r: revisionId,
      d: [{ stepKey: 'audit', assigneeId }],
    })
    expect(approveOnboarding).toEqual({ status: 'APPROVED' })
    const tasks = await world.rows<{ step_key: string; assignee_id: string }>(
      'select step_key, assignee_id from tasks where order_id = $1 order by step_key',
      [orderId],
    )
    expect(tasks.map((task) => task.step_key)).toEqual(['audit', 'copy', 'keywords', 'listings'])
    expect(tasks[0]!.assignee_id).toBe(assigneeId)
    const assignee = await world.as('fulfilment3@demo.test')
    expect(await documentNow(assignee, id)).toMatchObject({ id, files: [{ file: { status: 'READY' } }] })
    expect(await stageOf(world, orderId)).toBe('IN_PROGRESS')
    await world.settled()
    expect((await world.inbox(BAKER)).at(-1)).toMatchObject({ template: 'onboarding-approved' })
  })

  test('refuses the approval where a delegation cannot be, and leaves nothing behind', async () => {
    const { id, orderId, revisionId } = await submitted(world)
    await admin.ask(CLAIM, { id })
    const { viewer } = await (await world.as('support@demo.test')).ask('{ viewer { user { id } } }')
    expect(
      await admin.refused(APPROVE, {
        id,
        r: revisionId,
        d: [{ stepKey: 'audit', assigneeId: viewer.user.id }],
      }),
    ).toMatchObject({ code: 'ASSIGNEE_UNFIT' })
    expect(
      await admin.refused(APPROVE, {
        id,
        r: revisionId,
        d: [{ stepKey: 'no-step', assigneeId: viewer.user.id }],
      }),
    ).toMatchObject({ code: 'VALIDATION' })
    expect((await documentNow(admin, id))['status']).toBe('IN_REVIEW')
    expect(await world.rows('select 1 from tasks where order_id = $1', [orderId])).toEqual([])
  })
})
