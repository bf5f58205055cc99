import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { isAmong } from './accepted-types.js'
import { ownedBy } from './own-files.js'

const STILL_SCANNED = 'The file is still being checked for viruses: try again in a moment.'

/** A file that may be used. */
export interface ReadyFile {
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** The MIME type, found by content. */
  readonly type: string
  readonly sha256: string
}

/**
 * The caller's own file, whole and of an accepted type: MIME types (`image/png`), groups (`image/*`) or extensions
 * (`.pdf`); an empty list takes all that can be uploaded. A file that belongs to `subjectId` already counts as the
 * caller's own: the verb that calls has checked that the subject is.
 * @refuses NOT_FOUND, FILE_NOT_READY, FILE_QUARANTINED, FILE_TYPE_REFUSED
 */
export async function requireReadyFile(
  tx: Tx,
  { id, accept, subjectId = null }: { id: string; accept: readonly string[]; subjectId?: string | null },
): Promise<ReadyFile> {
  const file = await row<{ name: string; size: string; status: string; type: string; sha256: string }>(
    tx,
    sql`select name, size, status, type, sha256 from files
      where id = ${id} and (subject_id = ${subjectId} or (subject_id is null and ${ownedBy(tx.viewer)})) for update`,
  )
  if (!file) throw new Refusal('NOT_FOUND')
  if (file.status === 'QUARANTINED') throw new Refusal('FILE_QUARANTINED')
  if (file.status === 'SCANNING') throw new Refusal('FILE_NOT_READY', STILL_SCANNED)
  if (file.status !== 'READY') throw new Refusal('FILE_NOT_READY')
  if (!isAmong(file.type, accept)) throw new Refusal('FILE_TYPE_REFUSED', undefined, { accept })
  return { id, name: file.name, size: Number(file.size), type: file.type, sha256: file.sha256 }
}

/**
 * Says what a file belongs to; from then on it is kept. A file belongs to one thing: twice to the same is fine. Returns
 * the file's id.
 * @refuses NOT_FOUND
 */
export async function attachFile(
  tx: Tx,
  { id, subjectId }: { id: string; subjectId: string },
): Promise<string> {
  const attached = await row(
    tx,
    sql`update files set subject_id = ${subjectId}, version = version + 1
      where id = ${id} and (subject_id = ${subjectId} or (subject_id is null and ${ownedBy(tx.viewer)})) returning id`,
  )
  if (!attached) throw new Refusal('NOT_FOUND')
  return id
}
