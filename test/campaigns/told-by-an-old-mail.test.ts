import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { momentParts } from '../../api/notifications/format.js'
import { type MailServer, startMailServer } from '../notifications/mail-server.js'
import { aCampaign, CHANNEL, CHECKED, take } from '../support/campaigns.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { campaignNow, jump, until } from './read-campaign.js'

let world: World
let server: MailServer

beforeAll(async () => {
  server = await startMailServer()
  world = await openWorld({ SMTP_URL: server.url, LOG_LEVEL: 'silent' })
})
afterAll(async () => {
  await world?.close()
  await server?.stop()
})

interface Mail {
  readonly state: string
  readonly text: string
}

test('a mail that could not be handed over for 50 hours says until when its reader may dispute from now on', async () => {
  const { id, orderId } = await aCampaign(world, { at: 'READY' })
  const mail = async () => {
    const [found] = await world.rows<Mail>(
      `select state, regexp_replace(text, '\\s+', ' ', 'g') as text from mails where order_id = $1 and template = 'campaign-completed'`,
      [orderId],
    )
    return found!
  }
  const day = (at: string) => momentParts(new Date(at), 'en-GB', 'Europe/Berlin').day
  server.next = () => 'later'
  await take(world, CHANNEL, 'complete', { id, c: CHECKED })
  const { disputeBy: before } = await campaignNow(world, id)
  expect(await mail()).toMatchObject({ state: 'QUEUED', text: expect.stringContaining(day(before)) })
  await jump(world, 50 * HOUR)
  await until(world, async () => (await campaignNow(world, id)).releaseHeld)
  server.next = () => 'take'
  await world.move(HOUR)
  const { disputeBy: now, releaseHeld } = await campaignNow(world, id)
  expect(releaseHeld).toBe(false)
  expect(Date.parse(now)).toBeGreaterThan(Date.parse(before) + 24 * HOUR)
  const told = await mail()
  expect(told).toMatchObject({ state: 'TAKEN', text: expect.stringContaining(day(now)) })
  expect(told.text).not.toContain(day(before))
  expect(server.received.at(-1)!.raw.replaceAll(/=\r?\n/g, '')).toContain(day(now))
})
