import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { WebSocket } from 'ws'
import { openLog } from '../../api/platform/log.js'
import { type Hint, openLive } from '../../api/platform/live/live.js'
import { startRelay } from '../../api/platform/live/relay.js'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

const POST =
  'mutation($o: ID!, $b: String!) { postMessage(orderId: $o, body: $b, visibility: PARTIES) { id } }'
const ACTIVITY = 'subscription($id: ID!) { orderActivity(orderId: $id) { id sequence } }'

let world: World
let order: string
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  order = await aPaidOrder(world, [{ service: 'Local search optimisation', client: 'Harbour Bakery' }])
  admin = await world.as('admin@demo.test')
})
afterAll(() => world?.close())

const post = async (body: string) => admin.ask(POST, { o: order, b: body })

describe('the relay', () => {
  test('gives every event one place, without a gap, and tells of each once, however many relays run', async () => {
    const { house } = world.running
    const told: Hint[] = []
    const hear = (event: Event) => void told.push((event as CustomEvent<Hint>).detail)
    const target = new EventTarget()
    target.addEventListener('hint', hear)
    const seenByOwn = house.live.listen(() => true, new AbortController().signal, 'all')
    const collect = (async () => {
      for await (const hint of seenByOwn) told.push(hint)
    })()
    void collect
    const log = openLog('silent')
    const others = [1, 2].map(() => startRelay(house.database.pool, openLive(target, log), log))
    const [{ before }] = (await world.rows<{ before: number }>(
      'select count(*)::int as before from event_positions',
    )) as [{ before: number }]
    const writing = Array.from({ length: 60 }, async (_, i) => {
      others[i % 2]!.nudge()
      for (;;) if (!(await admin.raw(POST, { o: order, b: `word ${i}` })).errors) return
    })
    await Promise.all(writing)
    const done = async () => (await world.rows('select event_id from pending_positions')).length === 0
    for (let i = 0; i < 100 && !(await done()); i++) await new Promise((next) => setTimeout(next, 20))
    await Promise.all(others.map((relay) => relay.stop()))
    const places = await world.rows<{ position: number; id: string; stream: string; sequence: number }>(
      'select p.position::int, e.id, e.stream_id as stream, e.sequence::int from event_positions p join events e on e.id = p.event_id order by p.position',
    )
    const [{ all }] = (await world.rows<{ all: number }>('select count(*)::int as all from events')) as [
      { all: number },
    ]
    expect(places).toHaveLength(all)
    expect(places.map((p) => p.position)).toEqual(places.map((_, i) => places[0]!.position + i))
    const own = places.filter((p) => p.stream === order).map((p) => p.sequence)
    expect(own).toEqual(own.toSorted((a, b) => a - b))
    const earlier = new Set(places.slice(0, before).map((p) => p.id)) // placed before, and told of only now
    const ids = told.map((hint) => hint.eventId).filter((id) => !earlier.has(id))
    expect(ids.toSorted()).toEqual(
      places
        .slice(before)
        .map((p) => p.id)
        .toSorted(),
    )
  })
})

describe('a reader', () => {
  const hint = (n: number) =>
    ({
      eventId: `evt_${n}`,
      type: 't',
      streamId: 's',
      sequence: String(n),
      aggregateId: 'a',
      data: {},
    }) as Hint

  test('who wants every hint and does not keep up is cut, not buffered without end', async () => {
    const live = openLive(new EventTarget(), openLog('silent'))
    const slow = live.listen(() => true, new AbortController().signal, 'all')
    for (let n = 0; n < 1500; n++) live.publish(hint(n))
    let read = 0
    for await (const _ of slow) read++
    expect(read).toBeLessThanOrEqual(1001)
  })

  test('of a state gets the newest hint, however many came while they read', async () => {
    const live = openLive(new EventTarget(), openLog('silent'))
    const end = new AbortController()
    const reader = live.listen(() => true, end.signal, 'latest')
    for (let n = 0; n < 5000; n++) live.publish(hint(n))
    expect((await reader.next()).value).toMatchObject({ sequence: '4999' })
    end.abort()
    expect((await reader.next()).done).toBe(true)
  })

  test('of many states gets the newest hint of each, the one that waited longest first', async () => {
    const live = openLive(new EventTarget(), openLog('silent'))
    const end = new AbortController()
    const reader = live.listen(
      () => true,
      end.signal,
      ({ streamId }) => streamId,
    )
    for (let n = 0; n < 5000; n++) live.publish({ ...hint(n), streamId: n % 5 ? 'often' : `s${n % 3}` })
    const read: string[] = []
    for (let n = 0; n < 4; n++) read.push((await reader.next()).value!.sequence)
    expect(read).toEqual(['4995', '4999', '4985', '4990'])
    end.abort()
    expect((await reader.next()).done).toBe(true)
  })

  test('of too many states at once is cut, and hears no more', async () => {
    const live = openLive(new EventTarget(), openLog('silent'))
    const slow = live.listen(
      () => true,
      new AbortController().signal,
      ({ streamId }) => streamId,
    )
    for (let n = 0; n < 1500; n++) live.publish({ ...hint(n), streamId: `s${n}` })
    expect(live.listeners).toBe(0)
    expect((await slow.next()).done).toBe(true)
  })

  test('whose reading fails is listened for no more', async () => {
    const live = openLive(new EventTarget(), openLog('silent'))
    const reader = live.listen(() => true, new AbortController().signal, 'all')
    live.publish(hint(1))
    const reading = (async () => {
      for await (const _ of reader) throw new Error('the database is away')
    })()
    await expect(reading).rejects.toThrow('away')
    expect(live.listeners).toBe(0)
  })

  test('who leaves is listened for no more', async () => {
    const { live } = world.running.house
    const before = live.listeners
    const following = Array.from({ length: 5 }, () => admin.follow(ACTIVITY, { id: order }))
    for (const f of following) await f.until((seen) => seen.length > 0)
    expect(live.listeners).toBe(before + 5)
    for (const f of following) await f.stop()
    for (let i = 0; i < 100 && live.listeners > before; i++) await new Promise((next) => setTimeout(next, 20))
    expect(live.listeners).toBe(before)
  })

  test('whose socket stands still is waited for: no more is read for it than its line can hold', async () => {
    const [posts, subscriptions] = [60, 100]
    for (let i = 0; i < posts; i++) await post('x'.repeat(10_000))
    const socket = new WebSocket(`${world.address.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: admin.headers,
    })
    await new Promise((done) => socket.once('open', done))
    socket.send('{"type":"connection_init"}')
    await new Promise((done) => socket.once('message', done))
    socket.pause()
    const readings = countReadings()
    const query = 'subscription($id: ID!) { orderActivity(orderId: $id) { id ... on MessageEntry { body } } }'
    for (let i = 0; i < subscriptions; i++)
      socket.send(
        JSON.stringify({ id: `s${i}`, type: 'subscribe', payload: { query, variables: { id: order } } }),
      )
    const read = await readings.untilQuiet()
    socket.terminate()
    const [feed] = await world.rows<{ entries: number }>(
      'select count(*)::int as entries from events where stream_id = $1',
      [order],
    )
    expect(read).toBeGreaterThan(subscriptions)
    expect(read).toBeLessThan(feed!.entries * subscriptions) // not waiting, it would have read every entry for each
  })
})

/** Counts the statements that the reading pool runs from now on. */
function countReadings() {
  const { pool } = world.running.house.database
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown
  let count = 0
  const counted = (...args: unknown[]) => {
    count++
    return query(...args)
  }
  Object.assign(pool, { query: counted })
  return {
    /** How many, once hardly any more come: the relay and the sockets' watch go on looking. */
    async untilQuiet(): Promise<number> {
      for (let before = -Infinity; count - before > 20;) {
        before = count
        await new Promise((next) => setTimeout(next, 1000))
      }
      Object.assign(pool, { query })
      return count
    },
  }
}

describe('who loses the right to see with a subscription open', () => {
  const DISABLE = 'mutation($id: ID!) { disableMember(id: $id) { status } }'

  test('hears nothing more from that moment on, and is cut within five seconds with the code to sign in again', async () => {
    const client = await world.as('client@demo.test')
    const following = client.follow(ACTIVITY, { id: order })
    const updates = client.follow('subscription($id: ID!) { orderUpdated(id: $id) { id version } }', {
      id: order,
    })
    const [{ theirs }] = (await world.rows<{ theirs: number }>(
      `select count(*)::int as theirs from events where stream_id = $1 and visibility = 'PARTIES'`,
      [order],
    )) as [{ theirs: number }]
    await following.until((seen) => seen.length === theirs)
    await updates.until((seen) => seen.length > 0)
    const [member] = await world.rows<{ id: string }>(
      `select m.id from members m join users u on u.id = m.user_id where u.email = 'client@demo.test' and m.status = 'ACTIVE'`,
    )
    await admin.ask(DISABLE, { id: member!.id })
    const began = performance.now()
    const [heard, told] = [following.seen.length, updates.seen.filter((u) => u['orderUpdated']).length]
    for (let i = 0; i < 5; i++) await post(`after ${i}`)
    expect(await following.closed).toBe(4403)
    expect(await updates.closed).toBe(4403)
    expect(performance.now() - began).toBeLessThan(5000)
    expect(following.seen).toHaveLength(heard)
    expect(updates.seen.filter((u) => u['orderUpdated'])).toHaveLength(told)
    expect(await client.refused('{ orders(first: 1) { nodes { id } } }')).toMatchObject({
      code: 'NOT_SIGNED_IN',
    })
  })

  test('by signing out is cut as well', async () => {
    const support = await world.as('support@demo.test')
    const following = support.follow(ACTIVITY, { id: order })
    await following.until((seen) => seen.length > 0)
    const response = await fetch(`${world.address}/api/auth/sign-out`, {
      method: 'POST',
      headers: { ...support.headers, origin: world.address, 'content-type': 'application/json' },
      body: '{}',
    })
    expect(response.status).toBe(200)
    const began = performance.now()
    expect(await following.closed).toBe(4403)
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
