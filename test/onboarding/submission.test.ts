import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'
import {
  ADMIN,
  AGENCY,
  anOnboarding,
  ANSWERS,
  answersBut,
  BAKER,
  byLink,
  CLAIM,
  documentNow,
  filled,
  happened,
  SAVE,
  stageOf,
  SUBMIT,
  submitted,
  upload,
  WITHDRAW,
} from './a-document.js'

let world: World
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as(ADMIN)
})
afterAll(() => world.close())

describe('a paid line with onboarding', () => {
  test("asks the chosen person by mail, and the order's stage says so", async () => {
    const { orderId, id } = await anOnboarding(world)
    expect(await happened(world, orderId)).toEqual(['requested'])
    expect(await stageOf(world, orderId)).toBe('AWAITING_ONBOARDING')
    expect((await world.inbox(BAKER)).at(-1)).toMatchObject({ template: 'onboarding-request', to: BAKER })
    const { order } = await (
      await world.as(AGENCY)
    ).ask('query($id: ID!) { order(id: $id) { lines { onboarding { id status } } } }', { id: orderId })
    expect(order.lines).toEqual([{ onboarding: { id, status: 'REQUESTED' } }])
  })
})

describe('a line whose owner answers', () => {
  test("asks the agency's contact, and what came by the link goes on in the agency's own session", async () => {
    const before = (await world.inbox(BAKER)).length
    const { id } = await anOnboarding(world, 'OWNER')
    expect(await world.inbox(BAKER)).toHaveLength(before)
    const recipient = await byLink(world, AGENCY)
    const fileId = await upload(recipient, world.address)
    await recipient.ask(SAVE, { id, a: [], f: [{ key: 'brief', fileId }] })
    const agency = await world.as(AGENCY)
    const { submitOnboarding } = await agency.ask(SUBMIT, { id, a: ANSWERS, f: [{ key: 'brief', fileId }] })
    expect(submitOnboarding).toMatchObject({ status: 'SUBMITTED' })
    const document = await documentNow(admin, id)
    expect(document['revisions'][0].submittedBy).toEqual({ kind: 'member', name: 'Nora Winter' })
  })
})

describe('a draft', () => {
  test('is kept half filled in, seen by staff, and told to nobody', async () => {
    const { orderId, id } = await anOnboarding(world)
    const recipient = await byLink(world)
    const half = [
      { key: 'contactEmail', value: [' clara@'] },
      { key: 'businessName', value: ['Harbour Bakery'] },
    ]
    const { saveOnboardingDraft: saved } = await recipient.ask(SAVE, { id, a: half })
    expect(saved).toMatchObject({
      status: 'DRAFT',
      version: 2,
      answers: [
        { key: 'businessName', value: ['Harbour Bakery'] },
        { key: 'contactEmail', value: ['clara@'] },
      ],
    })
    expect((await documentNow(admin, id))['answers']).toHaveLength(2)
    await world.settled()
    expect(
      (await world.inbox(ADMIN)).filter((m) => m.template === 'onboarding-submitted' && m.text.includes(id)),
    ).toEqual([])
    expect(await happened(world, orderId)).toEqual(['requested', 'draft-saved'])
  })

  test('of an agency for its client is the same draft; who saw an older one is refused', async () => {
    const { id } = await anOnboarding(world)
    const agency = await world.as(AGENCY)
    await agency.ask(SAVE, { id, a: [{ key: 'goals', value: ['Bread'] }], v: 1 })
    expect(await (await byLink(world)).refused(SAVE, { id, a: [], v: 1 })).toMatchObject({
      code: 'STALE_VERSION',
      current: 2,
    })
  })

  test('takes no answer that was not asked for, none twice, none that is too long', async () => {
    const { id } = await anOnboarding(world)
    const recipient = await byLink(world)
    const fields = async (a: object[], f: object[] = []) => {
      const { code, fields: at } = await recipient.refused(SAVE, { id, a, f })
      return { code, at: (at as { path: string }[]).map((field) => field.path) }
    }
    expect(await fields([{ key: 'shoeSize', value: ['42'] }])).toEqual({
      code: 'VALIDATION',
      at: ['answers.shoeSize'],
    })
    expect(await fields([{ key: '__proto__', value: ['x'] }])).toEqual({
      code: 'VALIDATION',
      at: ['answers.__proto__'],
    })
    expect(
      await fields([
        { key: 'goals', value: ['a'] },
        { key: 'goals', value: ['b'] },
      ]),
    ).toEqual({ code: 'VALIDATION', at: ['answers.goals'] })
    expect(await fields([{ key: 'businessName', value: ['x'.repeat(301)] }])).toEqual({
      code: 'VALIDATION',
      at: ['answers.businessName'],
    })
    expect(await fields([{ key: 'goals', value: ['a\u0000b'] }])).toEqual({
      code: 'VALIDATION',
      at: ['answers.goals'],
    })
    expect(await fields([{ key: 'brief', value: ['a text'] }])).toEqual({
      code: 'VALIDATION',
      at: ['answers.brief'],
    })
    expect(await fields([], [{ key: 'goals', fileId: 'fil_00000000000000000000000000' }])).toEqual({
      code: 'VALIDATION',
      at: ['files.goals'],
    })
    expect(await fields([], [{ key: 'brief', fileId: 'fil_00000000000000000000000000' }])).toEqual({
      code: 'VALIDATION',
      at: ['files.brief'],
    })
    expect((await documentNow(recipient, id))['status']).toBe('REQUESTED')
  })

  test('takes no file of somebody else', async () => {
    const { id } = await anOnboarding(world)
    const recipient = await byLink(world)
    const fileId = await upload(await world.as('channel@demo.test'), world.address)
    expect(await recipient.refused(SAVE, { id, a: [], f: [{ key: 'brief', fileId }] })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'files.brief' }],
    })
  })
})

describe('a submission', () => {
  test('names every problem at its field, and what was sent is there as the draft', async () => {
    const { id, orderId } = await anOnboarding(world)
    const recipient = await byLink(world)
    const a = [
      { key: 'businessName', value: ['Harbour Bakery'] },
      { key: 'contactEmail', value: ['clara@'] },
      { key: 'website', value: ['ftp://bakery'] },
      { key: 'phone', value: ['12'] },
      { key: 'regions', value: ['The moon'] },
      { key: 'hasAccess', value: ['perhaps'] },
      { key: 'launch', value: ['2026-02-30'] },
    ]
    const { code, fields } = await recipient.refused(SUBMIT, { id, a })
    expect(code).toBe('VALIDATION')
    expect((fields as { path: string }[]).map((field) => field.path).toSorted()).toEqual([
      'answers.contactEmail',
      'answers.goals',
      'answers.hasAccess',
      'answers.launch',
      'answers.phone',
      'answers.regions',
      'answers.website',
      'files.brief',
    ])
    const kept = await documentNow(recipient, id)
    expect(kept).toMatchObject({ status: 'DRAFT', version: 2, newestRevision: null })
    expect(kept['answers']).toHaveLength(7)
    await recipient.refused(SUBMIT, { id, a })
    expect((await documentNow(recipient, id))['version']).toBe(2)
    expect(await happened(world, orderId)).toEqual(['requested', 'draft-saved'])
  })

  test('with a file of another type, or one that is not what its name says, is refused at the file', async () => {
    const { id } = await anOnboarding(world)
    const recipient = await byLink(world)
    const table = await upload(recipient, world.address, 'prices.csv', Buffer.from('bread,4\ncake,30\n'))
    const liar = await upload(
      recipient,
      world.address,
      'logo.png',
      Buffer.from('<html><script>alert(1)</script></html>'),
    )
    const { fields } = await recipient.refused(SUBMIT, {
      id,
      a: ANSWERS,
      f: [
        { key: 'brief', fileId: table },
        { key: 'brief', fileId: liar },
      ],
    })
    expect(fields).toMatchObject([{ path: 'files.brief' }, { path: 'files.brief' }])
    expect((await documentNow(recipient, id))['files']).toHaveLength(2)
  })

  test('tried with dryRun keeps neither revision nor draft', async () => {
    const { id } = await anOnboarding(world)
    const recipient = await byLink(world)
    const sent = await filled(world, recipient, id)
    expect(await recipient.ask(SUBMIT, { ...sent, k: null, d: true })).toMatchObject({
      submitOnboarding: { status: 'SUBMITTED', newestRevision: { number: 1 } },
    })
    await recipient.refused(SUBMIT, { ...sent, k: null, a: answersBut({ goals: null }), d: true })
    expect(await documentNow(recipient, id)).toMatchObject({
      status: 'REQUESTED',
      version: 1,
      answers: [],
      revisions: [],
    })
  })

  test('freezes a revision, tells the admin team, and once is once', async () => {
    const { id, orderId, recipient, sent } = await submitted(world)
    const again = await recipient.ask(SUBMIT, sent)
    expect(again['submitOnboarding']).toMatchObject({ status: 'SUBMITTED', newestRevision: { number: 1 } })
    const document = await documentNow(admin, id)
    expect(document['revisions']).toMatchObject([
      {
        number: 1,
        answers: ANSWERS,
        files: [{ key: 'brief' }],
        submittedBy: { kind: 'link', name: 'Clara Hughes' },
        issues: [],
      },
    ])
    expect(await stageOf(world, orderId)).toBe('IN_VERIFICATION')
    await world.settled()
    expect(
      (await world.inbox(ADMIN)).filter((m) => m.template === 'onboarding-submitted').at(-1)?.text,
    ).toContain(id)
    expect(await world.rows(`select 1 from deadlines where subject_id = $1`, [id])).toEqual([])
    await expect(
      world.running.house.database.pool.query(`update onboarding_revisions set number = 7`),
    ).rejects.toThrow(/permission denied/)
    await expect(
      world.running.house.database.pool.query(`delete from onboarding_files where revision_id is not null`),
    ).rejects.toThrow(/stay/)
  })

  test('is taken back while nobody reviews it, and not after', async () => {
    const { id, recipient, sent } = await submitted(world)
    await recipient.ask(WITHDRAW, { id })
    expect(await documentNow(recipient, id)).toMatchObject({
      status: 'DRAFT',
      answers: ANSWERS,
      revisions: [{ number: 1 }],
    })
    await recipient.ask(SUBMIT, { ...sent, k: null })
    await admin.ask(CLAIM, { id })
    expect(await recipient.refused(WITHDRAW, { id })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'IN_REVIEW',
    })
  })
})
