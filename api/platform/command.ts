import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { refuseFields, Refusal } from '../lib/refusal.js'
import type { Ctx, Tx } from './context.js'
import { row } from './database.js'
import { actIfLate } from './due.js'
import { readInside, transaction } from './transaction.js'
import { Repeated } from './transition.js'

/** What a caller asks, and how they want it taken. */
export interface Asked {
  readonly verb: string
  readonly input: Readonly<Record<string, unknown>>
  readonly idempotencyKey?: string | null
  /** The version of the aggregate `input.id` that the caller saw. */
  readonly expectedVersion?: number | null
  readonly dryRun?: boolean | null
}

/** An empty key would be no key. */
const KEY = /^[ -~]{1,200}$/

/** Undoes a dry run after its answer was read. */
class DryRun<R> extends Error {
  constructor(readonly answer: R) {
    super('a dry run keeps nothing')
  }
}

/**
 * Runs one verb: idempotency, transaction, late click, dry run, and the answer read for the viewer.
 * `work` returns what the verb changed (an id or a list of them), `read` makes the caller's answer of it.
 * @refuses VALIDATION for a key that can't be, IDEMPOTENCY_MISMATCH, BUSY, and whatever the verb refuses
 */
export async function command<T, R>(
  ctx: Ctx,
  asked: Asked,
  work: (tx: Tx) => Promise<T>,
  read: (ctx: Ctx, result: T) => Promise<R>,
): Promise<R> {
  if (!KEY.test(asked.idempotencyKey ?? 'none'))
    refuseFields([{ path: 'idempotencyKey', message: '1 to 200 printable ASCII characters' }])
  const inputHash = hashOf(asked.verb, asked.input)
  const expected =
    typeof asked.expectedVersion === 'number'
      ? { id: String(asked.input['id']), version: asked.expectedVersion }
      : undefined
  const once = async (tx: Tx): Promise<T> => {
    const earlier = asked.idempotencyKey
      ? await earlierResult<T>(tx, asked.idempotencyKey, asked.verb, inputHash)
      : undefined
    if (earlier) return earlier.result
    const result = await work(tx)
    if (asked.idempotencyKey) await keepResult(tx, asked.idempotencyKey, result)
    if (asked.dryRun) await answerAndUndo(tx, ctx, result, read)
    return result
  }
  try {
    const result = await transaction(ctx.house, ctx.viewer, once, {
      asked: { verb: asked.verb, inputHash, keyed: Boolean(asked.idempotencyKey) },
      expected,
    })
    return await read(ctx, result)
  } catch (error) {
    if (error instanceof DryRun) return error.answer as R
    if (error instanceof Repeated) return read(ctx, error.id as T)
    if (error instanceof Refusal && !asked.dryRun) await actIfLate(ctx.house, error)
    throw error
  }
}

async function answerAndUndo<T, R>(
  tx: Tx,
  ctx: Ctx,
  result: T,
  read: (ctx: Ctx, result: T) => Promise<R>,
): Promise<never> {
  await row(tx, sql`set constraints all immediate`)
  throw new DryRun(await read({ ...ctx, run: readInside(tx) }, result))
}

/** Takes the key; a twin that runs at the same time waits here until the first has ended. */
async function earlierResult<T>(
  tx: Tx,
  key: string,
  verb: string,
  inputHash: string,
): Promise<{ result: T } | undefined> {
  const caller = `${tx.viewer.kind}:${tx.viewer.id}`
  const taken = await row(
    tx,
    sql`insert into idempotency_keys (caller, key, verb, input_hash) values (${caller}, ${key}, ${verb}, ${inputHash}) on conflict do nothing returning key`,
  )
  if (taken) return undefined
  const kept = await row<{ verb: string; input_hash: string; result: T }>(
    tx,
    sql`select verb, input_hash, result from idempotency_keys where caller = ${caller} and key = ${key}`,
  )
  if (kept?.verb !== verb || kept.input_hash !== inputHash) throw new Refusal('IDEMPOTENCY_MISMATCH')
  return { result: kept.result }
}

async function keepResult(tx: Tx, key: string, result: unknown): Promise<void> {
  const caller = `${tx.viewer.kind}:${tx.viewer.id}`
  await row(
    tx,
    sql`update idempotency_keys set result = ${JSON.stringify(result)}::jsonb where caller = ${caller} and key = ${key}`,
  )
}

/** A hash of a verb's input in which the order of keys plays no part. */
function hashOf(verb: string, input: Readonly<Record<string, unknown>>): string {
  const plain = (value: unknown): unknown => {
    if (typeof value === 'bigint') return `${value}n`
    if (value instanceof Date) return value.toISOString()
    if (Array.isArray(value)) return value.map(plain)
    if (value === null || typeof value !== 'object') return value
    const entries = Object.entries(value).filter(([, v]) => v !== undefined && v !== null)
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, plain(v)]))
  }
  return createHash('sha256')
    .update(JSON.stringify([verb, plain(input)]))
    .digest('base64url')
}
