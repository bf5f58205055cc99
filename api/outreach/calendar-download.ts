import { sql } from 'kysely'
import type { Ctx } from '../platform/context.js'
import { scopeOf } from '../platform/reading/declare.js'
import { inPlain } from '../platform/reading/plain.js'
import { predicate, viewerNow } from '../platform/reading/scope.js'
import { appointmentEntry, type CalendarFacts } from './appointment-calendar.js'
import { calendarFile } from './ics.js'

interface Found extends Omit<CalendarFacts, 'startsAt' | 'endsAt'> {
  readonly startsAt: string
  readonly endsAt: string
  readonly now: string
  readonly orderId: string
  readonly counterpartLocale: string | null
}

/**
 * A confirmed appointment as a file for the viewer's own calendar, in a language (a BCP-47 tag); null where it is not
 * confirmed, or the viewer may not see it. The file has the UID of those that are mailed, so that it is no second entry.
 */
export async function appointmentCalendar(
  ctx: Ctx,
  { appointmentId, locale }: { appointmentId: string; locale?: string | null },
): Promise<{ name: string; content: string } | null> {
  const [found] = await inPlain<Found>(ctx, statement(ctx, appointmentId))
  if (!found) return null
  const { publicUrl } = ctx.house.config
  const byLink = ctx.viewer.kind === 'link'
  const entry = appointmentEntry(
    { ...found, startsAt: new Date(found.startsAt), endsAt: new Date(found.endsAt) },
    {
      method: 'PUBLISH',
      side: byLink ? 'COUNTERPART' : 'BUYER',
      locale: locale ?? (byLink ? found.counterpartLocale : null) ?? 'en',
      writtenAt: new Date(found.now),
      page: byLink ? null : `${publicUrl}/portal/orders/${found.orderId}`,
      guests: [],
    },
    ctx.house.config,
  )
  return { name: 'appointment.ics', content: calendarFile(entry) }
}

function statement({ viewer }: Ctx, appointmentId: string) {
  const seen = scopeOf('Appointment')(sql.raw('a'), viewerNow(viewer))
  return sql<Found>`select a.id as "appointmentId", a.order_id as "orderId", s.name as service, p.name as counterpart,
      coalesce(c.name, '') as attendee, coalesce(o.name, '') as organisation, a.starts_at as "startsAt", a.ends_at as "endsAt",
      a.place, a.ics_sequence as sequence, app_now() as now, p.locale as "counterpartLocale"
    from appointments a join services s on s.id = a.service_id join counterparts p on p.id = a.counterpart_id
      left join contacts c on c.id = a.attendee_contact_id left join organisations o on o.id = c.organisation_id
    where a.id = ${appointmentId} and a.status = 'CONFIRMED' and ${predicate(seen)}`
}
