import { sql } from 'kysely'
import type { Ctx } from '../platform/context.js'
import { scopeOf } from '../platform/reading/declare.js'
import { lastDays } from '../platform/reading/last-days.js'
import { inPlain } from '../platform/reading/plain.js'
import { predicate, type Sql, viewerNow } from '../platform/reading/scope.js'

/** How orders came and went on one day. */
export interface DayOfOrders {
  /** YYYY-MM-DD. */
  readonly day: string
  readonly placed: number
  /** However they ended: completed, called off, or not paid in time. */
  readonly ended: number
  /** How many had not ended when the day did; of today, now. */
  readonly underWay: number
}

/**
 * How many orders were placed, ended and were under way on each of the last days, in the team's zone, as far as the viewer
 * sees them. One statement.
 * @refuses VALIDATION
 */
export function readOrdersByDay(ctx: Ctx, input: { days: number }): Promise<DayOfOrders[]> {
  return inPlain<DayOfOrders>(ctx, statement(ctx, input.days))
}

/** What is under way now is counted, and each day before it by taking back what came and went since. */
function statement({ viewer, house }: Ctx, count: number) {
  const { days, since, dayOf } = lastDays({ days: count, zone: house.config.workingZone })
  const seen = predicate(scopeOf('Order')(sql.raw('t'), viewerNow(viewer)))
  const by = (moment: Sql) =>
    sql`(select ${dayOf(moment)} as day, count(*)::int as n from orders t where ${moment} >= ${since} and ${seen} group by 1)`
  return sql<DayOfOrders>`select to_char(l.day, 'YYYY-MM-DD') as day, l.placed, l.ended, (l.present
      - coalesce(sum(l.placed - l.ended) over (order by l.day desc rows between unbounded preceding and 1 preceding), 0))::int as "underWay"
    from (
      select d.day, coalesce(p.n, 0) as placed, coalesce(e.n, 0) as ended,
        (select count(*)::int from orders t where t.ended_at is null and ${seen}) as present
      from ${days} d left join ${by(sql`t.placed_at`)} p on p.day = d.day left join ${by(sql`t.ended_at`)} e on e.day = d.day
    ) l order by l.day`
}
