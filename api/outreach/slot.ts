import { Refusal, refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { NO_TWO_AT_ONCE } from './appointment.entity.js'
import type { AppointmentFacts } from './appointment.facts.js'

/** An appointment is agreed on at most so far ahead. */
const FURTHEST_DAYS = 180
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** A time that an appointment would take, from its start until before its end. */
export interface Slot {
  readonly startsAt: Date
  readonly endsAt: Date
}

type Wanted = Pick<AppointmentFacts, 'id' | 'minutes' | 'attendeeId'>

/** The time that an appointment takes when it begins then. @refuses SLOT_PAST, VALIDATION */
export function slotFrom(tx: Tx, startsAt: Date, { minutes }: Pick<Wanted, 'minutes'>): Slot {
  if (startsAt <= tx.now) throw new Refusal('SLOT_PAST', undefined, { startsAt: startsAt.toISOString() })
  if (startsAt.getTime() > tx.now.getTime() + FURTHEST_DAYS * DAY_MS)
    refuseFields([{ path: 'startsAt', message: `within ${FURTHEST_DAYS} days from now` }])
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * MINUTE_MS) }
}

/** Refuses a time at which whoever attends has another confirmed appointment. @refuses SLOT_TAKEN */
export async function refuseTaken(tx: Tx, of: Wanted, slot: Slot): Promise<void> {
  const other = await row<Slot>(
    tx,
    sql`select starts_at as "startsAt", ends_at as "endsAt" from appointments where attendee_contact_id = ${of.attendeeId} and id <> ${of.id}
      and status = 'CONFIRMED' and tstzrange(starts_at, ends_at) && tstzrange(${slot.startsAt}, ${slot.endsAt}) order by starts_at limit 1`,
  )
  if (other) throw taken({ startsAt: new Date(other.startsAt), endsAt: new Date(other.endsAt) })
}

/**
 * Takes a time for an appointment: what two take at the same moment the database gives to one of them, and refuses the
 * other. Whoever attends has one such moment at a time, so that two never wait for each other.
 * @refuses SLOT_TAKEN
 */
export async function takingSlot<T>(tx: Tx, id: string, take: () => Promise<T>): Promise<T> {
  await row(
    tx,
    sql`select id from streams where id = (select order_id from appointments where id = ${id}) for no key update`,
  )
  await row(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended('attendee:' || attendee_contact_id, 0)) from appointments where id = ${id}`,
  )
  try {
    return await take()
  } catch (error) {
    const other = takenBy(error)
    throw other ? taken(other) : error
  }
}

function taken({ startsAt, endsAt }: Slot): Refusal {
  const [takenFrom, takenUntil] = [startsAt.toISOString(), endsAt.toISOString()]
  return new Refusal('SLOT_TAKEN', undefined, { takenFrom, takenUntil })
}

/** PostgreSQL names the time that stands in the way: `existing key (…)=(con_…, ["2026-03-02 09:00:00+00","…"))`. */
const EXISTING = /existing key .*\["(?<from>[^"]+)","(?<until>[^"]+)"\)/

/** The appointment that stands in the way, where the database refused one for that. */
function takenBy(error: unknown): Slot | undefined {
  if (!(error instanceof Error)) return undefined
  const { constraint, detail } = error as { constraint?: unknown; detail?: unknown }
  if (constraint !== NO_TWO_AT_ONCE) return takenBy(error.cause)
  const { from, until } = EXISTING.exec(String(detail))?.groups ?? {}
  const moment = (text = '') => new Date(`${text.replace(' ', 'T')}:00`)
  return { startsAt: moment(from), endsAt: moment(until) }
}
