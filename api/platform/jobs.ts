import { fromKysely, PgBoss } from 'pg-boss'
import type { House, Tx } from './context.js'
import type { Log } from './log.js'

/** A kind of work done after the commit that asked for it, again and again until it succeeds or is given up. */
export interface Job<T extends object> {
  readonly name: string
  /** How often a failed try is repeated, with growing pauses. */
  readonly retries: number
  /** Seconds after which a try counts as lost. */
  readonly expires: number
  readonly run: (house: House, data: T, attempt: Attempt) => Promise<void>
}

export interface Attempt {
  readonly jobId: string
  /** 0 for the first try. */
  readonly number: number
  readonly last: boolean
}

/** Declares a job; its handler must be safe to run twice. */
export function job<T extends object>(spec: {
  name: string
  retries?: number
  expires?: number
  run: Job<T>['run']
}): Job<T> {
  return { retries: 8, expires: 30, ...spec }
}

export interface Jobs {
  /** Enqueues inside the transaction: the job exists if and only if the transaction commits. */
  send<T extends object>(tx: Tx, job: Job<T>, data: T, afterSeconds?: number): Promise<void>
  /** Starts this process's workers, one for each kind of job. */
  work(house: House): Promise<void>
  /** Wakes this process's workers: called by whoever committed a send. */
  nudge(queues: Iterable<string>): void
  /** Waits until no job is due or running; true once that is so. Bounded by `ms`. */
  drained(ms: number): Promise<boolean>
  stop(): Promise<void>
}

const POLL_SECONDS = 2

/** Opens the job queue (pg-boss, in the schema `pgboss`, which the migrations made) for these kinds of job. */
export async function openJobs(
  url: string,
  options: { role: string; log: Log; jobs: readonly Job<never>[] },
): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    options: `-c role=${options.role} -c timezone=UTC`,
    max: 3,
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
  } as ConstructorParameters<typeof PgBoss>[0])
  boss.on('error', (error) => options.log.error({ err: error }, 'job queue'))
  await boss.start()
  for (const kind of options.jobs)
    await boss.createQueue(kind.name, {
      retryLimit: kind.retries,
      retryDelay: 1,
      retryDelayMax: 900,
      retryBackoff: true,
      expireInSeconds: kind.expires,
    })
  const workers = new Map<string, string>()
  return {
    async send(tx, job, data, afterSeconds) {
      tx.sent.add(job.name)
      await boss.send(job.name, data, {
        db: fromKysely(tx.em.getTransactionContext() as never),
        startAfter: afterSeconds,
      })
    },
    async work(house) {
      for (const kind of options.jobs) workers.set(kind.name, await startWorker(boss, house, kind))
    },
    nudge(queues) {
      for (const queue of queues) {
        const worker = workers.get(queue)
        if (worker) boss.notifyWorker(worker)
      }
    },
    drained: (ms) => drained(boss, ms),
    stop: () => boss.stop({ graceful: true, timeout: 8000 }),
  }
}

async function startWorker(boss: PgBoss, house: House, kind: Job<never>): Promise<string> {
  let worker = ''
  worker = await boss.work<object>(
    kind.name,
    { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS, includeMetadata: true },
    async ([item]) => {
      if (!item) return
      const attempt = { jobId: item.id, number: item.retryCount, last: item.retryCount >= kind.retries }
      try {
        await kind.run(house, item.data as never, attempt)
      } catch (error) {
        house.log.warn(
          { err: error, job: kind.name, attempt: attempt.number },
          'a job failed and will be tried again',
        )
        throw error
      } finally {
        boss.notifyWorker(worker) // there may be more of its kind: none of them waits for the next poll
      }
    },
  )
  return worker
}

async function drained(boss: PgBoss, ms: number): Promise<boolean> {
  const end = performance.now() + ms
  const db = boss.getDb()
  while (performance.now() < end) {
    const { rows } = await db.executeSql(
      `select 1 from pgboss.job where state < 'completed' and (state = 'active' or start_after <= now()) limit 1`,
      [],
    )
    if (rows.length === 0) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}
