import { system } from '../lib/viewer.js'
import { rows, sql } from '../platform/database.js'
import type { Timetable } from '../platform/timetable.js'
import { transaction } from '../platform/transaction.js'
import { tellGathered } from './tell.js'

const AT_ONCE = 50

/**
 * When what was gathered is told: the times stand in rows, in the trade's time, so that no mail is lost with a process. Two
 * workers never tell the same; what comes while it is being told begins anew.
 */
export const digestTimetable: Timetable = {
  next: 'select min(tell_at) as at from mail_digests',
  act: (house) =>
    transaction(house, system('notifications'), async (tx) => {
      const due = await rows<{ eventId: string; template: string }>(
        tx,
        sql`with due as (select order_id, template from mail_digests where tell_at <= ${tx.now} order by tell_at limit ${sql.lit(AT_ONCE)} for update skip locked)
          delete from mail_digests d using due where d.order_id = due.order_id and d.template = due.template returning d.event_id as "eventId", d.template`,
      )
      for (const gathered of due) await tellGathered(tx, gathered)
      return due.length > 0
    }),
}
