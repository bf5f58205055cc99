import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { tell } from '../../api/notifications/tell.js'
import { type FeedPeople, openFeed } from '../feed/feed-people.js'
import type { Caller } from '../support/caller.js'

let feed: FeedPeople
beforeAll(async () => {
  feed = await openFeed()
})
afterAll(() => feed?.world.close())

interface Told {
  id: string
  what: string
  why: string
  readAt: string | null
  order: { id: string } | null
  entry: { id: string; body?: string } | null
}
const FIELDS = 'id what why at readAt order { id } entry { id ... on MessageEntry { body } }'
const LIST = `query($w: NotificationWhere) { notifications(first: 100, where: $w) { nodes { ${FIELDS} } } viewer { unreadNotifications } }`
const READ = 'mutation($ids: [ID!]) { markNotificationsRead(ids: $ids) { unreadNotifications } }'

async function told(caller: Caller, where?: object): Promise<Told[]> {
  await feed.world.settled()
  return (await caller.ask(LIST, { w: where }))['notifications'].nodes
}
const ofEntry = async (caller: Caller, id: string) =>
  (await told(caller)).filter((one) => one.entry?.id === id)
const unread = async (caller: Caller) => (await caller.ask(LIST))['viewer'].unreadNotifications as number

test('who may read a message is told of it, once, and its author is not', async () => {
  const { buyer, client, support, channel, say, order } = feed
  const said = await say(support, 'For all', { v: 'PARTIES' })
  for (const caller of [buyer, client])
    expect(await ofEntry(caller, said.id)).toMatchObject([
      {
        what: 'message.posted',
        why: 'MESSAGE',
        readAt: null,
        order: { id: order },
        entry: { body: 'For all' },
      },
    ])
  for (const caller of [support, channel]) expect(await ofEntry(caller, said.id)).toEqual([])
  const asked = await say(buyer, 'To you')
  expect(await ofEntry(support, asked.id)).toMatchObject([{ why: 'MESSAGE' }])
  expect(await ofEntry(client, asked.id)).toEqual([])
})

test('who is called upon is told for that reason, though others only hear of a message', async () => {
  const { admin, support, finance, say, userOf } = feed
  const said = await say(support, 'Look', { v: 'STAFF', m: [await userOf('admin@demo.test')] })
  expect(await ofEntry(admin, said.id)).toMatchObject([{ why: 'MENTIONED' }])
  expect(await ofEntry(finance, said.id)).toEqual([])
})

test('who is at the feed is told as well, until they have read it', async () => {
  const { buyer, support, say, order } = feed
  const looking = buyer.follow('subscription($o: ID!) { feedPresence(orderId: $o) { people { id } } }', {
    o: order,
  })
  await looking.until((seen) => seen.length > 0)
  const said = await say(support, 'It stands here')
  expect(await ofEntry(buyer, said.id)).toMatchObject([{ why: 'MESSAGE', readAt: null }])
  await buyer.ask('mutation($o: ID!, $n: Sequence!) { markRead(orderId: $o, upTo: $n) { id } }', {
    o: order,
    n: said.sequence,
  })
  expect((await ofEntry(buyer, said.id))[0]!.readAt).not.toBeNull()
  await looking.stop()
})

test('who has read a message before anybody was told of it is told no more', async () => {
  const { buyer, support, say, order, world } = feed
  const said = await say(support, 'Read at once')
  await world.settled()
  await world.rows('delete from notifications where order_id = $1', [order])
  await buyer.ask('mutation($o: ID!, $n: Sequence!) { markRead(orderId: $o, upTo: $n) { id } }', {
    o: order,
    n: said.sequence,
  })
  const [event] = await world.rows<{ id: string }>(
    'select id from events where stream_id = $1 and sequence = $2',
    [order, said.sequence],
  )
  await tell(world.running.house, { eventId: event!.id })
  expect(await ofEntry(buyer, said.id)).toEqual([])
})

test('it is told live, as it comes, and to nobody else', async () => {
  const { buyer, client, support, say } = feed
  const live = [buyer, client].map((caller) =>
    caller.follow<{ notificationAdded: Told }>(`subscription { notificationAdded { ${FIELDS} } }`),
  )
  const [first, second] = live
  // Sockets open in their own time: the first word that is heard says that they are.
  const heard = async () => {
    for (;;) {
      const said = await say(support, 'Anybody there?', { v: 'PARTIES' })
      await feed.world.settled()
      const got = await Promise.all(
        live.map((one) =>
          one
            .until((seen) => seen.some((s) => s.notificationAdded.entry?.id === said.id), 500)
            .then(
              () => true,
              () => false,
            ),
        ),
      )
      if (got.every(Boolean)) return
    }
  }
  await heard()
  const [before, others] = [first!.seen.length, second!.seen.length]
  const said = await say(support, 'Buyer alone')
  await first!.until((seen) => seen.length > before)
  expect(first!.seen.at(-1)!.notificationAdded).toMatchObject({ entry: { id: said.id, body: 'Buyer alone' } })
  expect(second!.seen.length).toBe(others)
  await Promise.all(live.map((one) => one.stop()))
})

test('reading the feed reads what was told of it; the rest is read by name, or all at once', async () => {
  const { buyer, client, support, say, order } = feed
  await buyer.ask(READ)
  expect(await unread(buyer)).toBe(0)
  const [one, two] = [await say(support, 'One'), await say(support, 'Two')]
  await feed.world.settled()
  expect(await unread(buyer)).toBe(2)
  await buyer.ask('mutation($o: ID!, $n: Sequence!) { markRead(orderId: $o, upTo: $n) { id } }', {
    o: order,
    n: one.sequence,
  })
  expect((await told(buyer, { isRead: { eq: false } })).map((n) => n.entry!.id)).toEqual([two.id])
  const [left] = await ofEntry(buyer, two.id)
  const answer = await client.ask(READ, { ids: [left!.id] })
  expect(await unread(buyer)).toBe(1) // somebody else's word reads nothing of theirs
  expect(answer['markNotificationsRead'].unreadNotifications).toBe(await unread(client))
  expect(await buyer.ask(READ, { ids: [left!.id] })).toEqual({
    markNotificationsRead: { unreadNotifications: 0 },
  })
})

test('a promise that is about to break is told to support and admins', async () => {
  const { buyer, support, admin, finance, say, world } = feed
  await say(support, 'All answered')
  await say(buyer, 'Hello?', { k: 'QUESTION' })
  await world.move(25 * 60_000)
  const promises = async (caller: Caller) =>
    (await told(caller)).filter(({ why }) => why === 'PROMISE').map(({ what }) => what)
  for (const caller of [support, admin])
    expect((await promises(caller)).toSorted()).toEqual(['promise.at-risk', 'promise.broken'])
  expect(await promises(finance)).toEqual([])
})

test('what is older than ninety days goes', async () => {
  const { removeOldNotifications } = await import('../../api/notifications/retention-of-notifications.js')
  const { buyer, support, say, world } = feed
  const old = await say(support, 'Old news')
  expect(await ofEntry(buyer, old.id)).toHaveLength(1)
  await world.move(91 * 24 * 3_600_000)
  const fresh = await say(support, 'Fresh news')
  await world.settled()
  await removeOldNotifications(world.running.house)
  expect(await ofEntry(buyer, old.id)).toEqual([])
  expect(await ofEntry(buyer, fresh.id)).toHaveLength(1)
})

test('who is no person has none to count', async () => {
  const { viewer } = await feed.world.caller().ask('{ viewer { unreadNotifications } }')
  expect(viewer.unreadNotifications).toBeNull()
})
