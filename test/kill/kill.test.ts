import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import pg from 'pg'
import { sandboxReconciliation } from '../../api/funds/gateways/sandbox/sandbox-reconciliation.js'
import { checkLedger, ledgerInvariants } from '../../api/funds/ledger-check.js'
import { THROW_AWAY_SECRET } from '../../scripts/make-demo-world.js'
import { freshDatabase } from '../support/database.js'
import { PRICE, stockSmallService } from '../support/small-service.js'
import { stockSmallPackage } from '../support/small-package.js'
import { insistent, type Insistent } from './insistent.js'
import {
  CREATIVE,
  endings,
  liveOneCampaign,
  liveOneOrder,
  type People,
  type Rows,
  type Stock,
} from './kill-lives.js'
import { type Replica, replicaOn } from './replicas.js'

const KILLS = Number(process.env['KILLS'] ?? 6)
/** How many lives are led at the same time. */
const LIVES_AT_ONCE = 6
const people = {
  buyer: 'agency@demo.test',
  recipient: 'client@demo.test',
  admin: 'admin@demo.test',
  worker: 'fulfilment@demo.test',
  channel: 'channel@demo.test',
  finance: 'finance@demo.test',
}

test(`what was acknowledged is there, once, though web and worker are killed ${KILLS} times`, async () => {
  const world = await openWorld()
  const { rows, replicas } = world
  try {
    let killing = true
    const orders: string[] = []
    const campaigns: string[] = []
    const all = await everybody(replicas)
    const stock = await stockOf(all, rows)
    const lives = Array.from({ length: LIVES_AT_ONCE }, async (_, at) => {
      for (let turn = at; killing; turn++)
        if (turn % 2) orders.push(await liveOneOrder(all, stock, rows))
        else campaigns.push(await liveOneCampaign(all, stock, rows, endings[(turn / 2) % endings.length]!))
    })
    for (let kill = 0; kill < KILLS; kill++) {
      const replica = replicas[kill % replicas.length]!
      await pause(150 + Math.random() * 850)
      await replica.kill()
      await replica.start()
    }
    killing = false
    await Promise.all(lives)
    await settled(rows)
    expect(await faultsOf(rows, orders, campaigns)).toEqual([])
    expect(orders.length + campaigns.length).toBeGreaterThan(KILLS)
    await report(rows, all, { orders: orders.length, campaigns: campaigns.length })
  } finally {
    await world.close()
  }
}, 5_400_000)

/** Everybody who takes part, each signed in and insistent; a session holds at every replica. */
async function everybody(replicas: readonly Replica[]): Promise<People> {
  const addresses = replicas.map((replica) => replica.address)
  const known = Object.entries(people).map(
    async ([who, email]) => [who, await insistent(addresses, email)] as const,
  )
  return Object.fromEntries(await Promise.all(known)) as Record<keyof typeof people, Insistent>
}

async function stockOf(all: People, rows: Rows): Promise<Stock> {
  return {
    service: await stockSmallService(rows, all.admin.ask, people),
    package: await stockSmallPackage(rows, all.channel.ask, { price: PRICE, creative: CREATIVE }),
  }
}

async function report(rows: Rows, all: People, lived: Record<string, number>): Promise<void> {
  const [{ events }] = (await rows<{ events: number }>('select count(*)::int as events from events')) as [
    { events: number },
  ]
  const sum = (what: 'answered' | 'repeated') =>
    Object.values(all).reduce((total, caller) => total + caller.counts[what], 0)
  console.log(
    `${KILLS} kills, ${JSON.stringify(lived)} lived through, ${events} events, ${sum('answered')} answers, ${sum('repeated')} asked again`,
  )
}

interface World {
  readonly rows: Rows
  readonly replicas: readonly Replica[]
  close(): Promise<void>
}

async function openWorld(): Promise<World> {
  const database = await freshDatabase('demo')
  const home = await mkdtemp(join(tmpdir(), 'waybill-kill-'))
  const owner = new pg.Pool({ connectionString: database.url, max: 4 })
  const replicas = [
    await replicaOn(database.url, home, THROW_AWAY_SECRET),
    await replicaOn(database.url, home, THROW_AWAY_SECRET),
  ]
  for (const replica of replicas) await replica.start()
  return {
    rows: async <T>(statement: string, values: unknown[] = []) =>
      (await owner.query(statement, values)).rows as T[],
    replicas,
    close: async () => {
      await Promise.all(replicas.map((replica) => replica.end()))
      await owner.end()
      await database.drop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** What is still under way: jobs that are due, events without a place, calls to the gateway, mails. A mail has a row of its own to be tried again by; one of the demo world that waits for its reader's morning is not under way. */
const UNDER_WAY = `select 'job ' || name || ' ' || id || ' ' || state || ' tries ' || retry_count || coalesce(' ' || output::text, '') as what
    from pgboss.job where name <> 'send-mail' and state < 'completed' and (state in ('active', 'retry') or start_after <= now())
  union all select 'event ' || event_id || ' without a place' from pending_positions
  union all select 'operation ' || id || ' ' || kind || ' ' || state || ' asks ' || asks from operations where state in ('REQUESTED', 'SENT', 'UNKNOWN')
  union all select 'mail ' || id || ' ' || template || ' to be tried at ' || try_at from mails where state = 'QUEUED' and (quiet_zone is null or try_at <= app_now())`
/** How long nothing may get done while something is under way. */
const STUCK_MS = 120_000

/** A job whose process died runs again when its time is over, and one that failed after its pause: nothing waits for ever. */
async function settled(rows: Rows): Promise<void> {
  let left: string[] = []
  let fewest = Number.POSITIVE_INFINITY
  for (let since = performance.now(); performance.now() < since + STUCK_MS; await pause(30)) {
    left = (await rows<{ what: string }>(UNDER_WAY)).map(({ what }) => what)
    if (left.length === 0) return
    if (left.length < fewest) [fewest, since] = [left.length, performance.now()]
  }
  throw new Error(`Under way, and nothing gets done: ${left.join('; ')}`)
}

/** What is lost, doubled or where it must not be; empty when all is well. */
async function faultsOf(
  rows: Rows,
  orders: readonly string[],
  campaigns: readonly string[],
): Promise<unknown[]> {
  const faults: unknown[] = await checkLedger(
    (text: string) => rows(text),
    [...ledgerInvariants, ...sandboxReconciliation],
  )
  const wrong = {
    'an order not where it was brought': `select id, status, stage from orders where id = any($1) and (status, stage) <> ('OPEN', 'READY')`,
    'an order that is not there': `select given.id from unnest($1::text[]) as given(id) left join orders o on o.id = given.id where o.id is null`,
    'something that happened twice, or not at all': `select o.id, once.type, count(e.id) from unnest($1::text[]) as o(id)
      cross join unnest('{order.placed,order.opened,payment.charged,onboarding.requested,onboarding.submitted,onboarding.approved,provisioning.activated,order.communication-kept}'::text[]) as once(type)
      left join events e on e.stream_id = o.id and e.type = once.type group by o.id, once.type having count(e.id) <> 1`,
    'a task not done once': `select t.id from tasks t where t.order_id = any($1) and t.step_key is not null and (t.status <> 'DONE' or (select count(*) from events e where e.aggregate_id = t.id and e.type = 'task.done') <> 1)`,
    'a receipt not sent once': `select o.id from unnest($1::text[]) as o(id) where (select count(*) from mails m where m.order_id = o.id and m.template = 'order-receipt' and m.state = 'TAKEN') <> 1`,
    'a gap in a sequence': `select s.id from streams s where s.id = any($1) and s.last_sequence <> (select count(*) from events e where e.stream_id = s.id)`,
    'an event without its place': `select e.id from events e left join event_positions p on p.event_id = e.id where p.event_id is null and $1::text[] is not null`,
    'a job given up': `select id, name, output from pgboss.job where state = 'failed' and $1::text[] is not null`,
  }
  const ofCampaigns = {
    'a campaign that has not ended': `select c.order_id, c.status from campaigns c where c.order_id = any($1) and c.ended_at is null`,
    'a campaign that is not there': `select given.id from unnest($1::text[]) as given(id) left join campaigns c on c.order_id = given.id where c.id is null`,
    'money that is not where it belongs': `select p.order_id, p.account, sum(p.amount) from postings p where p.order_id = any($1) and p.account not in ('provider', 'fees') group by 1, 2 having sum(p.amount) <> 0`,
    'money set aside or moved twice, or not at all': `select c.order_id, c.status, c.outcome, array_agg(e.type order by e.sequence) from campaigns c join events e on e.stream_id = c.order_id
      where c.order_id = any($1) and e.type in ('payment.authorised', 'payment.captured', 'payment.voided', 'refund.issued', 'release.issued') group by c.id
      having array_agg(e.type order by e.type) <> case when c.status in ('DECLINED', 'CANCELLED') and c.captured_at is null then '{payment.authorised,payment.voided}'::text[]
        when c.outcome = 'RELEASED' then '{payment.authorised,payment.captured,release.issued}' else '{payment.authorised,payment.captured,refund.issued,release.issued}' end`,
    'a gap in a sequence': wrong['a gap in a sequence'],
  }
  for (const [what, statement] of Object.entries(ofCampaigns)) {
    const found = await rows(statement, [campaigns])
    faults.push(...found.map((one) => ({ what, ...(one as object) })))
  }
  for (const [what, statement] of Object.entries(wrong)) {
    const found = await rows(statement, [orders])
    faults.push(...found.map((one) => ({ what, ...(one as object) })))
  }
  return faults
}
