import { createHash } from 'node:crypto'
import { Refusal } from '../lib/refusal.js'
import type { Ctx, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { type Bytes, storedBytes } from './content/bytes.js'
import { findType } from './content/find-type.js'
import { ownedBy } from './own-files.js'
import { removeBytesJob } from './remove-bytes.task.js'
import { scanner } from './scan/scanner.js'
import { scanFileJob } from './scan-file.task.js'
import { storage } from './storage/storage.js'

/** What a look at the stored bytes found. */
export type Found =
  | { readonly status: 'WHOLE'; readonly key: string; readonly type: string; readonly sha256: string }
  | { readonly status: 'REFUSED'; readonly refusal: 'FILE_TYPE_REFUSED' | 'FILE_TOO_LARGE' }

/**
 * Looks at the bytes of the caller's own upload, out of their sender's reach from now on: are they all there, and what
 * are they? Reads files, so it comes before the transaction of {@link completeUpload}. Undefined where the upload was completed earlier.
 * @refuses NOT_FOUND, FILE_NOT_READY
 */
export async function inspectUpload(ctx: Ctx, { id }: { id: string }): Promise<Found | undefined> {
  const kysely = ctx.house.database.orm.em.fork({ clear: true }).getKysely()
  const query = sql<{
    status: string
    size: string
    declared_type: string
    storage_key: string
  }>`select status, size, declared_type, storage_key from files where id = ${id} and ${ownedBy(ctx.viewer)}`
  const [file] = (await query.execute(kysely)).rows
  if (!file) throw new Refusal('NOT_FOUND')
  if (file.status !== 'UPLOADING') return undefined
  const sent = await storage.bound.head(file.storage_key)
  if (!sent || sent.size < Number(file.size)) throw new Refusal('FILE_NOT_READY')
  const key = await storage.bound.seal(file.storage_key)
  const bytes = await storedBytes(storage.bound, key)
  if (!bytes || bytes.size < Number(file.size)) throw new Refusal('FILE_NOT_READY')
  if (bytes.size > Number(file.size)) return { status: 'REFUSED', refusal: 'FILE_TOO_LARGE' }
  const found = await findType(bytes)
  const type = found === 'text/plain' && file.declared_type === 'text/csv' ? 'text/csv' : found
  if (type !== file.declared_type) return { status: 'REFUSED', refusal: 'FILE_TYPE_REFUSED' }
  return { status: 'WHOLE', key, type, sha256: await hashOf(bytes) }
}

/**
 * Records what {@link inspectUpload} found. A whole file is READY, or where the house has a virus scanner SCANNING until
 * that has looked; another one is REFUSED and its bytes go. Completed before, nothing changes. Returns the file's id.
 * @refuses NOT_FOUND
 */
export async function completeUpload(
  tx: Tx,
  { id, found }: { id: string; found: Found | undefined },
): Promise<string> {
  const file = await row<{ status: string; storage_key: string }>(
    tx,
    sql`select status, storage_key from files where id = ${id} and ${ownedBy(tx.viewer)} for update`,
  )
  if (!file) throw new Refusal('NOT_FOUND')
  if (!found) return id
  // Twice at once: the later one's copy goes.
  if (file.status !== 'UPLOADING') await clear(tx, id, file.storage_key)
  else await (found.status === 'WHOLE' ? keep(tx, id, found) : refuse(tx, id, found.refusal))
  return id
}

async function keep(tx: Tx, id: string, { key, type, sha256 }: Found & { status: 'WHOLE' }): Promise<void> {
  const [status, scan] = scanner.bound ? ['SCANNING', 'WAITING'] : ['READY', 'NOT_CONFIGURED']
  await row(
    tx,
    sql`update files set status = ${status}, scan = ${scan}, storage_key = ${key}, type = ${type}, sha256 = ${sha256}, completed_at = ${tx.now}, version = version + 1
      where id = ${id}`,
  )
  await clear(tx, id, key)
  if (scanner.bound) await tx.house.jobs.send(tx, scanFileJob, { id, tried: 0 })
}

async function refuse(tx: Tx, id: string, refusal: string): Promise<void> {
  await row(
    tx,
    sql`update files set status = 'REFUSED', refusal = ${refusal}, completed_at = ${tx.now}, version = version + 1 where id = ${id}`,
  )
  await clear(tx, id)
}

/** Removes what lies of an upload, or all but what is kept of it. An upload's first key is its id. */
async function clear(tx: Tx, key: string, except?: string): Promise<void> {
  if (key !== except) await tx.house.jobs.send(tx, removeBytesJob, { key, except })
}

async function hashOf(bytes: Bytes): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of await bytes.stream()) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
