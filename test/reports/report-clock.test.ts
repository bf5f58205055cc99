import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { ADMIN, AGENCY } from '../onboarding/a-document.js'
import {
  aDelivery,
  anOrderAtWork,
  CANCEL,
  CONFIRM,
  DELIVER,
  finishWork,
  NORMAL_DELIVERY,
  deadlinesOf,
  HOLD,
  RESUME,
  REVISE,
} from '../orders/a-delivery.js'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'
import {
  aDraft,
  DAY,
  DRAFT_NOW,
  moveTo,
  nothingMoreIsDue,
  reportMails,
  reportsOf,
  tradeTime,
  WEEK,
} from './a-report.js'

let world: World
let admin: Caller
let buyer: Caller

beforeAll(async () => {
  world = await openWorld({ WORKING_ZONE: 'Europe/Berlin' })
  admin = await world.as(ADMIN)
  buyer = await world.as(AGENCY)
})
afterAll(() => world?.close())
afterEach(() => nothingMoreIsDue(world))

const planned = async (id: string) => (await reportsOf(admin, id)).find((report) => report.status === 'DUE')
const statuses = async (id: string) => (await reportsOf(admin, id)).map((report) => report.status)
const mailCount = async () => (await reportMails(world, AGENCY)).length

/** Time goes by while nobody works: nothing of what was due on the way has been acted on. */
async function sleep(ms: number): Promise<void> {
  await world.rows('update clock set shift_ms = shift_ms + $1', [ms])
}

const onTheClock = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Berlin',
})

/** Waits in real time until something is so; what the worker does by itself has no other sign. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 100 && !(await isSo()); i++) await new Promise((resolve) => setTimeout(resolve, 100))
}

test('after three weeks asleep there is one report over the whole time, one mail, and the next is due next Monday', async () => {
  const orderId = await anOrderAtWork(world)
  const first = (await planned(orderId))!
  const mails = await mailCount()
  await moveTo(world, new Date(new Date(first.dueAt).getTime() - DAY))
  await sleep(3 * WEEK)
  await until(async () => (await statuses(orderId)).includes('DRAFT'))
  const [draft, ...more] = (await reportsOf(admin, orderId)).filter((report) => report.status !== 'DUE')
  expect(more).toEqual([])
  expect(draft).toMatchObject({ status: 'DRAFT', periodFrom: first.periodFrom })
  const told = new Date(draft!.periodTo).getTime() - new Date(first.dueAt).getTime()
  expect(Math.round(told / WEEK)).toBe(2)
  const next = (await planned(orderId))!
  expect(next.periodFrom).toBe(draft!.periodTo)
  expect(new Date(next.dueAt).getTime()).toBeGreaterThan((await tradeTime(world)).getTime())
  await moveTo(world, draft!.sendAt!)
  expect(await mailCount()).toBe(mails + 1)
})

test('through both nights on which the clocks change, each report is drafted on Monday at nine', async () => {
  const orderId = await anOrderAtWork(world)
  const seen: string[] = []
  for (const night of ['2027-03-28T01:00:00Z', '2027-10-31T01:00:00Z']) {
    const before = new Date(new Date(night).getTime() - 8 * DAY).getTime()
    await sleep(before - (await tradeTime(world)).getTime())
    await until(async () => new Date((await planned(orderId))!.dueAt).getTime() > before)
    for (let week = 0; week < 3; week++) {
      const { dueAt } = (await planned(orderId))!
      await moveTo(world, dueAt)
      const draft = (await reportsOf(admin, orderId)).find((report) => report.dueAt === dueAt)!
      expect(['DRAFT', 'SENT']).toContain(draft.status)
      seen.push(dueAt)
    }
  }
  expect(seen.map((due) => onTheClock.format(new Date(due)))).toEqual(Array(6).fill('Monday 09:00'))
  expect(new Set(seen.map((due) => due.slice(11, 13)))).toEqual(new Set(['08', '07']))
  expect(seen.slice(0, 2)).toEqual(['2027-03-22T08:00:00.000Z', '2027-03-29T07:00:00.000Z'])
})

describe('while the order is held', () => {
  test('nothing is drafted or sent; when it goes on, the next Monday tells the whole time', async () => {
    const orderId = await anOrderAtWork(world)
    const first = (await planned(orderId))!
    await admin.ask(HOLD, { id: orderId, r: 'The client is on holiday.' })
    await world.move(3 * WEEK)
    expect(await statuses(orderId)).toEqual(['DUE'])
    await admin.ask(RESUME, { id: orderId })
    const next = (await planned(orderId))!
    expect(next.id).toBe(first.id)
    expect(onTheClock.format(new Date(next.dueAt))).toBe('Monday 09:00')
    const now = (await tradeTime(world)).getTime()
    expect(new Date(next.dueAt).getTime()).toBeGreaterThan(now)
    expect(new Date(next.dueAt).getTime()).toBeLessThanOrEqual(now + 8 * DAY)
    const draft = await aDraft(world, orderId)
    expect(draft).toMatchObject({ status: 'DRAFT', periodFrom: first.periodFrom })
  })

  test('a draft waits, and has a whole working day again afterwards', async () => {
    const orderId = await anOrderAtWork(world)
    const draft = await aDraft(world, orderId)
    const mails = await mailCount()
    await admin.ask(HOLD, { id: orderId, r: 'A question to the client.' })
    await world.move(2 * DAY)
    expect(await statuses(orderId)).toEqual(['DRAFT', 'DUE'])
    await admin.ask(RESUME, { id: orderId })
    const resumed = (await reportsOf(admin, orderId)).find((report) => report.id === draft.id)!
    expect(new Date(resumed.sendAt!).getTime()).toBeGreaterThan((await tradeTime(world)).getTime())
    expect(await mailCount()).toBe(mails)
    await moveTo(world, resumed.sendAt!)
    expect(await mailCount()).toBe(mails + 1)
  })
})

describe('while the work is with the buyer', () => {
  test('the next report waits; a revision is told by the one after it', async () => {
    const orderId = await aDelivery(world)
    const first = (await planned(orderId))!
    await moveTo(world, first.dueAt)
    expect(await statuses(orderId)).toEqual(['DUE'])
    await buyer.ask(REVISE, { id: orderId, t: 'Secret words of the buyer.', k: randomUUID() })
    const draft = await aDraft(world, orderId)
    expect(draft.next.map((item) => item.text)).toEqual(['We make the changes that were asked for.'])
    expect(draft.done.map((item) => item.text)).toContain('The finished work was delivered.')
    expect(JSON.stringify(draft)).not.toContain('Secret')
  })

  test('a draft that nobody touched is not sent any more: what it told is told by the next, if the work goes on', async () => {
    const orderId = await anOrderAtWork(world)
    const draft = await aDraft(world, orderId)
    const mails = await mailCount()
    await finishWork(world, orderId)
    await admin.ask(DELIVER, { id: orderId, ...NORMAL_DELIVERY, k: randomUUID() })
    await moveTo(world, draft.sendAt!)
    expect(await statuses(orderId)).toEqual(['SKIPPED', 'DUE'])
    expect(await mailCount()).toBe(mails)
    expect((await planned(orderId))!.periodFrom).toBe(draft.periodFrom)
  })

  test('nobody drafts one before its time', async () => {
    const orderId = await aDelivery(world)
    const { id } = (await planned(orderId))!
    expect(await admin.refused(DRAFT_NOW, { id })).toMatchObject({ code: 'INVALID_TRANSITION' })
    expect(await statuses(orderId)).toEqual(['DUE'])
  })

  test('and it is confirmed, the reports end, and no deadline of theirs is left', async () => {
    const orderId = await aDelivery(world)
    await buyer.ask(CONFIRM, { id: orderId, k: randomUUID() })
    expect(await statuses(orderId)).toEqual(['SKIPPED'])
    expect(await deadlinesOf(world, orderId)).toEqual([])
  })
})

test('of an order that is cancelled nothing more is sent, not even what was drafted', async () => {
  const orderId = await anOrderAtWork(world)
  const draft = await aDraft(world, orderId)
  const mails = await mailCount()
  await admin.ask(CANCEL, { id: orderId, r: 'Called off.', a: '0', k: randomUUID() })
  expect(await statuses(orderId)).toEqual(['SKIPPED', 'SKIPPED'])
  await moveTo(world, draft.sendAt!)
  await world.move(2 * WEEK)
  expect(await mailCount()).toBe(mails)
  expect(await reportsOf(buyer, orderId)).toEqual([])
})
