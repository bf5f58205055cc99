import { sql } from 'kysely'
import type { Ctx } from '../platform/context.js'
import { inPlain } from '../platform/reading/plain.js'
import { scopeOf } from '../platform/reading/declare.js'
import { predicate, viewerNow } from '../platform/reading/scope.js'
import { LIMIT_MS } from './promise-clock.js'

/** How quickly we answered what was asked within a time. Seconds count as the promise counts them. */
export interface AnswerTime {
  /** How often somebody asked. */
  readonly asked: number
  readonly answered: number
  /** Answered within the promise. */
  readonly inTime: number
  /** Half of the answers took no longer; null where there are none. */
  readonly medianSeconds: number | null
  /** Nine of ten answers took no longer; null where there are none. */
  readonly p90Seconds: number | null
  /** In time of all whose time is over, by answer or by breach: 0 to 1; null where there are none. */
  readonly share: number | null
}

/** The same for what was asked on one day, in the team's zone. */
export interface AnswerDay extends AnswerTime {
  /** YYYY-MM-DD. */
  readonly day: string
}

export interface AnswerTimes extends AnswerTime {
  /** Each day on which somebody asked, the earliest first. */
  readonly days: readonly AnswerDay[]
}

const MOST_DAYS = 366

/** How quickly we answered what was asked since a moment, as far as the viewer sees the orders. One statement. */
export async function readAnswerTimes(ctx: Ctx, { since }: { since: Date }): Promise<AnswerTimes> {
  const found = await inPlain<AnswerTime & { day: string | null }>(ctx, statement(ctx, since))
  const [whole, ...days] = found
  const { day: _none, ...overAll } = whole!
  return { ...overAll, days: days as AnswerDay[] }
}

function statement({ viewer, house }: Ctx, since: Date) {
  const seen = predicate(scopeOf('AnswerPromise')(sql.raw('p'), viewerNow(viewer)))
  const took = (share: string) =>
    sql`(percentile_cont(${sql.lit(share)}) within group (order by p.used_ms) filter (where p.answered_at is not null) / 1000)::int`
  return sql<
    AnswerTime & { day: string | null }
  >`select to_char(n.day, 'YYYY-MM-DD') as day, n.asked, n.answered, n."inTime", n."medianSeconds", n."p90Seconds",
      round(n."inTime"::numeric / nullif(n.over, 0), 4)::float as share
    from (
      select d.day, count(p.id)::int as asked, count(p.answered_at)::int as answered,
        count(*) filter (where p.answered_at is not null and p.broken_at is null)::int as "inTime",
        count(*) filter (where p.answered_at is not null or p.broken_at is not null or p.due_at <= app_now())::int as over,
        ${took('0.5')} as "medianSeconds", ${took('0.9')} as "p90Seconds"
      from promises p cross join lateral (select (p.started_at at time zone ${house.config.workingZone})::date as day) d
      where p.started_at >= ${since} and ${seen}
      group by grouping sets ((), (d.day))
    ) n order by n.day nulls first limit ${sql.lit(MOST_DAYS + 1)}`
}

/** What the promise says, in seconds. */
export const PROMISED_SECONDS = LIMIT_MS / 1000
