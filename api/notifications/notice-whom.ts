import { sql } from 'kysely'
import { hasRead } from '../feed/read-marks.js'
import { isOfSide } from '../messages/may-read.js'
import type { Whom } from './notice.js'
import { idIn } from './told-event.js'

/** Who is called upon by name in a message. */
export const mentioned: Whom = (event) =>
  sql`select user_id as id from message_mentions where message_id = ${idIn(event, 'messageId')}`

/**
 * The others who may read a message and have not read it yet: members of the sides it is written for, and of the
 * team those who work on the order, or support where nobody does.
 */
export const otherReaders: Whom = (event) => {
  const [u, o] = [sql.raw('u'), sql.raw('o')]
  const atWork = sql`select from tasks k where k.order_id = o.id and k.assignee_id is not null and k.status not in ('DONE', 'CANCELLED')`
  return sql`select u.id from messages m join orders o on o.id = m.order_id, users u
    where m.id = ${idIn(event, 'messageId')} and u.status = 'ACTIVE' and not ${hasRead(sql`u.id`, sql`o.id`, sql`m.sequence`)}
      and (cardinality(u.staff_roles) = 0 and ${isOfSide(u, o, sql`m.visibility`)}
        or exists (${atWork} and k.assignee_id = u.id) or 'SUPPORT' = any(u.staff_roles) and not exists (${atWork}))`
}

/** Whoever has the task. */
export const assignee: Whom = (event) =>
  sql`select assignee_id as id from tasks where id = ${event.aggregateId} and assignee_id is not null`

/** Of the team, who has one of the roles. */
export const team =
  (...roles: readonly string[]): Whom =>
  () =>
    sql`select u.id from users u where u.staff_roles && ${roles}::text[] and u.status = 'ACTIVE'`

/** Who placed the order. */
export const placedBy: Whom = (event) =>
  sql`select placed_by_user_id as id from orders where id = ${event.streamId}`

/** Who placed an appointment's order, and who comes to it, where they sign in. */
export const placedByAndAttendee: Whom = (event) =>
  sql`${placedBy(event)} union select m.user_id from appointments a join members m on m.contact_id = a.attendee_contact_id and m.status = 'ACTIVE' where a.id = ${event.aggregateId}`

/** Of the team, who has tried to reach an appointment's counterpart; support where nobody has. */
export const whoTried: Whom = (event) => {
  const tried = sql`select u.id from attempts k join users u on u.id = k.made_by and u.status = 'ACTIVE' where k.appointment_id = ${event.aggregateId}`
  return sql`${tried} union select u.id from users u where 'SUPPORT' = any(u.staff_roles) and u.status = 'ACTIVE' and not exists (${tried})`
}
