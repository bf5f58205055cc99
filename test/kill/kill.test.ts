import { randomUUID } from 'node:crypto'
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
import { placeSmallOrder, type SmallService, stockSmallService } from '../support/small-service.js'
import { insistent, type Insistent } from './insistent.js'
import { type Replica, replicaOn } from './replicas.js'

const KILLS = Number(process.env['KILLS'] ?? 6)
/** How many orders are lived through at the same time. */
const LIVES_AT_ONCE = 6
const people = { buyer: 'agency@demo.test', recipient: 'client@demo.test', worker: 'fulfilment@demo.test' }

test(`what was acknowledged is there, once, though web and worker are killed ${KILLS} times`, async () => {
  const world = await openWorld()
  const { rows, replicas } = world
  try {
    let killing = true
    const orders: string[] = []
    const [buyer, recipient, admin, worker] = await Promise.all(
      [people.buyer, people.recipient, 'admin@demo.test', people.worker].map((email) =>
        insistent(
          replicas.map((replica) => replica.address),
          email,
        ),
      ),
    )
    const all = { buyer: buyer!, recipient: recipient!, admin: admin!, worker: worker! }
    const stock = await stockSmallService(rows, all.admin.ask, people)
    const lives = Array.from({ length: LIVES_AT_ONCE }, async () => {
      while (killing) orders.push(await liveOneOrder(all, stock, rows))
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
    expect(await faultsOf(rows, orders)).toEqual([])
    expect(orders.length).toBeGreaterThan(KILLS)
    const [{ events }] = (await rows<{ events: number }>('select count(*)::int as events from events')) as [
      { events: number },
    ]
    const repeated = Object.values(all).reduce((sum, caller) => sum + caller.counts.repeated, 0)
    const answered = Object.values(all).reduce((sum, caller) => sum + caller.counts.answered, 0)
    console.log(
      `${KILLS} kills, ${orders.length} orders lived through, ${events} events, ${answered} answers, ${repeated} asked again`,
    )
  } finally {
    await world.close()
  }
}, 3_600_000)

type Rows = <T>(statement: string, values?: unknown[]) => Promise<T[]>

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

type People = Readonly<Record<'buyer' | 'recipient' | 'admin' | 'worker', Insistent>>

/** From the cart to the last task, every step by whoever takes it, each with a key of its own. Returns the order's id. */
async function liveOneOrder(people: People, stock: SmallService, rows: Rows): Promise<string> {
  const { buyer, recipient, admin, worker } = people
  const order = await placeSmallOrder(buyer.ask, stock, true)
  const by =
    (who: Insistent) =>
    (verb: string, id: string, more = '', variables: Record<string, unknown> = {}, types = '') =>
      who.ask(
        `mutation($id: ID!, $k: String!${types}) { ${verb}(id: $id, idempotencyKey: $k${more}) { id status } }`,
        {
          id,
          k: randomUUID(),
          ...variables,
        },
      )
  await by(buyer)('payOrder', order, ', paymentToken: "tok_webhook_twice"')
  await until(rows, 'select status = $2 as there from orders where id = $1', [order, 'OPEN'])
  const [document] = await rows<{ id: string }>('select id from onboarding_documents where order_id = $1', [
    order,
  ])
  const answers = [{ key: 'goal', value: ['To be found'] }]
  await by(recipient)(
    'submitOnboarding',
    document!.id,
    ', answers: $a',
    { a: answers },
    ', $a: [AnswerInput!]!',
  )
  await by(admin)('claimOnboarding', document!.id)
  const [revision] = await rows<{ id: string }>(
    'select newest_revision_id as id from onboarding_documents where id = $1',
    [document!.id],
  )
  await by(admin)('approveOnboarding', document!.id, ', revisionId: $r', { r: revision!.id }, ', $r: ID!')
  const tasks = await rows<{ id: string; step: string }>(
    'select id, step_key as step from tasks where order_id = $1 and step_key is not null order by step_key',
    [order],
  )
  for (const { id, step } of tasks) {
    await by(worker)('startTask', id)
    await by(worker)('submitTask', id, ', checklist: []')
    if (step === 'make') await by(admin)('acceptTask', id)
  }
  return order
}

async function until(rows: Rows, question: string, values: unknown[]): Promise<void> {
  const end = performance.now() + 120_000
  while (performance.now() < end) {
    const [answer] = await rows<{ there: boolean }>(question, values)
    if (answer?.there) return
    await pause(30)
  }
  throw new Error(`Still not so: ${question} ${JSON.stringify(values)}`)
}

/**
 * A job whose process died runs again when its time is over, and one that failed after its pause: nothing waits for ever. A
 * mail is tried again by its own row, whatever became of the job that called for it.
 */
async function settled(rows: Rows): Promise<void> {
  const open = `select not exists (select from pgboss.job where name <> 'send-mail' and state < 'completed' and (state in ('active', 'retry') or start_after <= now()))
    and not exists (select from pending_positions) and not exists (select from operations where state in ('REQUESTED', 'SENT', 'UNKNOWN'))
    and not exists (select from mails where state = 'QUEUED') as there`
  await until(rows, open, [])
}

/** What is lost, doubled or where it must not be; empty when all is well. */
async function faultsOf(rows: Rows, orders: readonly string[]): Promise<unknown[]> {
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
  for (const [what, statement] of Object.entries(wrong)) {
    const found = await rows(statement, [orders])
    faults.push(...found.map((one) => ({ what, ...(one as object) })))
  }
  return faults
}
