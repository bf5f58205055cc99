import { sql } from 'kysely'
import type { Sql } from '../platform/reading/scope.js'

/** Whether a user is looking at an order's feed just now, as SQL: in real time, as far as we heard of them. */
export function isLooking(user: Sql, order: Sql): Sql {
  return sql`exists (select from read_marks looking where looking.order_id = ${order} and looking.user_id = ${user} and looking.present_until > now())`
}

/** Whether a user has read an order's feed up to an entry, as SQL. */
export function hasRead(user: Sql, order: Sql, sequence: Sql): Sql {
  return sql`exists (select from read_marks done where done.order_id = ${order} and done.user_id = ${user} and done.up_to >= ${sequence})`
}
