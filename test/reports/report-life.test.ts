import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'
import { ADMIN, AGENCY } from '../onboarding/a-document.js'
import { aDraft, anOrderAtWork, moveTo, reportMails, reportsOf } from './a-report.js'

let world: World
let admin: Caller
let buyer: Caller

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as(ADMIN)
  buyer = await world.as(AGENCY)
})
afterAll(() => world?.close())

test('a draft nobody touches goes out by itself, once', async () => {
  const orderId = await anOrderAtWork(world)
  const draft = await aDraft(world, orderId)
  console.log(JSON.stringify(draft, null, 1))
  expect(draft.status).toBe('DRAFT')
  await moveTo(world, draft.sendAt!)
  const [sent] = await reportsOf(buyer, orderId)
  expect(sent).toMatchObject({ status: 'SENT', number: 1 })
  const mails = await reportMails(world, AGENCY)
  expect(mails).toHaveLength(1)
  console.log(mails[0]!.subject, mails[0]!.text)
  const picture = await fetch(sent!.pictureUrl!)
  expect(picture.status).toBe(200)
  expect(picture.headers.get('content-type')).toBe('image/png')
  console.log((await reportsOf(admin, orderId)).map((r) => [r.status, r.dueAt, r.periodFrom]))
})
