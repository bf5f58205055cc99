import { sql } from '../platform/database.js'
import type { Sql } from '../platform/reading/scope.js'

/** How many tasks a user `u` has that are not ended. */
export function openTasksOf(u: Sql): Sql {
  return sql`(select count(*)::int from tasks o where o.assignee_id = ${u}.id and o.status in ('ASSIGNED', 'IN_PROGRESS', 'WAITING', 'IN_REVIEW'))`
}

/**
 * The rule for delegation, as the id of whoever gets a task `t`: fewest open tasks among the active people with its role
 * and skill who have not declined it. Null where there is nobody.
 */
export function ruleCandidate(t: Sql): Sql {
  const u = sql.raw('fit')
  return sql`(select fit.id from users fit where fit.status = 'ACTIVE' and ${t}.role = any(fit.staff_roles)
    and (${t}.skill is null or ${t}.skill = any(fit.skills)) and fit.id <> all(${t}.declined_by)
    order by ${openTasksOf(u)}, fit.id limit 1)`
}
