import { actorsOf, eraseMentions, type ErasureRoom } from '../platform/erasure.js'
import { rows, sql } from '../platform/database.js'
import { removeBytesJob } from './remove-bytes.task.js'

/**
 * The files they uploaded as a customer: bytes and names go, the row stays, so that what refers to it still finds
 * something. The bytes are removed by a job, after the commit. What one of the team uploaded is work of the house, and stays.
 */
export const filesErasure: ErasureRoom = {
  async erase(tx, person) {
    const gone = await rows<{ key: string }>(
      tx,
      sql<{
        key: string
      }>`update files set name = 'erased', status = 'REFUSED', refusal = 'FILE_ERASED', type = null, sha256 = null, scan = null, finding = null, version = version + 1
        where uploaded_by_kind in ('member', 'link') and uploaded_by = any(${actorsOf(person)}::text[]) and refusal is distinct from 'FILE_ERASED' returning storage_key as key`,
    )
    for (const { key } of gone) await tx.house.jobs.send(tx, removeBytesJob, { key })
    return { files: gone.length, mentions: await eraseMentions(tx, 'files', { name: 'text' }, person) }
  },
}
