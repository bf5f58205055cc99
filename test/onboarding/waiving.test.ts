import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'
import {
  ADMIN,
  AGENCY,
  anOnboarding,
  BAKER,
  byLink,
  CLAIM,
  documentNow,
  happened,
  stageOf,
  SUBMIT,
  submitted,
  tokenInMail,
} from './a-document.js'
import { lineTasks } from './line-tasks.js'

const WAIVE =
  'mutation($id: ID!, $r: String!) { waiveOnboarding(id: $id, reason: $r) { status waivedReason } }'
const REASON = 'We know them well.'

let world: World
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as(ADMIN)
})
afterAll(() => world.close())

describe('a document that is not needed after all', () => {
  test('is waived for a reason: the tasks begin by rule, as if it were approved', async () => {
    const { id, orderId } = await anOnboarding(world)
    expect(await admin.ask(WAIVE, { id, r: 'We have it all from the year before.' })).toEqual({
      waiveOnboarding: { status: 'WAIVED', waivedReason: 'We have it all from the year before.' },
    })
    const tasks = await lineTasks(world, orderId)
    expect(tasks.map((task) => task.step)).toEqual(['audit', 'copy', 'keywords', 'listings'])
    expect(tasks.every((task) => task.assignee)).toBe(true)
    expect(await stageOf(world, orderId)).toBe('IN_PROGRESS')
    expect(await happened(world, orderId)).toEqual(['requested', 'waived'])
    expect(await world.rows('select 1 from deadlines where subject_id = $1', [id])).toEqual([])
    expect(await documentNow(await world.as(AGENCY), id)).toMatchObject({ status: 'WAIVED' })
    const { onboardingDocument } = await (
      await world.as(AGENCY)
    ).ask('query($id: ID!) { onboardingDocument(id: $id) { waivedReason } }', { id })
    expect(onboardingDocument).toEqual({ waivedReason: null })
  })

  test('lets nobody begin it any more: a mailed link opens it to be read, a fresh one is not made', async () => {
    const { id } = await anOnboarding(world)
    const t = await tokenInMail(world, BAKER)
    const recipient = await byLink(world)
    await admin.ask(WAIVE, { id, r: REASON })
    expect(await documentNow(recipient, id)).toMatchObject({ status: 'WAIVED' })
    expect(await recipient.refused(SUBMIT, { id, a: [] })).toMatchObject({ code: 'INVALID_TRANSITION' })
    expect(
      await world.caller().refused('mutation($t: String!) { requestFreshOnboardingLink(token: $t) }', { t }),
    ).toMatchObject({ code: 'LINK_ENDED' })
  })

  test('is waived from any state that has not ended, by an admin alone, who says why', async () => {
    const inReview = await submitted(world)
    await admin.ask(CLAIM, { id: inReview.id })
    await admin.ask(WAIVE, { id: inReview.id, r: REASON })
    expect(await documentNow(admin, inReview.id)).toMatchObject({ status: 'WAIVED', reviewer: null })
    expect(await admin.refused(WAIVE, { id: inReview.id, r: 'Once more' })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
    const { id } = await anOnboarding(world)
    expect(await admin.refused(WAIVE, { id, r: '  ' })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'reason' }],
    })
    for (const email of [AGENCY, BAKER, 'support@demo.test'])
      expect(await (await world.as(email)).refused(WAIVE, { id, r: REASON })).toMatchObject({
        code: 'FORBIDDEN',
      })
  })
})
