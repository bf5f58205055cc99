import { sql } from 'kysely'
import type { Scope, ViewerKind } from '../platform/reading/scope.js'
import type { Sql } from '../platform/reading/scope.js'

/** Staff see all tasks, but a fulfilment person theirs, those they may take or review, and what theirs wait for. */
export const seesTask: Scope = (t, viewer) => {
  if (viewer.staff('ADMIN', 'SUPPORT', 'FINANCE')) return true
  if (!viewer.staff('FULFILMENT')) return false
  return sql`(${works(t, viewer)} or exists (select from tasks mine where mine.assignee_id = ${viewer.id} and ${t}.id = any(mine.depends_on)))`
}

/** A fulfilment person sees the orders they have, may claim or may review a task on. */
export const seesOrderOfTask: Scope = (t, viewer) =>
  viewer.staff('FULFILMENT') &&
  sql`exists (select from tasks work where work.order_id = ${t}.id and ${works(sql.raw('work'), viewer)})`

function works(t: Sql, viewer: ViewerKind): Sql {
  return sql`(${t}.assignee_id = ${viewer.id} or (${t}.status in ('OPEN', 'IN_REVIEW') and ${t}.role = 'FULFILMENT'
    and (${t}.skill is null or ${t}.skill = any(${viewer.skills}::text[]))))`
}
