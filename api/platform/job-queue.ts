import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Log } from './log.js'

/** What the queue has to know of a kind of job. */
export interface JobKind<T extends object> {
  readonly name: string
  /** How often a failed try is repeated, with growing pauses. */
  readonly retries: number
  /** Seconds after which a try counts as lost. */
  readonly expires: number
  /** How many of them one process does at once; 1 where nothing is said. */
  readonly workers?: number
  /** The type of its data; never set. */
  readonly data?: T
}

/** One try of one job. */
export interface Attempt {
  readonly jobId: string
  /** 0 for the first try. */
  readonly number: number
  readonly last: boolean
}

/** The part of a transaction that a job is enqueued in. */
interface Enqueuing {
  readonly em: SqlEntityManager
  readonly sent: Set<string>
}

export interface JobQueue {
  /** Enqueues inside the transaction: the job exists if and only if the transaction commits. */
  send<T extends object>(tx: Enqueuing, kind: JobKind<T>, data: T, afterSeconds?: number): Promise<void>
  /** Starts this process's worker of a kind. */
  work(kind: JobKind<never>, run: (data: object, attempt: Attempt) => Promise<void>): Promise<void>
  /** Wakes this process's workers: called by whoever committed a send. */
  nudge(kinds: Iterable<string>): void
  /** Waits until no job is due or running; true once that is so. Bounded by `ms`. */
  drained(ms: number): Promise<boolean>
  stop(): Promise<void>
}

const POLL_SECONDS = 2
const SESSION = '-c timezone=UTC'
const DRAIN_MS = 8000

/** Opens the job queue (pg-boss, in the schema `pgboss`, which the migrations made) for these kinds of job. */
export async function openJobQueue(
  url: string,
  { role, log, kinds }: { role: string; log: Log; kinds: readonly JobKind<never>[] },
): Promise<JobQueue> {
  const boss = await start(url, role, log, kinds)
  const workers = new Map<string, string[]>()
  return {
    async send(tx, kind, data, afterSeconds) {
      tx.sent.add(kind.name)
      const db = fromKysely(tx.em.getTransactionContext() as never)
      await boss.send(kind.name, data, { db, startAfter: afterSeconds })
    },
    async work(kind, run) {
      const started: string[] = []
      for (let i = 0; i < (kind.workers ?? 1); i++) started.push(await startWorker(boss, kind, run, log))
      workers.set(kind.name, started)
    },
    nudge(names) {
      for (const name of names) {
        for (const worker of workers.get(name) ?? []) boss.notifyWorker(worker)
      }
    },
    drained: (ms) => drained(boss, ms),
    stop: () => boss.stop({ graceful: true, timeout: DRAIN_MS }),
  }
}

async function start(url: string, role: string, log: Log, kinds: readonly JobKind<never>[]): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    options: `-c role=${role} ${SESSION}`,
    max: 3,
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
  })
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  await boss.start()
  for (const { name, retries, expires } of kinds) {
    const pauses = { retryLimit: retries, retryDelay: 1, retryDelayMax: 900, retryBackoff: true }
    await boss.createQueue(name, { ...pauses, expireInSeconds: expires })
  }
  return boss
}

async function startWorker(
  boss: PgBoss,
  kind: JobKind<never>,
  run: (data: object, attempt: Attempt) => Promise<void>,
  log: Log,
): Promise<string> {
  const options = { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS, includeMetadata: true } as const
  const worker: string = await boss.work<object>(kind.name, options, async ([item]) => {
    if (!item) return
    const attempt = { jobId: item.id, number: item.retryCount, last: item.retryCount >= kind.retries }
    try {
      await run(item.data, attempt)
    } catch (error) {
      log.warn(
        { err: error, job: kind.name, attempt: attempt.number },
        'a job failed and will be tried again',
      )
      throw error
    } finally {
      boss.notifyWorker(worker) // there may be more of its kind: none of them waits for the next poll
    }
  })
  return worker
}

async function drained(boss: PgBoss, ms: number): Promise<boolean> {
  const end = performance.now() + ms
  const db = boss.getDb()
  const waiting = `select 1 from pgboss.job where state < 'completed' and (state = 'active' or start_after <= now()) limit 1`
  while (performance.now() < end) {
    const { rows } = await db.executeSql(waiting, [])
    if (rows.length === 0) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}
