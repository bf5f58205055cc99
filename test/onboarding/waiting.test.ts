import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import {
  ADMIN,
  anOnboarding,
  BAKER,
  byLink,
  CHANGES,
  CLAIM,
  documentNow,
  filled,
  happened,
  SUBMIT,
  submitted,
  WITHDRAW,
} from './a-document.js'

const DAY = 24 * HOUR

let world: World
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as(ADMIN)
})
beforeEach(() => world.rows('delete from deadlines'))
afterAll(() => world.close())

async function reminders(email: string): Promise<number> {
  return (await world.inbox(email)).filter((mail) => mail.template === 'onboarding-reminder').length
}

describe('a document that waits for its recipient', () => {
  test('is reminded of after one, three and seven days, each time with a link that works', async () => {
    const { id, orderId } = await anOnboarding(world)
    const before = await reminders(BAKER)
    await world.move(DAY - 60_000)
    expect(await reminders(BAKER)).toBe(before)
    await world.move(2 * 60_000)
    expect(await reminders(BAKER)).toBe(before + 1)
    const recipient = await byLink(world, BAKER, 'onboarding-reminder')
    expect(await documentNow(recipient, id)).toMatchObject({ status: 'REQUESTED', version: 1 })
    await world.move(2 * DAY)
    expect(await reminders(BAKER)).toBe(before + 2)
    await world.move(20 * DAY)
    expect(await reminders(BAKER)).toBe(before + 3)
    expect(await happened(world, orderId)).toEqual(['requested', 'reminded', 'reminded', 'reminded'])
  })

  test('after thirty days becomes a task of the admin team, and nothing is cancelled', async () => {
    const { id, orderId } = await anOnboarding(world)
    expect(await documentNow(admin, id)).toMatchObject({ overdue: false })
    await world.move(30 * DAY + HOUR)
    expect(await documentNow(admin, id)).toMatchObject({ status: 'REQUESTED', overdue: true })
    const tasks = await world.rows<{ role: string; status: string }>(
      'select role, status from tasks where order_id = $1',
      [orderId],
    )
    expect(tasks).toEqual([{ role: 'ADMIN', status: 'OPEN' }])
    const recipient = await byLink(world, BAKER, 'onboarding-reminder')
    await recipient.ask(SUBMIT, await filled(world, recipient, id))
  })

  test('is left alone once it is submitted, and reminded of anew where it comes back', async () => {
    const { id, orderId, recipient, revisionId, sent } = await submitted(world)
    const before = await reminders(BAKER)
    await world.move(40 * DAY)
    expect(await reminders(BAKER)).toBe(before)
    await admin.ask(CLAIM, { id })
    await admin.ask(CHANGES, { id, r: revisionId, i: [{ note: 'More, please.' }] })
    await world.move(DAY + HOUR)
    expect(await reminders(BAKER)).toBe(before + 1)
    await recipient.ask(SUBMIT, { ...sent, k: null })
    await recipient.ask(WITHDRAW, { id })
    await world.move(DAY + HOUR)
    expect(await reminders(BAKER)).toBe(before + 2)
    expect(await happened(world, orderId)).toEqual([
      'requested',
      'submitted',
      'claimed',
      'changes-requested',
      'reminded',
      'submitted',
      'withdrawn',
      'reminded',
    ])
  })

  test('gets no reminder that is of no use any more', async () => {
    await anOnboarding(world)
    const before = await reminders(BAKER)
    await world.rows(`update clock set shift_ms = shift_ms + $1`, [27 * DAY])
    await world.move(1000)
    expect(await reminders(BAKER)).toBe(before)
  })
})
