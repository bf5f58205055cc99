import { compareAppointment } from './appointment-compare.js'
import {
  actOnDue,
  type Appointment,
  type AppointmentLife,
  newAppointmentLife,
  runsOut,
  settle,
} from './appointment-life.js'
import { meetingVerbs, orderVerbs, outreachVerbs } from './appointment-verbs.js'
import type { Kind, Turn } from './kind.js'
import type { Step } from './steps.js'
import type { Verb } from './verb.js'

/** What stands where, for a verb to name: ids that the program gave. */
export interface AppointmentIds {
  readonly order: string
  readonly appointment: string | undefined
}

export type AppointmentVerb = Verb<AppointmentLife, AppointmentIds>

/** The order of one appointment, from the checkout until it took place, or will not. */
export const appointmentKind: Kind<AppointmentLife, AppointmentIds> = {
  verbs: { ...orderVerbs, ...outreachVerbs, ...meetingVerbs },
  async begin(rig) {
    const order = await rig.placeAppointment()
    const now = (await rig.now()).getTime()
    return { life: newAppointmentLife(order, now), ids: { order, appointment: undefined } }
  },
  stateOf: (life, on) => (on === 'order' ? life.status : life.appointment?.status),
  /** Who belongs to another organisation sees none of it, and is told so where its members may ask at all. */
  strange: (_life, verb, { who }) =>
    (who === 'recipient' || who === 'channel') && verb.by.includes('buyer') ? 'NOT_FOUND' : undefined,
  forward,
  settle,
  actOnDue,
  moments: (life) => [
    life.payBy,
    runsOut(life, life.appointment?.giveUp),
    runsOut(life, life.appointment?.close),
    life.appointment?.startsAt,
    ...life.ops.map((op) => op.retryAt),
  ],
  compare: compareAppointment,
}

const FORWARD: Readonly<Record<Appointment['status'], readonly [string, Step['who']][]>> = {
  PENDING: [['startOutreach', 'support']],
  OUTREACH: [
    ['recordAttempt', 'support'],
    ['confirmAppointment', 'counterpart'],
    ['markUnconfirmed', 'support'],
    ['declineAppointment', 'counterpart'],
    ['confirmAppointment', 'support'],
  ],
  FOLLOW_UP: [
    ['recordAttempt', 'support'],
    ['confirmAppointment', 'counterpart'],
    ['changeCounterpart', 'buyer'],
  ],
  CONFIRMED: [
    ['to-deadline', 'support'],
    ['markAttended', 'support'],
    ['markNoShow', 'support'],
    ['rescheduleAppointment', 'buyer'],
    ['rescheduleAppointment', 'counterpart'],
  ],
  UNREACHABLE: [
    ['changeCounterpart', 'buyer'],
    ['confirmAppointment', 'support'],
  ],
  NO_SHOW: [
    ['retryAppointment', 'support'],
    ['to-deadline', 'support'],
    ['act', 'support'],
  ],
  ATTENDED: [],
  CANCELLED: [],
}

function forward(life: AppointmentLife, { pick }: Step): Turn | undefined {
  if (life.status === 'AWAITING_PAYMENT') return { what: 'payOrder', who: 'buyer' }
  if (life.status === 'ON_HOLD') return { what: 'resumeOrder', who: 'admin' }
  if (!life.appointment || life.ended) return undefined
  const ways = FORWARD[life.appointment.status]
  const [what, who] = ways[pick % ways.length]!
  return { what, who }
}
