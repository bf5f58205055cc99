import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { jump } from '../campaigns/read-campaign.js'
import { type FeedPeople, openFeed } from '../feed/feed-people.js'
import type { ReceivedMail } from '../support/inbox.js'

const MINUTE = 60_000

let feed: FeedPeople

beforeAll(async () => {
  feed = await openFeed()
})
afterAll(() => feed?.world.close())

const mails = async (template: string, to = 'support@demo.test'): Promise<ReceivedMail[]> => {
  await feed.world.settled()
  return (await feed.world.inbox(to)).filter(
    (mail) => mail.template === template && mail.text.includes('Answer on the activity feed'),
  )
}
const flat = (mail: ReceivedMail | undefined) => mail?.text.replace(/\s+/g, ' ') ?? ''

test('a question that waits is told to support and admins after ten minutes, and again when it is broken, with its true time', async () => {
  await feed.say(feed.buyer, 'When do you begin?', { k: 'QUESTION' })
  await feed.world.move(9 * MINUTE)
  expect(await mails('promise-at-risk')).toEqual([])
  await feed.world.move(2 * MINUTE)
  for (const to of ['support@demo.test', 'admin@demo.test']) {
    const [mail, ...more] = await mails('promise-at-risk', to)
    expect(more).toEqual([])
    expect(flat(mail)).toContain('> When do you begin?')
    expect(flat(mail)).toContain('by Nora Winter, a question')
  }
  // Nobody looked for an hour: it broke when it broke.
  const [promise] = await feed.world.rows<{ due: Date }>(
    'select due_at as due from promises where order_id = $1',
    [feed.order],
  )
  await jump(feed.world, 60 * MINUTE)
  await feed.world.move(MINUTE)
  const [broken] = await mails('promise-broken')
  const at = promise!.due.toISOString().slice(11, 16)
  expect(flat(broken)).toMatch(new RegExp(`Until: .* at ${at} UTC`))
  expect(flat(broken)).toContain('nobody has')
  await feed.say(feed.support, 'On Monday. We are sorry to be late.')
})

test('one that was answered is told to nobody', async () => {
  const before = (await mails('promise-at-risk')).length
  await feed.say(feed.buyer, 'Thank you. And how long does it take?', { k: 'QUESTION' })
  await feed.world.move(5 * MINUTE)
  await feed.say(feed.support, 'Three weeks.')
  await feed.world.move(30 * MINUTE)
  expect((await mails('promise-at-risk')).length).toBe(before)
  expect(await mails('promise-broken')).toHaveLength(1)
})
