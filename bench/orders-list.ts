import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate } from '../api/app/migrate.js'
import { startEmbeddedPostgres } from '../api/platform/embedded-postgres.js'
import { makeDemoWorld, THROW_AWAY_SECRET } from '../scripts/make-demo-world.js'
import { signedIn } from '../test/support/caller.js'
import { type Ask, type Contender, measure, type Round, startContender } from './contender.js'
import { LIST, LIST_FOR_PEERS, ONE, POST } from './questions.js'
import { median, type Measured, reportOf } from './report.js'
import { addOrders } from './world.js'

/**
 * `npm run bench`: what the orders list, one order and one message cost, beside the same by hand and by entities, in one
 * interleaved run on a PostgreSQL of its own. `--orders=`, `--rounds=`, `--requests=` change how much, `--profile=folder`
 * writes Waybill's CPU profile, `--report` writes bench/report.md.
 */
const { values: given } = parseArgs({
  options: {
    orders: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '500' },
    connections: { type: 'string', default: '50' },
    profile: { type: 'string' },
    report: { type: 'boolean', default: false },
  },
})
const orders = Number(given.orders)
const [rounds, requests, connections] = [given.rounds, given.requests, given.connections].map(Number) as [
  number,
  number,
  number,
]
const WARM = 1000

interface Course {
  readonly name: string
  readonly server: Contender
  readonly asks: Ask[]
  readonly amount: number
}

const home = await mkdtemp(join(tmpdir(), 'waybill-bench-'))
const postgres = await startEmbeddedPostgres({ home, log: () => undefined, throwAway: true })
const postmaster = Number((await readFile(join(home, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
const open: Contender[] = []
const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  await migrate(postgres.url)
  await makeDemoWorld(postgres.url, home)
  await run()
} finally {
  for (const server of open) await server.end()
  await postgres.stop()
  await rm(home, { recursive: true, force: true })
}

async function run(): Promise<void> {
  const owner = new pg.Client({ connectionString: postgres.url })
  owner.on('error', () => undefined) // it may outlive a run that failed
  await owner.connect()
  const few = Math.min(10_000, orders / 10)
  say(`Making ${few} orders`)
  await addOrders(owner, 1, few)
  const env = {
    DATABASE_URL: postgres.url,
    WAYBILL_HOME: home,
    AUTH_SECRET: THROW_AWAY_SECRET,
    LOG_LEVEL: 'error',
    PORT: '0',
    NODE_ENV: 'production',
    CALLER_POINTS: '1000000000', // one caller asks for all of it
  }
  for (const name of ['waybill', 'hand-written', 'entities'])
    open.push(await startContender(name, env, name === 'waybill' ? given.profile : undefined))
  const [waybill, byHand, entities] = open as [Contender, Contender, Contender]
  const ids = async () =>
    (
      await owner.query<{ id: string; by: string }>(
        `select o.id, o.placed_by_user_id as by from orders o join organisations b on b.id = o.buyer_id where b.name = 'Northwind Agency' order by o.id desc limit 100`,
      )
    ).rows
  const own = await ownCourses(
    waybill,
    (await ids()).map(({ id }) => id),
  )
  await warm(own)
  const small = await compete(own, 'few')
  say(`Making ${orders} orders`)
  await addOrders(owner, few + 1, orders)
  const found = await ids()
  const buyer = (
    await owner.query<{ id: string }>(`select id from organisations where name = 'Northwind Agency'`)
  ).rows[0]!.id
  const all = [
    ...(await ownCourses(
      waybill,
      found.map(({ id }) => id),
    )),
    ...peerCourses(byHand, entities, buyer, found),
  ]
  await sameAnswers(all)
  await warm(all)
  const large = await compete(all, 'all')
  await owner.end()
  const text = reportOf({ orders, few, rounds, requests, connections, small, large })
  say(text)
  if (given.report) await writeFile(join(import.meta.dirname, '../../bench/report.md'), text)
}

async function ownCourses(waybill: Contender, ids: string[]): Promise<Course[]> {
  const asked = (headers: Record<string, string>, query: string, variables: object = {}): Ask => ({
    method: 'POST',
    path: '/graphql',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { headers: agency } = await signedIn(waybill.address, 'agency@demo.test')
  const { headers: admin } = await signedIn(waybill.address, 'admin@demo.test')
  const post = ids.map((orderId, i) => asked(agency, POST, { orderId, body: `Message ${i}` }))
  return [
    { name: 'Waybill: list, agency', server: waybill, asks: [asked(agency, LIST)], amount: requests },
    { name: 'Waybill: list, staff', server: waybill, asks: [asked(admin, LIST)], amount: requests },
    {
      name: 'Waybill: one order, agency',
      server: waybill,
      asks: ids.map((id) => asked(agency, ONE, { id })),
      amount: requests,
    },
    { name: 'Waybill: postMessage', server: waybill, asks: post, amount: requests },
  ]
}

function peerCourses(
  byHand: Contender,
  entities: Contender,
  buyer: string,
  orders: { id: string; by: string }[],
): Course[] {
  const got = (path: string): Ask => ({ method: 'GET', path, headers: {} })
  const sent = (path: string, body: object): Ask => ({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const graphql = (query: string, variables: object = {}) => sent('/graphql', { query, variables })
  const messages = orders.map(({ id, by }, i) =>
    sent('/post', { orderId: id, authorId: by, body: `Message ${i}` }),
  )
  return [
    {
      name: 'By hand: list, agency',
      server: byHand,
      asks: [got(`/parsed/orders?buyer=${buyer}`)],
      amount: requests,
    },
    { name: 'By hand: list, staff', server: byHand, asks: [got('/parsed/orders')], amount: requests },
    {
      name: 'By hand, text passed on: list, staff',
      server: byHand,
      asks: [got('/text/orders')],
      amount: requests,
    },
    {
      name: 'By hand: one order',
      server: byHand,
      asks: orders.map(({ id }) => got(`/parsed/orders/${id}`)),
      amount: requests,
    },
    {
      name: 'By hand, text passed on: one order',
      server: byHand,
      asks: orders.map(({ id }) => got(`/text/orders/${id}`)),
      amount: requests,
    },
    { name: 'Entities: list, staff', server: entities, asks: [graphql(LIST_FOR_PEERS)], amount: requests },
    {
      name: 'Entities: one order',
      server: entities,
      asks: orders.map(({ id }) => graphql(ONE, { id })),
      amount: requests,
    },
    { name: 'Entities: unit of work', server: entities, asks: messages, amount: requests },
  ]
}

/** Nothing is compared that does not say the same. */
async function sameAnswers(courses: Course[]): Promise<void> {
  const answer = async (name: string) => {
    const { server, asks } = courses.find((course) => course.name === name)!
    const { method, headers, body, path } = asks[0]!
    const response = await fetch(server.address + path, { method, headers, body })
    const { data, errors } = (await response.json()) as {
      data: { orders?: { nodes: unknown }; order?: unknown }
      errors?: unknown
    }
    assert.equal(errors, undefined, name)
    return data
  }
  for (const [ours, peers] of [
    ['Waybill: list, agency', ['By hand: list, agency']],
    ['Waybill: list, staff', ['By hand: list, staff', 'By hand, text passed on: list, staff']],
    ['Waybill: one order, agency', ['By hand: one order', 'By hand, text passed on: one order']],
  ] as const)
    for (const peer of peers) assert.deepEqual(await answer(peer), await answer(ours), peer)
  assert.deepEqual(
    (await answer('Entities: list, staff')).orders?.nodes,
    (await answer('Waybill: list, staff')).orders?.nodes,
  )
  assert.deepEqual(await answer('Entities: one order'), await answer('Waybill: one order, agency'))
}

async function warm(courses: Course[]): Promise<void> {
  for (const { server, asks } of courses) await measure(server, asks, WARM, connections, postmaster)
}

/** Everybody in turn, round after round; the median of each figure. */
async function compete(courses: Course[], world: string): Promise<Measured[]> {
  const results = new Map<Course, Round[]>(courses.map((course) => [course, []]))
  for (let round = 1; round <= rounds; round++) {
    say(`Round ${round} of ${rounds} with ${world} orders`)
    for (const course of courses)
      results
        .get(course)!
        .push(await measure(course.server, course.asks, course.amount, connections, postmaster))
  }
  return [...results].map(([{ name }, of]) => ({ name, ...median(of) }))
}
