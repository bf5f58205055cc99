import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Statement } from '../../api/platform/reading/read.js'
import type { Caller } from '../support/caller.js'
import { type FeedPeople, openFeed } from './feed-people.js'

const ENTRIES = 100_000
/** Blocks of 8 kB that a page of 25 may touch: its own rows and what belongs to them, whatever the length of the feed. */
const MOST_BLOCKS = 2500

let feed: FeedPeople
let last: number
beforeAll(async () => {
  feed = await openFeed()
  last = await fill()
})
afterAll(() => feed?.world.close())

/** As if the order had been talked and worked on for years: most of it for staff, one in five for the buyer, few for all. */
async function fill(): Promise<number> {
  const { world, order, userOf } = feed
  const [before] = await world.rows<{ last: number }>(
    'select last_sequence::int as last from streams where id = $1',
    [order],
  )
  const author = await userOf('admin@demo.test')
  for (let done = 0; done < ENTRIES; done += AT_ONCE)
    await world.rows(FILL, [order, before!.last, author, done + 1, done + AT_ONCE])
  await world.rows('update streams set last_sequence = last_sequence + $2 where id = $1', [order, ENTRIES])
  await world.rows('analyze events, messages')
  return before!.last + ENTRIES
}

const AT_ONCE = 5000
const FILL = `with entry as (
    select n, $2::int + n as sequence, 'msg_' || lpad(n::text, 26, '0') as message, now() - interval '1 year' + n * interval '1 second' as at,
      case when n % 100 = 0 then 'PARTIES' when n % 5 = 0 then 'BUYER' else 'STAFF' end as visibility
    from generate_series($4::int, $5::int) n), written as (
    insert into messages (id, order_id, sequence, kind, visibility, body, author_kind, author_id, posted_at)
      select message, $1, sequence, 'MESSAGE', visibility, 'Word ' || n, 'staff', $3, at from entry where n % 2 = 0)
  insert into events (id, stream_id, sequence, type, aggregate_id, actor_kind, actor_id, visibility, occurred_at, data)
    select 'evt_' || lpad(n::text, 26, '0'), $1, sequence, case when n % 2 = 0 then 'message.posted' else 'task.started' end, $1, 'staff', $3, visibility,
      at, jsonb_build_object('messageId', message) from entry`

const PAGE = `query($id: ID!, $after: String) { order(id: $id) { unread activity(first: 25, after: $after) {
  pageInfo { endCursor hasNextPage } nodes { id sequence actor { name } ... on MessageEntry { kind body attachments { id } mentions { id } readBy { id } } } } } }`

interface Page {
  readonly nodes: readonly Node[]
  readonly pageInfo: { endCursor: string | null; hasNextPage: boolean }
}

interface Node {
  readonly id: string
  readonly sequence: string
}

/** What somebody asks, with the blocks that its one statement touches. */
async function blocksOf(caller: Caller, variables: object): Promise<{ nodes: Node[]; blocks: number }> {
  const { house } = feed.world.running
  const { pool } = house.database
  const asked: Statement[] = []
  const query = pool.query.bind(pool)
  pool.query = ((statement: Statement, ...rest: unknown[]) => {
    if (typeof statement === 'object' && statement.text.includes('as json from')) asked.push(statement)
    return (query as (...all: unknown[]) => unknown)(statement, ...rest)
  }) as typeof pool.query
  try {
    const { order } = await caller.ask(PAGE, { id: feed.order, ...variables })
    expect(asked).toHaveLength(1)
    const { text, values } = asked[0]!
    const plan = await query(`explain (analyze, buffers, format json) ${text}`, values)
    const [{ Plan }] = plan.rows[0]['QUERY PLAN']
    return { nodes: order.activity.nodes, blocks: Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'] }
  } finally {
    pool.query = query
  }
}

test.each(['support', 'buyer', 'client'] as const)(
  'a page of a feed with 100 000 entries costs the same at its beginning and deep within, for %s',
  async (who) => {
    const caller = feed[who]
    const first = await blocksOf(caller, {})
    expect(first.nodes).toHaveLength(25)
    expect(Number(first.nodes[0]!.sequence)).toBeGreaterThan(last - 101)
    const deep = Buffer.from(JSON.stringify([String(last - 60_000)])).toString('base64url')
    const later = await blocksOf(caller, { after: deep })
    expect(later.nodes).toHaveLength(25)
    process.stdout.write(
      `    ${who}: ${first.blocks} blocks for the newest 25, ${later.blocks} at entry 40 000\n`,
    )
    expect(first.blocks).toBeLessThan(MOST_BLOCKS)
    expect(later.blocks).toBeLessThan(first.blocks * 1.5)
  },
)

test('a follower reads on from a number near its end at once, and misses nothing', async () => {
  const { buyer, support, order, say } = feed
  const following = buyer.follow<{ orderActivity: { sequence: string; body?: string } }>(
    'subscription($o: ID!, $a: Sequence) { orderActivity(orderId: $o, after: $a) { sequence ... on MessageEntry { body } } }',
    { o: order, a: String(last - 200) },
  )
  await say(support, 'The newest of all')
  const seen = await following.until((all) =>
    all.some((one) => one.orderActivity.body === 'The newest of all'),
  )
  const sequences = seen.map((one) => Number(one.orderActivity.sequence))
  expect(sequences.filter((n) => n <= last)).toEqual(
    Array.from({ length: 200 }, (_, i) => last - 199 + i).filter((n) => (n - (last - ENTRIES)) % 5 === 0),
  )
  await following.stop()
})

test('the feed is read to its end by pages without a gap or a double', async () => {
  const { client, order, world } = feed
  const got: string[] = []
  for (let after: string | null = null, more = true; more;) {
    const { order: page }: { order: { activity: Page } } = await client.ask(
      'query($id: ID!, $a: String) { order(id: $id) { activity(first: 100, after: $a) { nodes { id } pageInfo { endCursor hasNextPage } } } }',
      { id: order, a: after },
    )
    got.push(...page.activity.nodes.map(({ id }) => id))
    after = page.activity.pageInfo.endCursor
    more = page.activity.pageInfo.hasNextPage
  }
  const log = await world.rows<{ id: string }>(
    `select id from events where stream_id = $1 and visibility = 'PARTIES' and type <> 'report.planned' order by sequence desc`,
    [order],
  )
  expect(got).toEqual(log.map(({ id }) => id))
})
