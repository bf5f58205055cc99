import { sql } from 'kysely'
import type { Ctx } from '../platform/context.js'
import { scopeOf } from '../platform/reading/declare.js'
import { lastDays } from '../platform/reading/last-days.js'
import { inPlain } from '../platform/reading/plain.js'
import { predicate, viewerNow } from '../platform/reading/scope.js'
import type { onboardingEvents } from './onboarding.events.js'

/** How long what was submitted waited until it was approved or sent back, by the calendar: nights count. */
export interface VerifyTime {
  /** How many submissions were approved or sent back. */
  readonly decided: number
  /** Half of them waited no longer; null where there are none. */
  readonly medianSeconds: number | null
  /** Nine of ten waited no longer; null where there are none. */
  readonly p90Seconds: number | null
}

/** The same for what was decided on one day, in the team's zone. */
export interface VerifyDay extends VerifyTime {
  /** YYYY-MM-DD. */
  readonly day: string
}

export interface VerifyTimes extends VerifyTime {
  /** Each day, the earliest first and today last, those without a decision too. */
  readonly days: readonly VerifyDay[]
}

/** What ends the wait of a submission. */
const DECISIONS: readonly (keyof typeof onboardingEvents)[] = [
  'onboarding.approved',
  'onboarding.changes-requested',
]

/**
 * How long submissions waited that were decided on in the last days, as far as the viewer sees them: over all and by day.
 * What was done without, or taken back, was not decided on. One statement.
 * @refuses VALIDATION
 */
export async function readVerifyTimes(ctx: Ctx, input: { days: number }): Promise<VerifyTimes> {
  const found = await inPlain<VerifyTime & { day: string | null }>(ctx, statement(ctx, input.days))
  const [whole, ...days] = found
  const { day: _none, ...overAll } = whole!
  return { ...overAll, days: days as VerifyDay[] }
}

/** Decisions are found in the log by their time, and what each decided on by its id: what is older costs nothing. */
function statement({ viewer, house }: Ctx, count: number) {
  const { days, since, dayOf } = lastDays({ days: count, zone: house.config.workingZone })
  const seen = predicate(scopeOf('Revision')(sql.raw('r'), viewerNow(viewer)))
  const within = (share: string) =>
    sql`round(percentile_cont(${sql.lit(share)}) within group (order by w.seconds))::int`
  return sql<VerifyTime & { day: string | null }>`with waited as (
      select ${dayOf(sql`e.occurred_at`)} as day, (
        select extract(epoch from e.occurred_at - r.submitted_at)::float8 from onboarding_revisions r where r.id = e.data->>'revisionId' and ${seen}
      ) as seconds
      from events e where e.type in (${sql.join(DECISIONS.map((type) => sql.lit(type)))}) and e.occurred_at >= ${since}
    )
    select to_char(n.day, 'YYYY-MM-DD') as day, n.decided, n."medianSeconds", n."p90Seconds" from (
      select d.day, count(w.seconds)::int as decided, ${within('0.5')} as "medianSeconds", ${within('0.9')} as "p90Seconds"
      from ${days} d left join waited w on w.day = d.day group by grouping sets ((), (d.day))
    ) n order by n.day nulls first`
}
