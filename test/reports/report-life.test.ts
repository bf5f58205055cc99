import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { ADMIN, AGENCY } from '../onboarding/a-document.js'
import { anOrderAtWork, finishWork } from '../orders/a-delivery.js'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import {
  aDraft,
  asSaved,
  CADENCE,
  DRAFT_NOW,
  moveTo,
  nothingMoreIsDue,
  reportMails,
  reportsOf,
  SAVE,
  SEND,
  SKIP,
  tradeTime,
  WEEK,
} from './a-report.js'

let world: World
let admin: Caller
let buyer: Caller

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as(ADMIN)
  buyer = await world.as(AGENCY)
})
afterAll(() => world?.close())
afterEach(() => nothingMoreIsDue(world))

const ofOrder = async (caller: Caller, id: string) => (await reportsOf(caller, id)).map((r) => r.status)
const mailsAbout = async (orderId: string) => {
  const { order } = await admin.ask('query($id: ID!) { order(id: $id) { number } }', { id: orderId })
  return (await reportMails(world, AGENCY)).filter((mail) => mail.subject.includes(order.number))
}

describe('an order whose work is done by people', () => {
  test('has its next report planned from the moment it is paid; one that runs by itself has none', async () => {
    const orderId = await aPaidOrder(world)
    const [planned] = await reportsOf(admin, orderId)
    expect(planned).toMatchObject({ status: 'DUE', number: null, pictureUrl: null, done: [] })
    expect(new Date(planned!.dueAt).getUTCDay()).toBe(1)
    expect(new Date(planned!.dueAt).getUTCHours()).toBe(9)
    const addOn = await aPaidOrder(world, [{ service: 'Review monitor' }])
    expect(await reportsOf(admin, addOn)).toEqual([])
    const { order } = await admin.ask('query($id: ID!) { order(id: $id) { reportCadence nextReportAt } }', {
      id: addOn,
    })
    expect(order).toEqual({ reportCadence: null, nextReportAt: null })
  })

  test('is reported on with what was done, what is next and what waits, and the queue counts the draft', async () => {
    const orderId = await anOrderAtWork(world)
    await finishWork(world, orderId)
    const before = await admin.ask('{ queues { reportsToSend } }')
    const draft = await aDraft(world, orderId)
    expect(draft.done.map((item) => item.text)).toEqual(
      expect.arrayContaining([
        'The work on the order began.',
        'The onboarding form for Local search optimisation came in.',
        'The onboarding form for Local search optimisation was checked and approved.',
        'Audit the website',
        'Choose the search terms',
        'Write the landing page',
        'Claim the business listings',
      ]),
    )
    expect(draft.next).toEqual([{ text: 'All steps are done: we put together the delivery.', at: null }])
    expect(draft.series.map(({ name, points }) => [name, points.map((p) => p.value)])).toEqual([
      ['done', [4]],
      ['still open', [0]],
    ])
    const after = await admin.ask('{ queues { reportsToSend } }')
    expect(after['queues'].reportsToSend).toBeGreaterThan(before['queues'].reportsToSend)
    expect(await ofOrder(buyer, orderId)).toEqual([])
  })

  test('says that it waits for a form that has not come in', async () => {
    const orderId = await aPaidOrder(world)
    const draft = await aDraft(world, orderId)
    expect(draft.questions.map((question) => question.text)).toEqual([
      'The onboarding form for Local search optimisation has not come in yet. The work on it begins once it is here.',
    ])
    expect(draft.next).toEqual([])
  })
})

describe('a draft that nobody touches', () => {
  test('goes out by itself after a working day, once: a mail, a page, an entry on the feed, the next one planned', async () => {
    const orderId = await anOrderAtWork(world)
    const draft = await aDraft(world, orderId)
    expect(draft.status).toBe('DRAFT')
    const hours = (new Date(draft.sendAt!).getTime() - new Date(draft.dueAt).getTime()) / 3_600_000
    expect(hours).toBeCloseTo(24, 1)
    await moveTo(world, draft.sendAt!)
    expect(await ofOrder(buyer, orderId)).toEqual(['SENT'])
    const [sent] = await reportsOf(buyer, orderId)
    expect(sent).toMatchObject({ number: 1, sendAt: null, periodTo: draft.dueAt })
    const [mail, ...others] = await mailsAbout(orderId)
    expect(others).toEqual([])
    expect(mail!.links).toContain(`${world.running.house.config.publicUrl}/portal/reports/${sent!.id}`)
    expect(mail!.text).toContain('* The work on the order began ·')
    const { order } = await buyer.ask(
      'query($id: ID!) { order(id: $id) { activity(where: { type: { in: ["report"] } }) { nodes { __typename what visibility } } } }',
      { id: orderId },
    )
    expect(order.activity.nodes).toEqual([
      { __typename: 'ReportEntry', what: 'report.sent', visibility: 'PARTIES' },
    ])
    const next = (await reportsOf(admin, orderId)).find((report) => report.status === 'DUE')!
    expect(new Date(next.dueAt).getTime() - new Date(draft.dueAt).getTime()).toBe(WEEK)
    expect(next.periodFrom).toBe(draft.dueAt)
  })
})

describe('a draft that somebody completes', () => {
  test('says what they wrote, and goes out when they send it', async () => {
    const orderId = await anOrderAtWork(world)
    const draft = await aDraft(world, orderId)
    const figures = [{ name: 'Visitors', unit: 'per week', value: 1304.5, points: [] }]
    const said = {
      n: ' A good start. ',
      d: [{ text: 'We spoke on the telephone.' }, { text: '  ' }],
      x: [],
      q: [],
      f: figures,
    }
    for (const n of ['with a NUL: \u0000', 'half of a character: \ud83d'])
      expect(await admin.refused(SAVE, asSaved(draft, { ...said, n }))).toMatchObject({
        code: 'VALIDATION',
        fields: [{ path: 'note' }],
      })
    const { saveReport: saved } = await admin.ask(SAVE, asSaved(draft, said))
    expect(saved).toMatchObject({ status: 'DRAFT', note: 'A good start.', version: draft.version + 1 })
    expect(saved.done).toEqual([{ text: 'We spoke on the telephone.', at: null }])
    expect(saved.series).toMatchObject([{ name: 'Visitors', points: [{ value: 1304.5 }] }])
    await admin.ask(SEND, { id: draft.id, v: saved.version })
    await world.settled()
    const [sent] = await reportsOf(buyer, orderId)
    expect(sent).toMatchObject({ note: 'A good start.', figures })
    const [mail] = await mailsAbout(orderId)
    expect(mail!.text).toMatch(/Visitors \(per week\) +– +1,304\.5/)
    const kept = await admin.refused(SAVE, asSaved(draft))
    expect(kept).toMatchObject({ code: 'INVALID_TRANSITION', current: 'SENT' })
  })

  test('does not go out by itself: a task asks for it, and is gone once it is sent', async () => {
    const orderId = await anOrderAtWork(world)
    const draft = await aDraft(world, orderId)
    const { saveReport: saved } = await admin.ask(SAVE, asSaved(draft, { n: 'More on Tuesday.' }))
    await moveTo(world, saved.sendAt)
    expect(await ofOrder(admin, orderId)).toContain('DRAFT')
    const task = async () =>
      (
        await world.rows<{ status: string; role: string }>(
          'select status, role from tasks where cause = $1',
          [`report.waits:${draft.id}`],
        )
      )[0]
    expect(await task()).toEqual({ status: 'OPEN', role: 'ADMIN' })
    await admin.ask(SEND, { id: draft.id })
    expect(await task()).toMatchObject({ status: 'CANCELLED' })
    expect(await mailsAbout(orderId)).toHaveLength(0)
    await world.settled()
    expect(await mailsAbout(orderId)).toHaveLength(1)
  })

  test('names each field that does not fit', async () => {
    const draft = await aDraft(world, await anOrderAtWork(world))
    const figure = { name: ' ', unit: 'x'.repeat(21), value: 1e16, points: [] }
    const refused = await admin.refused(
      SAVE,
      asSaved(draft, { n: 'n'.repeat(4001), d: [{ text: 'd'.repeat(501) }], f: [figure] }),
    )
    expect(refused.code).toBe('VALIDATION')
    expect((refused['fields'] as { path: string }[]).map((field) => field.path)).toEqual([
      'note',
      'done.0.text',
      'figures.0.name',
      'figures.0.unit',
      'figures.0.value',
    ])
  })

  test('is not sent by two at once, nor again by its deadline', async () => {
    const orderId = await anOrderAtWork(world)
    const draft = await aDraft(world, orderId)
    const others = await Promise.all(
      [1, 2, 3, 4].map(() => admin.raw(SEND, { id: draft.id, v: draft.version })),
    )
    const refused = others.flatMap(({ errors }) => errors?.[0]?.extensions.code ?? [])
    expect(refused.filter((code) => !['INVALID_TRANSITION', 'STALE_VERSION'].includes(code))).toEqual([])
    await moveTo(world, draft.sendAt!)
    const sent = await world.rows(`select from events where aggregate_id = $1 and type = 'report.sent'`, [
      draft.id,
    ])
    expect(sent).toHaveLength(1)
    expect(await mailsAbout(orderId)).toHaveLength(1)
  })

  test('that is not sent is told by the next one', async () => {
    const orderId = await anOrderAtWork(world)
    const draft = await aDraft(world, orderId)
    await admin.ask(SKIP, { id: draft.id, r: 'We spoke this morning.' })
    expect(await ofOrder(admin, orderId)).toEqual(['SKIPPED', 'DUE'])
    const next = await aDraft(world, orderId)
    expect(next.periodFrom).toBe(draft.periodFrom)
    expect(next.done.map((item) => item.text)).toContain('The work on the order began.')
    expect(await mailsAbout(orderId)).toEqual([])
  })

  test('may be drafted before its time', async () => {
    const orderId = await anOrderAtWork(world)
    const [planned] = await reportsOf(admin, orderId)
    const { draftReport: draft } = await admin.ask(DRAFT_NOW, { id: planned!.id })
    expect(draft.status).toBe('DRAFT')
    const now = (await tradeTime(world)).getTime()
    expect(Math.abs(now - new Date(draft.periodTo).getTime())).toBeLessThan(10_000)
    const next = (await reportsOf(admin, orderId)).find((report) => report.status === 'DUE')!
    expect(next.periodFrom).toBe(draft.periodTo)
    expect(new Date(next.dueAt).getTime()).toBeGreaterThan(now + 3 * 86_400_000)
  })
})

describe('how often', () => {
  test('is changed at any time, and what was not told yet is told by the next', async () => {
    const orderId = await anOrderAtWork(world)
    const { setReportCadence: none } = await admin.ask(CADENCE, { o: orderId, c: 'NONE' })
    expect(none).toMatchObject({ reportCadence: 'NONE', nextReportAt: null })
    expect(await ofOrder(admin, orderId)).toEqual(['SKIPPED'])
    const { setReportCadence: monthly } = await admin.ask(CADENCE, { o: orderId, c: 'MONTHLY' })
    expect(new Date(monthly.nextReportAt).getUTCDate()).toBeLessThanOrEqual(7)
    const draft = await aDraft(world, orderId)
    expect(draft.done.map((item) => item.text)).toContain('The work on the order began.')
  })

  test('is nothing to choose for an order that runs by itself, or that nobody sees', async () => {
    const addOn = await aPaidOrder(world, [{ service: 'Review monitor' }])
    expect(await admin.refused(CADENCE, { o: addOn, c: 'WEEKLY' })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
    expect(await admin.refused(CADENCE, { o: 'ord_01zzzzzzzzzzzzzzzzzzzzzzzz', c: 'WEEKLY' })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
