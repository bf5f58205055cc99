import { createHash } from 'node:crypto'
import { Refusal } from '../lib/refusal.js'
import type { Ctx, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { type Bytes, storedBytes } from './content/bytes.js'
import { findType } from './content/find-type.js'
import { ownedBy } from './own-files.js'
import { removeBytesJob } from './remove-bytes.task.js'
import { storage } from './storage/storage.js'

/** What a look at the stored bytes found. */
export type Found =
  | { readonly status: 'READY'; readonly type: string; readonly sha256: string }
  | { readonly status: 'REFUSED'; readonly refusal: 'FILE_TYPE_REFUSED' | 'FILE_TOO_LARGE' }

/**
 * Looks at the bytes of the caller's own upload: are they all there, and what are they? Reads files, so it comes before
 * the transaction of {@link completeUpload}. Undefined where the upload was completed earlier.
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
  const bytes = await storedBytes(storage.bound, file.storage_key)
  if (!bytes || bytes.size < Number(file.size)) throw new Refusal('FILE_NOT_READY')
  if (bytes.size > Number(file.size)) return { status: 'REFUSED', refusal: 'FILE_TOO_LARGE' }
  const found = await findType(bytes)
  const type = found === 'text/plain' && file.declared_type === 'text/csv' ? 'text/csv' : found
  if (type !== file.declared_type) return { status: 'REFUSED', refusal: 'FILE_TYPE_REFUSED' }
  return { status: 'READY', type, sha256: await hashOf(bytes) }
}

/**
 * Records what {@link inspectUpload} found: the file is READY, or REFUSED and its bytes go. Completed before, nothing
 * changes. Returns the file's id.
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
  if (file.status !== 'UPLOADING' || !found) return id
  const { type, sha256, refusal } = { type: null, sha256: null, refusal: null, ...found }
  await row(
    tx,
    sql`update files set status = ${found.status}, type = ${type}, sha256 = ${sha256}, refusal = ${refusal}, completed_at = ${tx.now}, version = version + 1 where id = ${id}`,
  )
  if (found.status === 'REFUSED') await tx.house.jobs.send(tx, removeBytesJob, { key: file.storage_key })
  return id
}

async function hashOf(bytes: Bytes): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of await bytes.stream()) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
