import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startHouse } from '../api/app/house.js'
import { migrate } from '../api/app/migrate.js'
import { readConfig } from '../api/platform/config.js'
import { startEmbeddedPostgres } from '../api/platform/embedded-postgres.js'
import { type Caller, signedIn } from '../test/support/caller.js'
import { aPaidOrder } from '../test/support/shopping.js'

/**
 * `npm run bench:feed`: how long a message takes from the click to the screens of those who follow the feed, over HTTP and
 * a socket as in a browser, in a house with its worker. `--messages=` how many, `--pause=` milliseconds between two.
 */
const { values: given } = parseArgs({
  options: { messages: { type: 'string', default: '500' }, pause: { type: 'string', default: '20' } },
})
const messages = Number(given.messages)

interface Seen {
  orderActivity: { sequence: string; body?: string }
}
const FOLLOW =
  'subscription($o: ID!, $a: Sequence) { orderActivity(orderId: $o, after: $a) { sequence occurredAt actor { name } ... on MessageEntry { body kind attachments { id } mentions { id } readBy { id } } } }'
const POST =
  'mutation($o: ID!, $b: String!) { postMessage(orderId: $o, body: $b, visibility: BUYER) { id sequence } }'

const home = await mkdtemp(join(tmpdir(), 'waybill-bench-'))
const postgres = await startEmbeddedPostgres({ home, log: () => undefined, throwAway: true })
try {
  await migrate(postgres.url)
  const config = readConfig({ DATABASE_URL: postgres.url, WAYBILL_HOME: home, PORT: '0', LOG_LEVEL: 'error' })
  const running = await startHouse({ ...config, databaseUrl: postgres.url, migrationUrl: postgres.url }, [
    'web',
    'worker',
  ])
  const as = (email: string) => signedIn(running.address, email)
  const settled = async () => void (await running.house.jobs.drained(60_000))
  try {
    await settled()
    const order = await aPaidOrder({ as, settled })
    await measure(order, await as('agency@demo.test'), await as('support@demo.test'))
  } finally {
    await running.stop()
  }
} finally {
  await postgres.stop()
  await rm(home, { recursive: true, force: true })
}

/** Buyer and support write in turn; the other one's socket says when it appeared. */
async function measure(order: string, buyer: Caller, support: Caller): Promise<void> {
  const sides = [buyer, support].map((caller) => caller.follow<Seen>(FOLLOW, { o: order, a: '0' }))
  await Promise.all(sides.map((side) => side.until((seen) => seen.length > 0)))
  const appeared: number[] = []
  const answered: number[] = []
  for (let n = 0; n < messages; n++) {
    const [writer, reader] = n % 2 ? [buyer, sides[1]!] : [support, sides[0]!]
    const from = performance.now()
    const body = `Message ${n}`
    const there = untilSeen(reader.seen, body)
    await writer.ask(POST, { o: order, b: body })
    answered.push(performance.now() - from)
    appeared.push((await there) - from)
    await pause(Number(given.pause))
  }
  for (const side of sides) {
    const numbers = side.seen.map((one) => Number(one.orderActivity.sequence))
    assert.deepEqual(
      numbers,
      [...new Set(numbers)].toSorted((a, b) => a - b),
      'in order, none twice',
    )
    const words = side.seen.flatMap((one) => one.orderActivity.body ?? [])
    assert.equal(words.filter((word) => word.startsWith('Message ')).length, messages, 'every one of them')
    await side.stop()
  }
  tell(`from the click to the other one's screen`, appeared)
  tell('from the click to its own answer', answered)
}

/** When a text was first there, looked for every millisecond. */
async function untilSeen(seen: readonly Seen[], body: string): Promise<number> {
  for (;;) {
    if (seen.at(-1)?.orderActivity.body === body || seen.some((one) => one.orderActivity.body === body))
      return performance.now()
    await pause(1)
  }
}

function tell(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  const ms = (value: number) => `${value.toFixed(1)} ms`
  process.stdout.write(
    `${what}: median ${ms(at(0.5))}, p90 ${ms(at(0.9))}, p99 ${ms(at(0.99))}, worst ${ms(sorted.at(-1)!)} (${times.length} messages)\n`,
  )
}
