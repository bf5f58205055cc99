import { sql } from 'kysely'
import type { Ctx } from '../platform/context.js'
import { inPlain } from '../platform/reading/plain.js'
import type { Sql } from '../platform/reading/scope.js'

/** How the campaigns of a channel, or of all, went so far. */
export interface Rate {
  /** Null over all. */
  readonly channelId: string | null
  readonly channelName: string | null
  readonly accepted: number
  readonly declined: number
  readonly expired: number
  readonly completed: number
  readonly disputed: number
  /** Accepted of those that were decided or expired, 0 to 1; null where there are none. */
  readonly acceptanceShare: number | null
  /** Disputed of those that were marked complete, 0 to 1; null where there are none. */
  readonly disputeShare: number | null
}

/** Over all, and for each channel that the viewer may know of. */
export interface Rates {
  readonly overAll: Rate
  readonly channels: readonly Rate[]
}

const MOST_CHANNELS = 100

/**
 * How often campaigns are accepted and disputed: over all for everybody, by channel for staff (the busiest hundred) and for
 * a channel's own members. Counts campaigns offered since a moment, where one is given. One statement.
 */
export async function readDisputeRates(ctx: Ctx, { since }: { since?: Date | null }): Promise<Rates> {
  const rows = await inPlain<Rate>(ctx, statement(ctx, since ?? null))
  const [overAll, ...channels] = rows
  return { overAll: overAll!, channels }
}

function statement({ viewer }: Ctx, since: Date | null) {
  const known: Sql =
    viewer.kind === 'staff' ? sql`true` : sql`n.channel_id = any(${[...viewer.organisations]}::text[])`
  const share = (part: Sql, whole: Sql) => sql`round(${part}::numeric / nullif(${whole}, 0), 4)::float`
  return sql<Rate>`select n.channel_id as "channelId", g.name as "channelName", n.accepted, n.declined, n.expired, n.completed, n.disputed,
      ${share(sql`n.accepted`, sql`(n.accepted + n.declined + n.expired)`)} as "acceptanceShare", ${share(sql`n.disputed`, sql`n.completed`)} as "disputeShare"
    from (
      select c.channel_id, grouping(c.channel_id) = 1 as "whole",
        count(*) filter (where c.accepted_at is not null)::int as accepted,
        count(*) filter (where c.status = 'DECLINED')::int as declined,
        count(*) filter (where c.status = 'EXPIRED')::int as expired,
        count(*) filter (where c.completed_at is not null)::int as completed,
        count(*) filter (where c.disputed_at is not null)::int as disputed
      from campaigns c where ${since}::timestamptz is null or c.offered_at >= ${since}::timestamptz
      group by grouping sets ((c.channel_id), ())
    ) n left join organisations g on g.id = n.channel_id
    where n.whole or ${known} order by n.whole desc, n.completed desc, n.channel_id limit ${sql.lit(MOST_CHANNELS + 1)}`
}
