import { system } from '../lib/viewer.js'
import type { House } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { transaction } from '../platform/transaction.js'
import { removeBytesJob } from './remove-bytes.task.js'

const BATCH = 500

/**
 * Removes files that a day after their announcement belong to nothing: never sent, refused, or never used. Returns how
 * many went. The app runs it every hour.
 */
export async function removeAbandonedFiles(house: House): Promise<number> {
  for (let removed = 0; ;) {
    const batch = await transaction(house, system('files'), async (tx) => {
      const gone = await rows<{ storage_key: string }>(
        tx,
        sql`delete from files where id in (
          select id from files where subject_id is null and created_at <= ${tx.now}::timestamptz - interval '1 day'
          order by created_at limit ${BATCH} for update skip locked
        ) returning storage_key`,
      )
      for (const { storage_key: key } of gone) await tx.house.jobs.send(tx, removeBytesJob, { key })
      return gone.length
    })
    removed += batch
    if (batch < BATCH) return removed
  }
}
