import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { digestTimetable } from '../../api/notifications/digest-timetable.js'
import { tell } from '../../api/notifications/tell.js'
import { aVersion } from '../campaigns/a-creative.js'
import { jump } from '../campaigns/read-campaign.js'
import { openWorld, type World } from '../support/world.js'
import { aLongCampaign, textOf, toldSince } from './campaign-mails.js'

const MINUTE = 60_000

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const waiting = (orderId: string) =>
  world.rows<{ event: string }>('select event_id as event from mail_digests where order_id = $1', [orderId])

test('what is gathered waits in a row, is told once however many workers look, and then no more', async () => {
  const { id, orderId } = await aLongCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  await toldSince(world, orderId)
  await aVersion(world, id, 'banner')
  await aVersion(world, id, 'banner')
  await world.settled()
  const [row, ...others] = await waiting(orderId)
  expect(others).toEqual([])
  await jump(world, 11 * MINUTE)
  await Promise.all(Array.from({ length: 6 }, () => digestTimetable.act(world.running.house)))
  expect(await toldSince(world, orderId)).toEqual(['creative-uploaded: owner'])
  expect(await textOf(world, orderId, 'creative-uploaded', 'channel@demo.test')).toContain('version 2')
  expect(await waiting(orderId)).toEqual([])

  // The first event told again, as a job that was lost may be: its mail has gone out since.
  await tell(world.running.house, { eventId: row!.event })
  expect(await waiting(orderId)).toEqual([])

  // What comes later begins anew.
  await aVersion(world, id, 'banner')
  await world.settled()
  expect(await waiting(orderId)).toHaveLength(1)
})
