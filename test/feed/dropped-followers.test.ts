import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { type FeedPeople, openFeed, POST } from './feed-people.js'

/** How many follow at once, and how often each of them loses their socket: 200 and 20 by name, fewer in every run. */
const FOLLOWERS = Number(process.env['FOLLOWERS'] ?? 24)
const DROPS = Number(process.env['DROPS'] ?? 4)
const FEED =
  'subscription($o: ID!, $a: Sequence) { orderActivity(orderId: $o, after: $a) { sequence visibility } }'

interface Seen {
  readonly orderActivity: { readonly sequence: string; readonly visibility: string }
}

let feed: FeedPeople
beforeAll(async () => {
  feed = await openFeed()
})
afterAll(() => feed?.world.close())

/** Everything that a viewer of these visibilities reads after a number. */
async function written(after: number, visibilities: readonly string[]): Promise<number[]> {
  const rows = await feed.world.rows<{ n: number }>(
    'select sequence::int as n from events where stream_id = $1 and sequence > $2 and visibility = any($3) order by sequence',
    [feed.order, after, visibilities],
  )
  return rows.map(({ n }) => n)
}

/** One who reads on from their last number whenever their socket drops, and at last to the end that `end` tells. */
async function followThroughDrops(
  caller: Caller,
  start: number,
  end: () => Promise<number>,
): Promise<number[]> {
  const got: number[] = []
  const follow = () => caller.follow<Seen>(FEED, { o: feed.order, a: String(got.at(-1) ?? start) })
  const numbers = (seen: readonly Seen[]) => seen.map((one) => Number(one.orderActivity.sequence))
  for (let drops = 0; drops < DROPS; drops++) {
    const following = follow()
    await following.until((seen) => seen.length > 0, 60_000)
    got.push(...numbers(following.seen.splice(0)))
    await following.stop()
  }
  const last = await end()
  if ((got.at(-1) ?? start) >= last) return got
  const following = follow()
  const seen = await following.until((all) => numbers(all).includes(last), 60_000)
  got.push(...numbers(seen))
  await following.stop()
  return got
}

test(`${FOLLOWERS} followers whose sockets drop ${DROPS} times each, while others write, miss nothing, get nothing twice and nothing that is not theirs`, async () => {
  const { world, order, buyer, client, support, admin } = feed
  const start = (await written(0, ['STAFF', 'BUYER', 'PARTIES'])).at(-1)!
  const people = [
    { caller: admin, sees: ['STAFF', 'BUYER', 'PARTIES'] },
    { caller: support, sees: ['STAFF', 'BUYER', 'PARTIES'] },
    { caller: buyer, sees: ['BUYER', 'PARTIES'] },
    { caller: client, sees: ['PARTIES'] },
  ] as const
  let left = FOLLOWERS
  const { promise: allDropped, resolve: nobodyLeft } = Promise.withResolvers<void>()
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const following = Array.from({ length: FOLLOWERS }, async (_, i) => {
    const { caller, sees } = people[i % people.length]!
    const got = await followThroughDrops(caller, start, async () => {
      if (--left === 0) nobodyLeft()
      await ended
      return (await written(start, sees)).at(-1)!
    })
    return { got, sees }
  })
  let quiet = false
  const post = (body: string, v: string) => support.ask(POST, { o: order, b: body, v, k: 'MESSAGE' })
  const writing = (async () => {
    for (let n = 0; !quiet; n++) await post(`Word ${n}`, ['PARTIES', 'BUYER', 'STAFF'][n % 3]!)
    for (const visibility of ['STAFF', 'BUYER', 'PARTIES']) await post('The last word', visibility)
  })()
  await allDropped
  quiet = true
  await writing
  await world.settled()
  end()
  for (const { got, sees } of await Promise.all(following)) expect(got).toEqual(await written(start, sees))
}, 600_000)
