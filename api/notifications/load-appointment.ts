import { HOURS_IN_FORCE } from '../messages/answer-hours.js'
import { optedOut } from '../platform/texts/text-opt-outs.js'
import { ATTEMPTS_ALLOWED } from '../outreach/appointment.facts.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { AppointmentFacts, AttemptFacts } from './outreach-facts.js'
import { idIn, type ToldEvent } from './told-event.js'

type Moments = 'startsAt' | 'endsAt' | 'proposedStartsAt' | 'giveUpAt'
type FromEvent = 'at' | 'by' | 'attempts' | 'attemptsAllowed' | 'calendarOf'

interface Found
  extends Omit<AppointmentFacts, Moments | FromEvent>, Readonly<Record<Moments, string | null>> {
  readonly attempts: readonly (Omit<AttemptFacts, 'at'> & { readonly at: string })[]
}

/** The appointment on whose order's stream the event is, at the time of which the event tells; undefined where there is none. */
export async function appointmentFacts(tx: Tx, event: ToldEvent): Promise<AppointmentFacts | undefined> {
  const found = await find(tx, event)
  if (!found) return undefined
  const { startsAt, endsAt: _counted, ...told } = found
  const starts = moment(idIn(event, 'startsAt') ?? startsAt)
  const { publicUrl, mailFrom } = tx.house.config
  return {
    ...told,
    startsAt: starts,
    endsAt: starts && new Date(starts.getTime() + found.minutes * MINUTE_MS),
    proposedStartsAt: moment(found.proposedStartsAt),
    giveUpAt: moment(found.giveUpAt),
    attempts: found.attempts.map((attempt) => ({ ...attempt, at: new Date(attempt.at) })),
    attemptsAllowed: ATTEMPTS_ALLOWED,
    at: event.occurredAt,
    by: BY[event.actorKind] ?? 'SYSTEM',
    calendarOf: { publicUrl, mailFrom },
  }
}

const MINUTE_MS = 60_000
const BY: Readonly<Record<string, AppointmentFacts['by']>> = {
  member: 'BUYER',
  link: 'COUNTERPART',
  staff: 'US',
}

/** A moment as the database says it. */
export const moment = (at: string | null) => (at === null ? null : new Date(at))

function find(tx: Tx, event: ToldEvent): Promise<Found | undefined> {
  return row<Found>(
    tx,
    sql`select o.id as "orderId", o.number, a.id as "appointmentId", s.name as service, o.placed_by_contact_id as "placedById", placer.name as "placedBy",
        buyer.name as buyer, beneficiary.name as beneficiary, a.attendee_contact_id as "attendeeId", attendee.name as attendee, organisation.name as asks,
        p.id as "counterpartId", p.name as counterpart, p.email as "counterpartEmail", p.phone as "counterpartPhone", p.time_zone as "counterpartZone",
        ${optedOut(sql`p.phone`)} as "optedOut", ${readers()} as readers, a.status, a.minutes, a.starts_at as "startsAt", a.ends_at as "endsAt", a.place,
        a.proposed_starts_at as "proposedStartsAt", a.attempts_made as "attemptsMade", a.give_up_at as "giveUpAt", a.ics_sequence as sequence,
        ${attempts()} as attempts, ${sql.raw(HOURS_IN_FORCE)} as "answerHours", (select text from reasons where id = ${idIn(event, 'reasonId')}) as reason
      from appointments a join orders o on o.id = a.order_id join services s on s.id = a.service_id join contacts placer on placer.id = o.placed_by_contact_id
        join organisations buyer on buyer.id = o.buyer_id join organisations beneficiary on beneficiary.id = o.beneficiary_id
        join contacts attendee on attendee.id = a.attendee_contact_id join organisations organisation on organisation.id = attendee.organisation_id
        join counterparts p on p.id = a.counterpart_id
      where a.order_id = ${event.streamId}`,
  )
}

/** Contacts of members who see the order's page. */
function readers() {
  return sql`(select coalesce(json_agg(m.contact_id), '[]') from members m where m.status = 'ACTIVE' and m.organisation_id in (o.buyer_id, o.beneficiary_id))`
}

/** What was tried in this round, the newest last. */
function attempts() {
  return sql`(select coalesce(json_agg(json_build_object('kind', t.kind, 'outcome', t.outcome, 'delivery', t.delivery, 'at', t.made_at) order by t.made_at, t.id), '[]')
    from attempts t where t.appointment_id = a.id and t.round = a.round)`
}
