import { system } from '../../lib/viewer.js'
import { rows, sql } from '../../platform/database.js'
import type { Timetable } from '../../platform/timetable.js'
import { transaction } from '../../platform/transaction.js'
import { sendTextJob } from './send-text.task.js'

const AT_ONCE = 200
/** A text whose job is not done after this is called for again. */
const CALLED_MS = 90_000

/**
 * When texts are tried again, go out in the morning, or are asked for: the times stand in their rows, in the trade's
 * time, so that they outlive every process and the moved clock reaches them.
 */
export const textTimetable: Timetable = {
  next: `select min(try_at) as at from texts where try_at is not null`,
  act: (house) =>
    transaction(house, system('texts'), async (tx) => {
      const due = await rows<{ id: string }>(
        tx,
        sql`with due as (select id from texts where try_at <= ${tx.now} order by try_at limit ${sql.lit(AT_ONCE)} for no key update skip locked)
          update texts set try_at = ${new Date(tx.now.getTime() + CALLED_MS)} from due where texts.id = due.id returning texts.id`,
      )
      for (const { id } of due) await tx.house.jobs.send(tx, sendTextJob, { textId: id })
      return due.length > 0
    }),
}
