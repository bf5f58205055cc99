import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Caller, Following } from '../support/caller.js'
import { type FeedPeople, openFeed } from './feed-people.js'

let feed: FeedPeople
beforeAll(async () => {
  feed = await openFeed()
})
afterAll(() => feed?.world.close())

interface Presence {
  feedPresence: {
    people: {
      id: string
      name: string
      isStaff: boolean
      isPresent: boolean
      isTyping: boolean
      readUpTo: string
    }[]
  }
}
const FOLLOW =
  'subscription($o: ID!) { feedPresence(orderId: $o) { people { id name isStaff isPresent isTyping readUpTo } } }'
const TYPE = 'mutation($o: ID!, $v: Visibility) { noteTyping(orderId: $o, visibility: $v) }'

const follow = (caller: Caller): Following<Presence> => caller.follow<Presence>(FOLLOW, { o: feed.order })

type Person = Presence['feedPresence']['people'][number]

/** Waits until the newest state of the feed shows somebody so, and gives what it shows. */
async function shows(
  following: Following<Presence>,
  email: string,
  so: Partial<Person>,
): Promise<Person | undefined> {
  const id = await feed.userOf(email)
  const person = (seen: Presence[]) => seen.at(-1)?.feedPresence.people.find((one) => one.id === id)
  const seen = await following.until((all) =>
    Object.entries(so).every(([key, value]) => person(all)?.[key as 'id'] === value),
  )
  return person(seen)
}

test('who follows is there for the others, and gone when they stop, though another window of theirs keeps them', async () => {
  const { support, buyer } = feed
  const ours = follow(support)
  await ours.until((seen) => seen.length > 0)
  const theirs = [follow(buyer), follow(buyer)]
  expect(await shows(ours, 'agency@demo.test', { isPresent: true })).toMatchObject({ isStaff: false })
  await Promise.all(theirs.map((one) => shows(one, 'support@demo.test', { isPresent: true, isStaff: true })))
  await theirs[0]!.stop()
  await shows(ours, 'agency@demo.test', { isPresent: true })
  await theirs[1]!.stop()
  expect(await shows(ours, 'agency@demo.test', { isPresent: false })).toMatchObject({ isTyping: false })
  await ours.stop()
})

test('whoever looks is known to be looking, in real time, and no longer when they have stopped', async () => {
  const { buyer, world, order } = feed
  const looking = async () =>
    (
      await world.rows<{ looking: boolean }>(
        'select coalesce(bool_or(present_until > now()), false) as looking from read_marks where order_id = $1 and user_id = $2',
        [order, await feed.userOf('agency@demo.test')],
      )
    )[0]!.looking
  const following = follow(buyer)
  await following.until((seen) => seen.length > 0)
  expect(await looking()).toBe(true)
  await world.move(3_600_000)
  expect(await looking()).toBe(true)
  await following.stop()
  for (let tries = 0; tries < 3000 && (await looking()); tries++) await new Promise((r) => setTimeout(r, 10))
  expect(await looking()).toBe(false)
})

test('typing is shown to those who could read it, and ends with the message', async () => {
  const { support, buyer, client, order, say } = feed
  const [ours, theirs, clients] = [follow(support), follow(buyer), follow(client)]
  await Promise.all([ours, theirs, clients].map((one) => one.until((seen) => seen.length > 0)))
  expect(await support.ask(TYPE, { o: order })).toEqual({ noteTyping: true })
  await shows(theirs, 'support@demo.test', { isTyping: true })
  expect(clients.seen.flatMap((s) => s.feedPresence.people).filter((p) => p.isTyping)).toEqual([])
  await say(support, 'There it is')
  await shows(theirs, 'support@demo.test', { isTyping: false })
  expect(await client.ask(TYPE, { o: order })).toEqual({ noteTyping: true })
  await shows(ours, 'client@demo.test', { isTyping: true })
  await shows(theirs, 'client@demo.test', { isTyping: true })
  await Promise.all([ours, theirs, clients].map((one) => one.stop()))
})

test('a note that is typed for the team is no sign to others', async () => {
  const { admin, support, buyer, order, say } = feed
  const [ours, theirs] = [follow(support), follow(buyer)]
  await Promise.all([ours, theirs].map((one) => one.until((seen) => seen.length > 0)))
  await admin.ask(TYPE, { o: order, v: 'STAFF' })
  await shows(ours, 'admin@demo.test', { isTyping: true })
  await say(admin, 'Only for us', { v: 'STAFF' })
  await shows(ours, 'admin@demo.test', { isTyping: false })
  expect(theirs.seen.flatMap((s) => s.feedPresence.people).filter((p) => p.isTyping)).toEqual([])
  await Promise.all([ours, theirs].map((one) => one.stop()))
})

test('typing is passed on once a second at most, and for nobody who could not write so', async () => {
  const { finance, buyer, client, channel, order } = feed
  const twice = await Promise.all([finance.ask(TYPE, { o: order }), finance.ask(TYPE, { o: order })])
  expect(twice.map((answer) => String(answer['noteTyping'])).toSorted()).toEqual(['false', 'true'])
  expect(await buyer.refused(TYPE, { o: order, v: 'STAFF' })).toMatchObject({ code: 'FORBIDDEN' })
  expect(await client.refused(TYPE, { o: order, v: 'BUYER' })).toMatchObject({ code: 'FORBIDDEN' })
  expect(await channel.refused(TYPE, { o: order })).toMatchObject({ code: 'NOT_FOUND' })
})

test('how far somebody has read is seen as they read', async () => {
  const { support, buyer, order, say } = feed
  const ours = follow(support)
  await ours.until((seen) => seen.length > 0)
  const said = await say(support, 'Read this')
  await buyer.ask('mutation($o: ID!, $n: Sequence!) { markRead(orderId: $o, upTo: $n) { id } }', {
    o: order,
    n: said.sequence,
  })
  const reader = await shows(ours, 'agency@demo.test', { readUpTo: said.sequence })
  expect(reader).toMatchObject({ readUpTo: said.sequence, isStaff: false })
  await ours.stop()
})

test('nothing that passes is in the log, and nobody follows an order that is not theirs', async () => {
  const { world, order, channel } = feed
  const types = await world.rows<{ type: string }>('select distinct type from events where stream_id = $1', [
    order,
  ])
  expect(types.filter(({ type }) => /typing|presence|read|here|left/.test(type))).toEqual([])
  const foreign = follow(channel)
  await expect(foreign.until((seen) => seen.length > 0)).rejects.toThrow('NOT_FOUND')
  await foreign.stop()
})
