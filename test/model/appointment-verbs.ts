import { randomUUID } from 'node:crypto'
import type { AppointmentVerb } from './appointment-kind.js'
import {
  type AppointmentLife,
  agreeOn,
  attempt,
  callOff,
  callOffOrder,
  close,
  end,
  goOn,
  reachOut,
  runsOut,
  TIME_TO_RETRY,
  unconfirm,
} from './appointment-life.js'
import { pay, paymentTimeOver } from './charged-life.js'
import { DAY, HOUR, liveOf } from './op.js'
import { payOrder } from './pay-order.js'

const order = { on: 'order' } as const
const appointment = { on: 'appointment' } as const

/** A verb with its key and what else it takes, as GraphQL. */
const verb =
  (name: string, more = '', on: 'order' | 'appointment' = 'appointment'): AppointmentVerb['ask'] =>
  (ids) => [
    `mutation($id: ID!, $k: String!) { ${name}(id: $id, idempotencyKey: $k${more}) { id } }`,
    { id: ids[on], k: randomUUID() },
  ]

/** What an admin names: nothing, half, all, or more than there is. */
const named = ({ held }: AppointmentLife, pick: number) => [0n, held / 2n, held, held + 1n][pick % 4]!

/** A time at which somebody on UTC has time on a working day, two to eleven days from now; the same for the same whim. */
export function timeFor(pick: number, now: number): number {
  const day = new Date(now + (2 + (pick % 8)) * DAY)
  while (day.getUTCDay() % 6 === 0) day.setTime(day.getTime() + DAY)
  return day.setUTCHours(9 + (pick % 7), 0, 0, 0)
}

/** Now and then a time that is over. */
const isPast = (pick: number) => pick % 9 === 0
const wanted = (pick: number, now: number) => (isPast(pick) ? now - HOUR : timeFor(pick, now))

const onTime = (name: string, more = ''): AppointmentVerb['ask'] => {
  return (ids, { who, pick }, _life, now) => [
    `mutation($id: ID!, $s: DateTime!, $k: String!) { ${name}(id: $id, startsAt: $s, idempotencyKey: $k${more}) { id } }`,
    {
      id: ids.appointment,
      s: new Date(who === 'counterpart' ? timeFor(pick, now) : wanted(pick, now)).toISOString(),
      k: randomUUID(),
    },
  ]
}

const ATTEMPTS = [
  ['kind: CALL, outcome: NO_ANSWER', false],
  ['kind: TEXT', false],
  ['kind: MAIL', false],
  ['kind: CALL, outcome: TALKED', true],
] as const

const giveUpAt = (life: AppointmentLife) => runsOut(life, life.appointment?.giveUp)
/** What is late does not come about while the order is held. */
const unlessHeld = (comesAbout: (life: AppointmentLife) => void) => (life: AppointmentLife) =>
  life.status === 'ON_HOLD' ? undefined : comesAbout(life)
const giveUp = unlessHeld((life) => void (life.appointment!.status = 'UNREACHABLE'))

/** What is done to the order of an appointment. */
export const orderVerbs = {
  payOrder: payOrder(pay, paymentTimeOver),
  cancelOrder: {
    ...order,
    by: ['buyer', 'admin'],
    from: ['AWAITING_PAYMENT', 'OPEN', 'ON_HOLD'],
    unless: (life, { who, pick }) => {
      if (liveOf(life, 'PAYMENT')) return 'PAYMENT_IN_PROGRESS'
      if (who === 'buyer') return life.begun ? 'WORK_HAS_BEGUN' : undefined
      return named(life, pick) > life.held ? 'AMOUNT_EXCEEDED' : undefined
    },
    apply: (life, { who, pick }) => callOffOrder(life, who === 'buyer' ? life.held : named(life, pick)),
    ask: ({ order: id }, { who, pick }, life) => [
      'mutation($id: ID!, $k: String!, $r: BigInt) { cancelOrder(id: $id, idempotencyKey: $k, reason: "We go another way.", refund: $r) { id } }',
      { id, k: randomUUID(), r: who === 'admin' ? String(named(life, pick)) : undefined },
    ],
  },
  holdOrder: {
    ...order,
    by: ['admin'],
    from: ['OPEN'],
    apply: (life, _whim, now) => Object.assign(life, { status: 'ON_HOLD', heldSince: now }),
    ask: verb('holdOrder', ', reason: "The buyer moves house."', 'order'),
  },
  resumeOrder: {
    ...order,
    by: ['admin'],
    from: ['ON_HOLD'],
    apply: (life, _whim, now) => goOn(life, now),
    ask: verb('resumeOrder', '', 'order'),
  },
} satisfies Record<string, AppointmentVerb>

/** How our team and the counterpart come to a time, or do not. */
export const outreachVerbs = {
  startOutreach: {
    ...appointment,
    by: ['support', 'admin'],
    from: ['PENDING'],
    apply: (life, _whim, now) => reachOut(life.appointment!, now),
    ask: verb('startOutreach'),
  },
  recordAttempt: {
    ...appointment,
    by: ['support', 'admin'],
    from: ['OUTREACH', 'FOLLOW_UP'],
    before: giveUpAt,
    whenLate: giveUp,
    apply: (life, { pick }) => attempt(life.appointment!, ATTEMPTS[pick % 4]![1]),
    ask: (ids, whim, life, now) =>
      verb('recordAttempt', `, ${ATTEMPTS[whim.pick % 4]![0]}`)(ids, whim, life, now),
  },
  markUnconfirmed: {
    ...appointment,
    by: ['support', 'admin'],
    from: ['OUTREACH'],
    before: giveUpAt,
    whenLate: giveUp,
    apply: (life) => unconfirm(life.appointment!),
    ask: verb('markUnconfirmed'),
  },
  confirmAppointment: {
    ...appointment,
    by: ['support', 'admin', 'counterpart'],
    from: ['OUTREACH', 'FOLLOW_UP', 'UNREACHABLE'],
    unless: (_life, { who, pick }) => (who !== 'counterpart' && isPast(pick) ? 'SLOT_PAST' : undefined),
    apply: (life, { pick }, now) => agreeOn(life, timeFor(pick, now)),
    ask: onTime('confirmAppointment'),
  },
  declineAppointment: {
    ...appointment,
    by: ['counterpart'],
    from: ['OUTREACH', 'FOLLOW_UP'],
    before: giveUpAt,
    whenLate: giveUp,
    apply: (life) => void (life.appointment!.status = 'FOLLOW_UP'),
    ask: verb('declineAppointment', ', reason: "Not this month."'),
  },
  changeCounterpart: {
    ...appointment,
    by: ['buyer', 'support', 'admin'],
    from: ['UNREACHABLE', 'FOLLOW_UP'],
    apply: (life, _whim, now) => {
      reachOut(life.appointment!, now)
      life.appointment!.agreed = false
    },
    ask: verb(
      'changeCounterpart',
      ', counterpart: { name: "Pat Small", email: "pat@small.test", phone: "+4930901822", timeZone: "UTC" }',
    ),
  },
} satisfies Record<string, AppointmentVerb>

/** What becomes of a time that was agreed on. */
export const meetingVerbs = {
  rescheduleAppointment: {
    ...appointment,
    by: ['buyer', 'counterpart', 'support', 'admin'],
    from: ['CONFIRMED'],
    unless: ({ appointment: a }, { who, pick }, now) => {
      if (who !== 'support' && who !== 'admin' && now >= a!.startsAt!) return 'INVALID_TRANSITION'
      const time = who === 'counterpart' ? timeFor(pick, now) : wanted(pick, now)
      if (time === a!.startsAt) return 'VALIDATION'
      return time <= now ? 'SLOT_PAST' : undefined
    },
    apply: (life, { who, pick }, now) => {
      if (who === 'counterpart') agreeOn(life, timeFor(pick, now))
      else reachOut(life.appointment!, now)
    },
    ask: onTime('rescheduleAppointment'),
  },
  markAttended: {
    ...appointment,
    by: ['support', 'admin'],
    from: ['CONFIRMED'],
    unless: ({ appointment: a }, _whim, now) => (now < a!.startsAt! ? 'NOT_STARTED_YET' : undefined),
    apply: (life) => {
      life.appointment!.status = 'ATTENDED'
      end(life, 'WELL')
    },
    ask: verb('markAttended'),
  },
  markNoShow: {
    ...appointment,
    by: ['support', 'admin'],
    from: ['CONFIRMED'],
    unless: ({ appointment: a }, _whim, now) => (now < a!.startsAt! ? 'NOT_STARTED_YET' : undefined),
    apply: ({ appointment: a }, _whim, now) =>
      Object.assign(a!, { status: 'NO_SHOW', close: { at: now + TIME_TO_RETRY, setAt: now } }),
    ask: verb('markNoShow'),
  },
  retryAppointment: {
    ...appointment,
    by: ['support', 'admin'],
    from: ['NO_SHOW'],
    before: (life) => runsOut(life, life.appointment?.close),
    whenLate: unlessHeld(close),
    unless: ({ ended }) => (ended ? 'INVALID_TRANSITION' : undefined),
    apply: (life, _whim, now) => reachOut(life.appointment!, now),
    ask: verb('retryAppointment'),
  },
  cancelAppointment: {
    ...appointment,
    by: ['buyer', 'support', 'admin'],
    from: ['PENDING', 'OUTREACH', 'FOLLOW_UP', 'CONFIRMED', 'UNREACHABLE'],
    unless: (life, { who, pick }) => {
      if (!isFirm(life)) return undefined
      if (who !== 'admin') return 'WORK_HAS_BEGUN'
      return named(life, pick) > life.held ? 'AMOUNT_EXCEEDED' : undefined
    },
    apply: (life, { pick }) => callOff(life, isFirm(life) ? named(life, pick) : life.held),
    ask: ({ appointment: id }, { pick }, life) => [
      'mutation($id: ID!, $k: String!, $r: BigInt) { cancelAppointment(id: $id, idempotencyKey: $k, reason: "It is sold.", refund: $r) { id } }',
      { id, k: randomUUID(), r: life.appointment && isFirm(life) ? String(named(life, pick)) : undefined },
    ],
  },
} satisfies Record<string, AppointmentVerb>

/** Whether a time had been agreed with them, and they can be reached. */
const isFirm = ({ appointment: a }: AppointmentLife) => a!.agreed && a!.status !== 'UNREACHABLE'
