import { type GivenUpWhy, givenUpWhy } from '../outreach/given-up.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { appointmentFacts, moment } from './load-appointment.js'
import type {
  AppointmentCancelledFacts,
  AppointmentFacts,
  AppointmentReminderFacts,
  ChangedFacts,
  GivenUpFacts,
  MissedFacts,
  OverdueFacts,
  RequestFacts,
  StartedFacts,
  UnconfirmedFacts,
} from './outreach-facts.js'
import { idIn, type ToldEvent } from './told-event.js'

type Loaded<F> = Promise<F | undefined>

const BEGINNINGS: Readonly<Record<string, StartedFacts['why']>> = {
  'appointment.counterpart-changed': 'OTHER_PERSON',
  'appointment.retried': 'AGAIN',
}

/** Outreach that has begun, or begins anew. */
export async function startedFacts(tx: Tx, event: ToldEvent): Loaded<StartedFacts> {
  const appointment = await appointmentFacts(tx, event)
  return appointment && { ...appointment, why: BEGINNINGS[event.type] ?? 'BEGUN' }
}

/** Outreach that still goes on; undefined where it was confirmed or given up meanwhile. */
export async function openFacts(tx: Tx, event: ToldEvent): Loaded<AppointmentFacts> {
  const appointment = await appointmentFacts(tx, event)
  return appointment && isOpen(appointment) ? appointment : undefined
}

const isOpen = ({ status }: AppointmentFacts) => status === 'OUTREACH' || status === 'FOLLOW_UP'

/** A mail among the attempts, with the words that our team chose for it; undefined for calls and texts. */
export async function requestFacts(tx: Tx, event: ToldEvent): Loaded<RequestFacts> {
  if (event.data['kind'] !== 'MAIL') return undefined
  const appointment = await appointmentFacts(tx, event)
  const attempt = await row<{ said: string | null }>(
    tx,
    sql`select r.text as said from attempts t left join reasons r on r.id = t.text_id where t.id = ${idIn(event, 'attemptId')}`,
  )
  return appointment && { ...appointment, ask: 'TIME', said: attempt?.said ?? null, from: null }
}

/** Another time that the counterpart must agree to. */
export async function newTimeFacts(tx: Tx, event: ToldEvent): Loaded<RequestFacts> {
  const proposal = await proposalFacts(tx, event)
  return proposal && { ...proposal, ask: 'NEW_TIME', said: null }
}

/** A fresh link, for whoever asked for one. */
export async function freshLinkFacts(tx: Tx, event: ToldEvent): Loaded<RequestFacts> {
  const appointment = await appointmentFacts(tx, event)
  return appointment && { ...appointment, ask: 'FRESH_LINK', said: null, from: null }
}

/** What became of the text that went with the mark; undefined where it was confirmed meanwhile. */
export async function unconfirmedFacts(tx: Tx, event: ToldEvent): Loaded<UnconfirmedFacts> {
  const appointment = await openFacts(tx, event)
  const textSent = event.data['textSent'] === true
  return appointment && { ...appointment, textSent, declined: false, otherTimes: [] }
}

/** The counterpart has said no, and perhaps which times would do. */
export async function declinedFacts(tx: Tx, event: ToldEvent): Loaded<UnconfirmedFacts> {
  const appointment = await openFacts(tx, event)
  const times = event.data['otherTimes']
  const otherTimes = Array.isArray(times) ? times.map((time) => new Date(String(time))) : []
  return appointment && { ...appointment, textSent: false, declined: true, otherTimes }
}

/** Outreach was given up, and why; undefined where the buyer has chosen meanwhile. */
export async function givenUpFacts(tx: Tx, event: ToldEvent): Loaded<GivenUpFacts> {
  const appointment = await appointmentFacts(tx, event)
  if (appointment?.status !== 'UNREACHABLE') return undefined
  const found = await row<{ why: GivenUpWhy }>(
    tx,
    sql`select ${sql.raw(givenUpWhy('a'))} as why from appointments a where a.id = ${appointment.appointmentId}`,
  )
  return found && { ...appointment, givenUp: found.why }
}

/** Another time stands. */
export async function changedFacts(tx: Tx, event: ToldEvent): Loaded<ChangedFacts> {
  const appointment = await appointmentFacts(tx, event)
  return appointment && { ...appointment, from: moment(idIn(event, 'from')), isProposal: false }
}

/** Another time is proposed, and none stands; undefined where it was agreed on meanwhile. */
export async function proposalFacts(tx: Tx, event: ToldEvent): Loaded<ChangedFacts> {
  const appointment = await openFacts(tx, event)
  if (!appointment) return undefined
  const { startsAt: proposedStartsAt } = appointment
  const none = { startsAt: null, endsAt: null, proposedStartsAt }
  return { ...appointment, ...none, from: moment(idIn(event, 'from')), isProposal: true }
}

/** What was called off, and whether it had a time. */
export async function cancelledAppointment(tx: Tx, event: ToldEvent): Loaded<AppointmentCancelledFacts> {
  const appointment = await appointmentFacts(tx, event)
  if (!appointment) return undefined
  const wasAt = event.data['from'] === 'CONFIRMED' ? appointment.startsAt : null
  return { ...appointment, wasAt, refunded: idIn(event, 'refund') !== '0' }
}

/** The appointment with somebody else than whoever was asked before, as that person hears of it. */
export async function noLongerAsked(tx: Tx, event: ToldEvent): Loaded<AppointmentCancelledFacts> {
  const appointment = await appointmentFacts(tx, event)
  const before = idIn(event, 'before')
  const [former, now] = await rows<{ name: string; email: string | null }>(
    tx,
    sql`select name, email from counterparts where id = any(${[before, appointment?.counterpartId]}::text[]) order by id <> ${before}`,
  )
  if (!appointment || before === null || !former || former.email === now?.email) return undefined
  const nothing = { wasAt: null, startsAt: null, endsAt: null, place: null, refunded: false }
  return { ...appointment, ...nothing, counterpartId: before, counterpart: former.name }
}

/** It is near; undefined where it was moved or called off meanwhile. */
export async function reminderFacts(tx: Tx, event: ToldEvent): Loaded<AppointmentReminderFacts> {
  const appointment = await appointmentFacts(tx, event)
  if (appointment?.status !== 'CONFIRMED') return undefined
  return { ...appointment, hours: Number(event.data['hours']) }
}

/** It did not take place, and when it is closed. */
export async function missedFacts(tx: Tx, event: ToldEvent): Loaded<MissedFacts> {
  const appointment = await appointmentFacts(tx, event)
  const closesAt = moment(idIn(event, 'closesAt'))
  return appointment && closesAt ? { ...appointment, closesAt } : undefined
}

/** Nobody has begun; undefined where somebody has meanwhile. */
export async function overdueFacts(tx: Tx, event: ToldEvent): Loaded<OverdueFacts> {
  const appointment = await appointmentFacts(tx, event)
  if (appointment?.status !== 'PENDING') return undefined
  const paid = await row<{ paidAt: Date }>(
    tx,
    sql`select coalesce(paid_at, placed_at) as "paidAt" from orders where id = ${event.streamId}`,
  )
  const dueAt = moment(idIn(event, 'outreachDueAt')) ?? event.occurredAt
  return { ...appointment, paidAt: new Date(paid?.paidAt ?? event.occurredAt), dueAt }
}
