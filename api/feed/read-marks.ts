import { sql } from 'kysely'
import type { Sql } from '../platform/reading/scope.js'

/** Whether a user is looking at an order's feed just now, as SQL: in real time, as far as we heard of them. */
export function isLooking(user: Sql, order: Sql): Sql {
  return sql`exists (select from read_marks looking where looking.order_id = ${order} and looking.user_id = ${user} and looking.present_until > now())`
}
