import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { type Entry, type FeedPeople, openFeed } from './feed-people.js'

let feed: FeedPeople
beforeAll(async () => {
  feed = await openFeed()
})
afterAll(() => feed?.world.close())

const MARK = 'mutation($o: ID!, $n: Sequence!) { markRead(orderId: $o, upTo: $n) { id unread readUpTo } }'

async function unread(caller: Caller): Promise<number> {
  return (await caller.ask('query($id: ID!) { order(id: $id) { unread } }', { id: feed.order }))['order']
    .unread
}
async function mark(caller: Caller, upTo: string): Promise<{ unread: number; readUpTo: string }> {
  return (await caller.ask(MARK, { o: feed.order, n: upTo }))['markRead']
}
async function readersOf(caller: Caller, entry: Entry): Promise<string[]> {
  const { order } = await caller.ask(
    'query($id: ID!) { order(id: $id) { activity(first: 100) { nodes { id ... on MessageEntry { readBy { name } } } } } }',
    { id: feed.order },
  )
  const found = order.activity.nodes.find((node: { id: string }) => node.id === entry.id)
  return found.readBy.map((reader: { name: string }) => reader.name)
}

test('each has their own count of what others wrote for them, and reading takes it away up to a number', async () => {
  const { buyer, client, support, say } = feed
  const before = { buyer: await unread(buyer), client: await unread(client), support: await unread(support) }
  await say(support, 'For the team', { v: 'STAFF' })
  await say(support, 'For the buyer', { v: 'BUYER' })
  const all = await say(support, 'For all', { v: 'PARTIES' })
  const own = await say(buyer, 'Thanks', { v: 'BUYER' })
  expect(await unread(buyer)).toBe(before.buyer + 2)
  expect(await unread(client)).toBe(before.client + 1)
  expect(await unread(support)).toBe(before.support + 1)
  expect(await mark(buyer, all.sequence)).toMatchObject({ unread: 0, readUpTo: all.sequence })
  expect(await unread(client)).toBe(before.client + 1)
  expect(await mark(support, own.sequence)).toMatchObject({ unread: 0 })
})

test('a mark never goes back, and never beyond what is there', async () => {
  const { buyer, support, say } = feed
  const first = await say(support, 'One')
  const second = await say(support, 'Two')
  await mark(buyer, second.sequence)
  expect(await mark(buyer, first.sequence)).toMatchObject({ unread: 0, readUpTo: second.sequence })
  const { readUpTo } = await mark(buyer, '999999999999')
  const [{ last }] = (await feed.world.rows<{ last: string }>(
    'select last_sequence::text as last from streams where id = $1',
    [feed.order],
  )) as [{ last: string }]
  expect(readUpTo).toBe(last)
  await say(support, 'Three')
  expect(await unread(buyer)).toBe(1)
})

test('who has read an entry stands at it: never its author, never who may not read it', async () => {
  const { buyer, client, support, admin, say } = feed
  const note = await say(support, 'For the team', { v: 'STAFF' })
  const toBuyer = await say(support, 'For the buyer')
  const toAll = await say(support, 'For all', { v: 'PARTIES' })
  expect(await readersOf(support, toBuyer)).toEqual([])
  for (const caller of [buyer, client, admin, support]) await mark(caller, toAll.sequence)
  const names = async (email: string) =>
    (await feed.world.rows<{ name: string }>('select name from users where email = $1', [email]))[0]!.name
  const [b, c, a] = await Promise.all(['agency', 'client', 'admin'].map((n) => names(`${n}@demo.test`)))
  expect(await readersOf(support, note)).toEqual([a])
  expect(await readersOf(support, toBuyer)).toEqual([b, a])
  expect(await readersOf(buyer, toBuyer)).toEqual([b, a])
  expect(await readersOf(client, toAll)).toEqual([b, c, a])
})

test('the count stops at a hundred', async () => {
  const { client, order, world } = feed
  await world.rows(
    `with numbered as (update streams set last_sequence = last_sequence + 120 where id = $1 returning last_sequence)
     insert into messages (id, order_id, sequence, visibility, body, author_kind, author_id, posted_at)
     select 'msg_' || lpad(n::text, 26, '0'), $1, last_sequence - 120 + n, 'PARTIES', 'x', 'staff', 'usr_x', now() from numbered, generate_series(1, 120) n`,
    [order],
  )
  expect(await unread(client)).toBe(100)
})

test('nobody marks a feed that is not theirs', async () => {
  const { channel, order } = feed
  const foreign = await channel.refused(MARK, { o: order, n: '1' })
  expect(foreign).toEqual(await channel.refused(MARK, { o: 'ord_01zzzzzzzzzzzzzzzzzzzzzzzz', n: '1' }))
})

test('trying it keeps nothing', async () => {
  const { buyer, support, say, order } = feed
  const said = await say(support, 'Still new')
  const before = await unread(buyer)
  const { markRead } = await buyer.ask(
    'mutation($o: ID!, $n: Sequence!) { markRead(orderId: $o, upTo: $n, dryRun: true) { unread } }',
    { o: order, n: said.sequence },
  )
  expect([markRead.unread, await unread(buyer)]).toEqual([0, before])
})
