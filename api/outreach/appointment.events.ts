import type { EventSpec } from '../lib/machine.js'
import type { Tx } from '../platform/context.js'
import { record } from '../platform/events.js'
import type { AppointmentSide, AttemptDelivery, AttemptKind } from './attempt-words.js'

/** What happens to an appointment, on its order's stream, and who may read it on the feed. */
export const appointmentEvents = {
  'appointment.opened': {
    visibility: 'PARTIES',
    doc: 'It was paid: our team has the task to get in touch.',
  },
  'appointment.outreach-overdue': {
    visibility: 'STAFF',
    doc: 'Nobody has begun to get in touch within a working hour.',
  },
  'appointment.outreach-started': { visibility: 'PARTIES', doc: 'Our team has begun to get in touch.' },
  'appointment.attempt-made': {
    visibility: 'BUYER',
    doc: 'Our team called, texted or wrote to the counterpart.',
  },
  'appointment.attempt-fate': { visibility: 'STAFF', doc: 'What became of a text or a mail is known.' },
  'appointment.progress': {
    visibility: 'BUYER',
    doc: 'The buyer is told how it goes, once a day at most.',
  },
  'appointment.confirmed': { visibility: 'PARTIES', doc: 'A time is agreed.' },
  'appointment.declined': {
    visibility: 'PARTIES',
    doc: 'The counterpart declined, said why, and perhaps which times would suit.',
  },
  'appointment.unconfirmed': { visibility: 'PARTIES', doc: 'It could not be confirmed so far.' },
  'appointment.unconfirmed-told': {
    visibility: 'BUYER',
    doc: 'Whether the text that went with it was sent is known, or was waited for long enough.',
  },
  'appointment.unreachable': {
    visibility: 'PARTIES',
    doc: 'The counterpart could not be reached: the buyer chooses what to do.',
  },
  'appointment.counterpart-changed': { visibility: 'PARTIES', doc: 'It is with somebody else now.' },
  'appointment.rescheduled': { visibility: 'PARTIES', doc: 'It was moved to another time.' },
  'appointment.reschedule-proposed': {
    visibility: 'PARTIES',
    doc: 'Another time was proposed: the counterpart is asked.',
  },
  'appointment.attended': { visibility: 'PARTIES', doc: 'It took place.' },
  'appointment.no-show': { visibility: 'PARTIES', doc: 'It did not take place: somebody did not come.' },
  'appointment.retried': { visibility: 'PARTIES', doc: 'Our team tries again to agree on a time.' },
  'appointment.cancelled': { visibility: 'PARTIES', doc: 'It was cancelled.' },
  'appointment.reminder': { visibility: 'PARTIES', doc: 'It is near: everybody is reminded.' },
  'appointment.undecided': {
    visibility: 'STAFF',
    doc: 'Nothing was decided for long: our team looks at it.',
  },
  'appointment.closed': { visibility: 'PARTIES', doc: 'It was not tried again: it is closed.' },
  'appointment.link-requested': { visibility: 'STAFF', doc: 'The counterpart asked for a fresh link to it.' },
  'appointment.texts-stopped': {
    visibility: 'BUYER',
    doc: 'The counterpart wants no texts any more; said on the page of their link.',
  },
  'appointment.texts-allowed': { visibility: 'BUYER', doc: 'The counterpart takes texts again.' },
} as const satisfies Record<string, EventSpec>

type Nothing = Record<string, never>

/** What each of them carries. Moments are ISO 8601. `reasonId` names words in a row of their own, which can be erased. */
export interface AppointmentEventData {
  'appointment.opened': { lineId: string; counterpartId: string; outreachDueAt: string }
  'appointment.outreach-overdue': { outreachDueAt: string }
  'appointment.outreach-started': { giveUpAt: string }
  'appointment.attempt-made': { attemptId: string; kind: AttemptKind; number: number }
  'appointment.attempt-fate': { attemptId: string; kind: AttemptKind; delivery: AttemptDelivery }
  'appointment.progress': { attemptsMade: number }
  'appointment.confirmed': { startsAt: string }
  'appointment.declined': { reasonId: string; otherTimes: string[] }
  'appointment.unconfirmed': { attemptId: string | null }
  'appointment.unconfirmed-told': { textSent: boolean }
  'appointment.unreachable': { attemptsMade: number }
  'appointment.counterpart-changed': { before: string; counterpartId: string }
  'appointment.rescheduled': { from: string; startsAt: string }
  /** `from` is the time that was agreed before and holds no more. */
  'appointment.reschedule-proposed': { from: string; startsAt: string; by: AppointmentSide }
  'appointment.attended': { startsAt: string }
  'appointment.no-show': { startsAt: string; closesAt: string }
  'appointment.retried': Nothing
  /** `from` is the state it was in; `refund` what goes back to the buyer, in minor units, where a verb named it. */
  'appointment.cancelled': { from: string; reasonId?: string; refund?: string; currency?: string }
  'appointment.reminder': { hours: number; startsAt: string }
  'appointment.undecided': { status: string }
  'appointment.closed': Nothing
  'appointment.link-requested': { counterpartId: string }
  'appointment.texts-stopped': { counterpartId: string }
  'appointment.texts-allowed': { counterpartId: string }
}

/** Writes one of them, where no transition does. The order's stream is locked. */
export async function appointmentHappened<T extends keyof AppointmentEventData>(
  tx: Tx,
  of: { id: string; orderId: string },
  type: T,
  data: AppointmentEventData[T],
): Promise<void> {
  const { visibility } = appointmentEvents[type]
  await record(tx, { streamId: of.orderId, aggregateId: of.id, type, visibility, data: { ...data } })
}
