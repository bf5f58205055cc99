import { PRICE } from '../support/small-service.js'
import { actOnCharges, type ChargedLife, earnTheRest, giveBack, isDue, settleCharge } from './charged-life.js'
import type { Moment } from './kind.js'
import { DAY, HOUR, MINUTE, type Op, tryAgain } from './op.js'
import type { Entry } from './scripted-gateway.js'

/** A clock of ours: it stands still while the order is held. */
export interface Clock {
  readonly at: Moment
  readonly setAt: Moment
}

export interface Appointment {
  status:
    | 'PENDING'
    | 'OUTREACH'
    | 'FOLLOW_UP'
    | 'CONFIRMED'
    | 'ATTENDED'
    | 'NO_SHOW'
    | 'UNREACHABLE'
    | 'CANCELLED'
  /** In this round of outreach. */
  attempts: number
  /** Whether the buyer was told in this round that it is not confirmed. */
  unconfirmed: boolean
  giveUp: Clock | undefined
  startsAt: Moment | undefined
  /** Whether a time was ever agreed with this counterpart: then the buyer does not cancel alone. */
  agreed: boolean
  close: Clock | undefined
}

/** An appointment's whole life in one record: what the trade says must be true of it, and nothing of how. */
export interface AppointmentLife extends ChargedLife {
  status: 'AWAITING_PAYMENT' | 'OPEN' | 'ON_HOLD' | 'COMPLETED' | 'CANCELLED'
  heldSince: Moment | undefined
  /** Whether a time was ever agreed at all. */
  begun: boolean
  appointment: Appointment | undefined
  /** How what came of it is to be written, once it has ended. */
  ended: 'WELL' | 'BADLY' | undefined
}

/** An appointment's order as it is placed. */
export function newAppointmentLife(id: string, now: Moment): AppointmentLife {
  return {
    id,
    price: PRICE,
    ops: [],
    status: 'AWAITING_PAYMENT',
    payBy: now + 15 * MINUTE,
    heldSince: undefined,
    begun: false,
    appointment: undefined,
    ended: undefined,
    late: [],
    held: 0n,
    due: 0n,
    revenue: 0n,
    closed: false,
  }
}

/** What came of an operation, whoever brings it. */
export function settle(life: AppointmentLife, op: Op, outcome: Entry['outcome'], now: Moment): void {
  settleCharge(life, op, { outcome, now, open: () => open(life) })
}

function open(life: AppointmentLife): void {
  life.appointment = {
    status: 'PENDING',
    attempts: 0,
    unconfirmed: false,
    giveUp: undefined,
    startsAt: undefined,
    agreed: false,
    close: undefined,
  }
}

/** When a clock runs out, or ran out before the order was held; while it is held nothing more does. */
export function runsOut({ heldSince }: AppointmentLife, clock: Clock | undefined): Moment | undefined {
  return heldSince === undefined || (clock && clock.at <= heldSince) ? clock?.at : undefined
}

/** Outreach begins, or begins anew: 72 hours and five attempts. */
export function reachOut(appointment: Appointment, now: Moment): void {
  Object.assign(appointment, {
    status: 'OUTREACH',
    attempts: 0,
    unconfirmed: false,
    giveUp: { at: now + 72 * HOUR, setAt: now },
    startsAt: undefined,
    close: undefined,
  })
}

/** Somebody was called, texted or written to; the third time that leads to nobody is told, the fifth is the last. */
export function attempt(appointment: Appointment, reached: boolean): void {
  appointment.status = 'OUTREACH'
  appointment.attempts++
  if (appointment.attempts >= 5) appointment.status = 'UNREACHABLE'
  else if (appointment.attempts >= 3 && !reached && !appointment.unconfirmed) unconfirm(appointment)
}

/** It is said that it is not confirmed so far. */
export function unconfirm(appointment: Appointment): void {
  appointment.status = 'FOLLOW_UP'
  appointment.unconfirmed = true
}

/** A time is agreed. */
export function agreeOn(life: AppointmentLife, startsAt: Moment): void {
  Object.assign(life.appointment!, { status: 'CONFIRMED', startsAt, agreed: true })
  life.begun = true
}

/** It is over: nothing more comes of it, and the order settles unless it is held. */
export function end(life: AppointmentLife, how: 'WELL' | 'BADLY'): void {
  life.ended = how
  life.revenue += life.held
  life.held = 0n
  settleOrder(life)
}

/** An order that goes on is settled where its part has ended meanwhile. */
export function settleOrder(life: AppointmentLife): void {
  if (life.status !== 'OPEN' || !life.ended) return
  life.status = life.ended === 'WELL' ? 'COMPLETED' : 'CANCELLED'
  life.closed = true
}

/** It is called off: `back` goes to the buyer, the rest is earned. */
export function callOff(life: AppointmentLife, back: bigint): void {
  life.appointment!.status = 'CANCELLED'
  if (back > 0n) giveBack(life, back)
  end(life, 'BADLY')
}

/** Its order is called off as a whole. */
export function callOffOrder(life: AppointmentLife, back: bigint): void {
  life.status = 'CANCELLED'
  life.payBy = undefined
  life.heldSince = undefined
  if (back > 0n) giveBack(life, back)
  earnTheRest(life)
  if (!life.appointment || life.ended) return
  life.appointment.status = 'CANCELLED'
  life.ended = 'BADLY'
}

/** The order goes on: its clocks have what they had left. */
export function goOn(life: AppointmentLife, now: Moment): void {
  const { appointment, heldSince } = life
  life.status = 'OPEN'
  life.heldSince = undefined
  const later = (clock: Clock | undefined) =>
    clock && { at: clock.at + (now - Math.max(heldSince!, clock.setAt)), setAt: clock.setAt }
  if (appointment) {
    appointment.giveUp = later(appointment.giveUp)
    appointment.close = later(appointment.close)
  }
  settleOrder(life)
}

/** Everything that is due at a moment acts, as where a worker runs. */
export function actOnDue(life: AppointmentLife, now: Moment): void {
  const { appointment } = life
  if (appointment && life.status === 'OPEN') {
    if (reaching(appointment) && isDue(appointment.giveUp?.at, now)) appointment.status = 'UNREACHABLE'
    if (appointment.status === 'NO_SHOW' && isDue(appointment.close?.at, now)) close(life)
  }
  actOnCharges(life, now)
  tryAgain(life.ops, now)
}

/** Nobody tried again in time. */
export function close(life: AppointmentLife): void {
  life.appointment!.close = undefined
  end(life, 'WELL')
}

/** Whether our team is after somebody. */
export const reaching = ({ status }: Appointment) => status === 'OUTREACH' || status === 'FOLLOW_UP'

/** How long somebody who did not come may be asked again. */
export const TIME_TO_RETRY = 2 * DAY

const STAGES: Readonly<Record<Appointment['status'], string>> = {
  PENDING: 'OUTREACH',
  OUTREACH: 'OUTREACH',
  FOLLOW_UP: 'FOLLOW_UP',
  CONFIRMED: 'CONFIRMED',
  UNREACHABLE: 'UNREACHABLE',
  NO_SHOW: 'FOLLOW_UP',
  ATTENDED: 'CLOSED',
  CANCELLED: 'CLOSED',
}

/** What the appointment says of its order. */
export function stageOf({ status, appointment, ended }: AppointmentLife): string {
  if (status === 'AWAITING_PAYMENT') return 'AWAITING_PAYMENT'
  return ended || !appointment ? 'CLOSED' : STAGES[appointment.status]
}
