import { sql } from 'kysely'
import { refuseFields } from '../lib/refusal.js'
import type { Ctx, Tx } from '../platform/context.js'
import { row } from '../platform/database.js'
import { scopeOf } from '../platform/reading/declare.js'
import { inPlain } from '../platform/reading/plain.js'
import { predicate, type Sql, viewerNow } from '../platform/reading/scope.js'
import { freeSlots, type Span } from './free-slots.js'

const HOUR_MS = 3_600_000
/** Two weeks by the clocks of wherever somebody is: one hour more where they are put back meanwhile. */
const LONGEST_MS = (14 * 24 + 1) * HOUR_MS

/** What a search for slots starts from, as JSON gives it. */
interface Found {
  readonly now: string
  readonly minutes: number
  readonly presentStart: string | null
  readonly attendeeZone: string
  readonly counterpartZone: string
  readonly taken: readonly { startsAt: string; endsAt: string }[]
}

/**
 * The times at which an appointment could be, from one moment until before another, the present one left out; empty
 * where the viewer may see no such appointment. One statement. @refuses VALIDATION
 */
export async function freeSlotsOf(
  ctx: Ctx,
  { appointmentId, from, until }: { appointmentId: string; from: Date; until: Date },
): Promise<Span[]> {
  const stretch = until.getTime() - from.getTime()
  if (stretch <= 0) refuseFields([{ path: 'until', message: 'later than `from`' }])
  if (stretch > LONGEST_MS) refuseFields([{ path: 'until', message: 'at most 14 days after `from`' }])
  const seen = scopeOf('Appointment')(sql.raw('a'), viewerNow(ctx.viewer))
  const [found] = await inPlain<Found>(ctx, search(appointmentId, predicate(seen), { from, until }))
  if (!found) return []
  const slots = freeSlots({ ...searchOf(found), from, until })
  return slots.filter(({ startsAt }) => startsAt.getTime() !== Date.parse(found.presentStart ?? ''))
}

/**
 * By their link a counterpart picks among what suits both sides, or takes the time that was proposed to them; our team is
 * free to agree on any. What the attendee has agreed to elsewhere, and what is over, the verb itself refuses.
 * @refuses VALIDATION
 */
export async function refuseUnlessOffered(
  tx: Tx,
  { id, startsAt }: { readonly id: string; readonly startsAt: Date },
): Promise<void> {
  if (tx.viewer.kind !== 'link' || tx.viewer.subject !== id) return
  const until = new Date(startsAt.getTime() + 1)
  const found = await row<Found & { proposed: string | null }>(
    tx,
    sql`select s.*, p.proposed_starts_at::text as proposed
      from (${search(id, sql`true`, { from: startsAt, until })}) s, appointments p where p.id = ${id}`,
  )
  if (!found || new Date(found.proposed ?? Number.NaN).getTime() === startsAt.getTime()) return
  const whatever = { ...searchOf(found), now: new Date(0), taken: [] }
  if (freeSlots({ ...whatever, from: startsAt, until }).length === 0)
    refuseFields([{ path: 'startsAt', message: 'one of `freeSlots`, or the time that was proposed' }])
}

function searchOf(found: Found) {
  const { now, minutes, attendeeZone, counterpartZone, taken } = found
  return {
    minutes,
    attendeeZone,
    counterpartZone,
    now: new Date(now),
    taken: taken.map((span) => ({ startsAt: new Date(span.startsAt), endsAt: new Date(span.endsAt) })),
  }
}

/** Both sides' zones, and what the attendee has agreed to in a stretch of time. */
function search(appointmentId: string, seen: Sql, { from, until }: { from: Date; until: Date }) {
  return sql<Found>`select app_now() as now, a.minutes, a.starts_at as "presentStart", coalesce(c.time_zone, o.time_zone, 'UTC') as "attendeeZone",
      p.time_zone as "counterpartZone",
      (select coalesce(json_agg(json_build_object('startsAt', b.starts_at, 'endsAt', b.ends_at)), '[]') from appointments b
        where b.attendee_contact_id = a.attendee_contact_id and b.id <> a.id and b.status = 'CONFIRMED'
          and b.ends_at > ${from}::timestamptz and b.starts_at < ${until}::timestamptz + make_interval(mins => a.minutes)) as taken
    from appointments a join counterparts p on p.id = a.counterpart_id
      left join contacts c on c.id = a.attendee_contact_id left join organisations o on o.id = c.organisation_id
    where a.id = ${appointmentId} and ${seen}`
}
