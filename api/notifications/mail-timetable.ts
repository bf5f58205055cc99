import { system } from '../lib/viewer.js'
import { rows, sql } from '../platform/database.js'
import type { Timetable } from '../platform/timetable.js'
import { transaction } from '../platform/transaction.js'
import { sendMailJob } from './send-mail.task.js'
import { CALLED_MS } from './try-time.js'

const AT_ONCE = 200

/**
 * When mails are tried again: the times stand in their rows, in the trade's time, so that they outlive every process and
 * the moved clock reaches them. Those whose worker was lost with them in hand, and those whose job was lost, come again
 * in the same way.
 */
export const mailTimetable: Timetable = {
  next: `select min(try_at) as at from mails where state = 'QUEUED'`,
  act: (house) =>
    transaction(house, system('mail'), async (tx) => {
      const due = await rows<{ id: string }>(
        tx,
        sql`with due as (select id from mails where state = 'QUEUED' and try_at <= ${tx.now} order by try_at limit ${sql.lit(AT_ONCE)} for no key update skip locked)
          update mails set try_at = ${new Date(tx.now.getTime() + house.config.mail.timeoutMs + CALLED_MS)} from due where mails.id = due.id returning mails.id`,
      )
      for (const { id } of due) await house.jobs.send(tx, sendMailJob, { mailId: id })
      return due.length > 0
    }),
}
