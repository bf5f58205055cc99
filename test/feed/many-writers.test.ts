import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { type FeedPeople, openFeed, POST } from './feed-people.js'

const WRITERS = 50
const WORDS = 4

let feed: FeedPeople
beforeAll(async () => {
  feed = await openFeed()
})
afterAll(() => feed?.world.close())

/** Says it until it is taken; who waits too long for others is told so and says it again under the same key. */
async function write(caller: Caller, body: string, v: string, k: string): Promise<void> {
  const document = POST.replace('$o: ID!', '$o: ID!, $key: String').replace(
    'orderId: $o',
    'orderId: $o, idempotencyKey: $key',
  )
  for (;;) {
    const { errors } = await caller.raw(document, { o: feed.order, b: body, v, k, key: `writer ${body}` })
    if (!errors) return
    if (errors[0]!.extensions.code !== 'BUSY') throw new Error(JSON.stringify(errors))
  }
}

test('fifty write on one feed at once: numbers without a gap or a double, each word once, in order for each of them, and every follower sees it so', async () => {
  const { world, order, buyer, client, support, admin } = feed
  const [{ start }] = (await world.rows<{ start: string }>(
    'select last_sequence::text as start from streams where id = $1',
    [order],
  )) as [{ start: string }]
  const followers = [support, buyer].map((caller) =>
    caller.follow<{ orderActivity: { sequence: string; body?: string } }>(
      'subscription($o: ID!, $a: Sequence) { orderActivity(orderId: $o, after: $a) { sequence ... on MessageEntry { body } } }',
      { o: order, a: start },
    ),
  )
  const callers = [support, buyer, admin, client]
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, i) => {
      const caller = callers[i % callers.length]!
      const v = caller === client ? 'PARTIES' : i % 3 ? 'BUYER' : 'PARTIES'
      for (let n = 0; n < WORDS; n++)
        await write(caller, `${i}.${n}`, v, n === 2 && caller !== support ? 'STATUS_REQUEST' : 'MESSAGE')
    }),
  )
  const log = await world.rows<{ n: number; body: string | null; type: string; row: string | null }>(
    `select e.sequence::int as n, e.type, m.body, m.sequence::text as row from events e left join messages m on m.id = e.data->>'messageId' and e.type = 'message.posted'
      where e.stream_id = $1 and e.sequence > $2 order by e.sequence`,
    [order, start],
  )
  expect(log.map(({ n }) => n)).toEqual(log.map((_, i) => Number(start) + 1 + i))
  const said = log.filter(({ type }) => type === 'message.posted')
  expect(said.map(({ n, row }) => [n, row])).toEqual(said.map(({ n }) => [n, String(n)]))
  const words = said.map(({ body }) => body!)
  expect(words.toSorted()).toEqual(
    Array.from({ length: WRITERS * WORDS }, (_, i) => `${i % WRITERS}.${Math.floor(i / WRITERS)}`).toSorted(),
  )
  for (let i = 0; i < WRITERS; i++) {
    const own = words.filter((word) => word.startsWith(`${i}.`))
    expect(own).toEqual(own.toSorted())
  }
  for (const following of followers) {
    const bodies = () =>
      following.seen.flatMap((one) => (one.orderActivity.body === undefined ? [] : [one.orderActivity.body]))
    await following.until(() => bodies().length >= words.length, 60_000)
    expect(bodies()).toEqual(words)
    await following.stop()
  }
})
