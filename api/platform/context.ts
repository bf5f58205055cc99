import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from '../lib/viewer.js'
import type { HouseConfig } from './config.js'
import type { Database } from './database.js'
import type { JobQueue } from './job-queue.js'
import type { Live, Passing } from './live/live.js'
import type { Log } from './log.js'
import type { ReadingContext } from './reading/read.js'

/** What one running program has: the parts of the platform, opened once at start. */
export interface House {
  readonly config: HouseConfig
  readonly database: Database
  readonly jobs: JobQueue
  readonly live: Live
  /** Tells the relay that events may have been committed. */
  readonly relayNudge: () => void
  readonly log: Log
  /** How many migrations this program knows; a database with fewer is not ready. */
  readonly migrations: number
}

/** One request, or one piece of background work: who asks, and of which house. */
export interface Ctx extends ReadingContext {
  readonly house: House
  readonly viewer: Viewer
  /** Where an anonymous or signed-in caller comes from; empty for background work. */
  readonly address: string
}

/** A command's transaction: everything a verb does goes through it, and is kept or undone as one. */
export interface Tx {
  readonly house: House
  readonly viewer: Viewer
  /** MikroORM's entity manager inside the transaction. */
  readonly em: SqlEntityManager
  /** Queues that got a job: their workers are woken after the commit. */
  readonly sent: Set<string>
  /** What is to be passed on live after the commit: of what is kept nowhere, but for whoever listens now. */
  readonly passing: Passing[]
  /** The trade's time: the database's clock when the command began, before any lock was waited for. */
  readonly now: Date
  /** What was asked: the verb with a hash of its input. The system's own verbs have none. */
  readonly asked?: { readonly verb: string; readonly inputHash: string; readonly keyed: boolean }
  /** The aggregate and version the caller saw last, where they said so. */
  readonly expected?: { readonly id: string; readonly version: number }
}

/** The context of background work that acts for the system itself. */
export function systemCtx(house: House, viewer: Viewer): Ctx {
  return { house, viewer, address: '', run: house.database.read }
}

/** The same transaction, acting for somebody else: what a person's verb sets in motion is the system's doing. */
export function actingAs(tx: Tx, viewer: Viewer): Tx {
  return { ...tx, viewer, asked: undefined, expected: undefined }
}
