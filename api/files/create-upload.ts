import { newId } from '../lib/ids.js'
import { Refusal, type FieldProblem, refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { acceptedType } from './accepted-types.js'
import { cleanName } from './clean-name.js'
import { FileEntity } from './file.entity.js'
import { ownedBy } from './own-files.js'

/** How many files of theirs may belong to nothing yet. */
const MAX_LOOSE = 100
const RETRY_AFTER_SECONDS = 3600

/**
 * Announces a file: its name, its size in bytes and its MIME type (empty where the caller's system knows none). Returns
 * the file's id; its signed address is read as `Upload`.
 * @refuses NOT_SIGNED_IN, FILE_TOO_LARGE, FILE_TYPE_REFUSED, VALIDATION, RATE_LIMITED
 */
export async function createUpload(
  tx: Tx,
  input: { name: string; size: number; type: string },
): Promise<string> {
  if (tx.viewer.kind === 'anonymous') throw new Refusal('NOT_SIGNED_IN')
  const name = cleanName(input.name)
  checkSize(input.size, tx.house.config.fileLimitBytes)
  const declaredType = acceptedType(name, input.type)
  if (!declaredType)
    throw refused('FILE_TYPE_REFUSED', {
      path: 'name',
      message: 'must be a PDF, PNG, JPEG, DOCX, XLSX, TXT or CSV',
    })
  await refuseHeaps(tx)
  const id = newId('fil')
  const { kind, id: uploadedBy, subject } = tx.viewer
  await tx.em.insert(FileEntity, {
    id,
    name,
    declaredType,
    size: BigInt(input.size),
    storageKey: id,
    uploadedByKind: kind,
    uploadedBy,
    uploadedFor: subject,
    createdAt: tx.now,
  })
  return id
}

function checkSize(size: number, maximum: number): void {
  if (!Number.isSafeInteger(size) || size < 1)
    refuseFields([{ path: 'size', message: 'must be a number of bytes, at least 1' }])
  if (size > maximum)
    throw refused(
      'FILE_TOO_LARGE',
      { path: 'size', message: `must be at most ${maximum} bytes` },
      { maximum },
    )
}

function refused(code: 'FILE_TOO_LARGE' | 'FILE_TYPE_REFUSED', field: FieldProblem, params = {}): Refusal {
  return new Refusal(code, undefined, { ...params, fields: [field] })
}

/** Nobody fills the disk with files that are for nothing. */
async function refuseHeaps(tx: Tx): Promise<void> {
  const loose = await row<{ count: number }>(
    tx,
    sql`select count(*)::int as count from files where subject_id is null and ${ownedBy(tx.viewer)}`,
  )
  if (loose && loose.count >= MAX_LOOSE)
    throw new Refusal('RATE_LIMITED', undefined, { retryAfter: RETRY_AFTER_SECONDS })
}
