import type { OrderFacts, ReceiptFacts } from '../facts.js'
import type {
  AppointmentCancelledFacts,
  AppointmentFacts,
  AttemptFacts,
  ChangedFacts,
  GivenUpFacts,
  MissedFacts,
  OverdueFacts,
  RequestFacts,
  StartedFacts,
  UnconfirmedFacts,
} from '../outreach-facts.js'
import type { Recipient } from '../recipient.js'
import type { SampleTexts } from './english.js'
import { at } from './sample-facts.js'

const GIVE_UP_AT = at('2026-11-27T14:10:00Z')
const STARTS_AT = at('2026-12-02T10:00:00Z')

/** An appointment that was ordered, and all that can become of it. `publicUrl` is where the pages are. */
export function sampleAppointment(
  text: SampleTexts,
  order: OrderFacts,
  people: Readonly<Record<'buyer' | 'client' | 'counterpart', Recipient>>,
  publicUrl: string,
) {
  const begun = sampleBegun(text, order, people, publicUrl)
  const confirmed: AppointmentFacts = {
    ...begun,
    status: 'CONFIRMED',
    startsAt: STARTS_AT,
    endsAt: at('2026-12-02T10:45:00Z'),
    place: text.appointment.place,
    giveUpAt: null,
    sequence: 1,
    by: 'COUNTERPART',
    at: at('2026-11-25T08:20:00Z'),
  }
  return {
    receipt: sampleReceipt(text, order, begun),
    ...sampleOutreach(text, begun),
    confirmed,
    ...sampleChanges(text, confirmed),
    reminder: { ...confirmed, hours: 24, at: at('2026-12-01T10:00:00Z') },
    missed: { ...confirmed, closesAt: at('2026-12-04T11:00:00Z') } satisfies MissedFacts,
  }
}

/** From the first try to the last. */
function sampleOutreach(text: SampleTexts, begun: AppointmentFacts) {
  const otherTimes = [at('2026-12-08T08:00:00Z'), at('2026-12-09T08:30:00Z')]
  const tried = sampleTried(begun)
  const asked: AttemptFacts = {
    kind: 'TEXT',
    outcome: 'SENT',
    delivery: 'DELIVERED',
    at: at('2026-11-25T15:00:00Z'),
  }
  const withoutText = { ...tried, textSent: false, declined: false, otherTimes: [] }
  const unconfirmed = { ...withoutText, textSent: true, attempts: [...tried.attempts, asked] }
  return {
    started: { ...begun, why: 'BEGUN' } satisfies StartedFacts,
    tried,
    givenUp: { ...tried, status: 'UNREACHABLE', givenUp: 'NOT_REACHED' } satisfies GivenUpFacts,
    untried: { ...begun, status: 'UNREACHABLE' },
    withoutText: withoutText satisfies UnconfirmedFacts,
    unconfirmed: unconfirmed satisfies UnconfirmedFacts,
    declined: {
      ...withoutText,
      declined: true,
      reason: text.appointment.declined,
      otherTimes,
      by: 'COUNTERPART',
    } satisfies UnconfirmedFacts,
    request: { ...tried, ask: 'TIME', said: null, from: null } satisfies RequestFacts,
    overdue: {
      ...begun,
      status: 'PENDING',
      at: at('2026-11-24T14:32:02Z'),
      paidAt: at('2026-11-24T13:32:00Z'),
      dueAt: at('2026-11-24T14:32:00Z'),
    } satisfies OverdueFacts,
  }
}

/** Three attempts, and nobody reached. */
function sampleTried(begun: AppointmentFacts): AppointmentFacts {
  return {
    ...begun,
    at: at('2026-11-25T15:00:00Z'),
    attemptsMade: 3,
    attempts: [
      { kind: 'CALL', outcome: 'NO_ANSWER', delivery: null, at: at('2026-11-24T14:12:00Z') },
      { kind: 'MAIL', outcome: 'SENT', delivery: 'SENT', at: at('2026-11-24T14:15:00Z') },
      { kind: 'CALL', outcome: 'VOICEMAIL', delivery: null, at: at('2026-11-25T14:55:00Z') },
    ],
  }
}

/** Moved, proposed to be moved, called off. */
function sampleChanges(text: SampleTexts, confirmed: AppointmentFacts) {
  const newTime = { startsAt: at('2026-12-03T13:00:00Z'), endsAt: at('2026-12-03T13:45:00Z') }
  const moved: ChangedFacts = {
    ...confirmed,
    ...newTime,
    from: STARTS_AT,
    isProposal: false,
    sequence: 2,
    by: 'US',
    at: at('2026-11-30T09:00:00Z'),
  }
  const none = { startsAt: null, endsAt: null, proposedStartsAt: newTime.startsAt }
  const cancelled: AppointmentCancelledFacts = {
    ...confirmed,
    by: 'BUYER',
    reason: text.appointment.cancelled,
    wasAt: STARTS_AT,
    sequence: 2,
    refunded: false,
    at: at('2026-12-01T08:00:00Z'),
  }
  return {
    moved,
    proposed: { ...moved, ...none, isProposal: true } satisfies ChangedFacts,
    newTime: {
      ...confirmed,
      ...none,
      ask: 'NEW_TIME',
      said: null,
      from: STARTS_AT,
      by: 'BUYER',
    } satisfies RequestFacts,
    cancelled,
  }
}

/** Its order's receipt. */
function sampleReceipt(text: SampleTexts, order: OrderFacts, appointment: AppointmentFacts): ReceiptFacts {
  const line = { service: text.services.viewing, flow: 'APPOINTMENT', recipientId: null, recipient: null }
  return { ...order, lines: [line], dashboardContactId: null, appointment }
}

function sampleBegun(
  text: SampleTexts,
  { orderId, number, placedById, buyer, beneficiary }: OrderFacts,
  people: Readonly<Record<'buyer' | 'client' | 'counterpart', Recipient>>,
  publicUrl: string,
): AppointmentFacts {
  const { counterpart, client } = people
  return {
    orderId,
    number,
    appointmentId: 'apt_sample',
    service: text.services.viewing,
    placedById,
    placedBy: people.buyer.name,
    buyer,
    beneficiary,
    attendeeId: client.id,
    attendee: client.name,
    asks: text.business,
    ...sampleCounterpart(counterpart),
    answerHours: null,
    readers: [placedById, client.id],
    status: 'OUTREACH',
    minutes: 45,
    startsAt: null,
    endsAt: null,
    place: null,
    proposedStartsAt: null,
    attempts: [],
    attemptsMade: 0,
    attemptsAllowed: 5,
    giveUpAt: GIVE_UP_AT,
    sequence: 0,
    at: at('2026-11-24T14:10:00Z'),
    reason: null,
    by: 'US',
    calendarOf: { publicUrl, mailFrom: 'Waybill <no-reply@waybill.example>' },
  }
}

function sampleCounterpart({ id, name, email, timeZone }: Recipient) {
  return {
    counterpartId: id,
    counterpart: name,
    counterpartEmail: email,
    counterpartPhone: '+44 20 7946 0018',
    counterpartZone: timeZone,
    optedOut: false,
  }
}
