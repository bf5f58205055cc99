import { defineEntity, p } from '@mikro-orm/postgresql'
import { ContactEntity, OrganisationEntity } from '../accounts/organisation.entity.js'
import { ServiceEntity } from '../catalogue/catalogue.entity.js'
import { CounterpartEntity } from '../orders/counterpart.entity.js'
import { OrderEntity, OrderLineEntity } from '../orders/order.entity.js'
import { DUE_INDEX, START_INDEX } from './appointment-due.js'
import { appointmentMachine } from './appointment.machine.js'
import {
  appointmentSides,
  type AttemptDelivery,
  attemptDeliveries,
  type AttemptKind,
  attemptKinds,
  type AttemptOutcome,
  attemptOutcomes,
} from './attempt-words.js'

const listed = (values: object) =>
  Object.keys(values)
    .map((value) => `'${value}'`)
    .join(', ')

/** Nobody attends two confirmed appointments at once: the database's own word on it. */
export const NO_TWO_AT_ONCE = 'appointments_no_two_at_once'

/** What outreach tries to confirm: the part that an APPOINTMENT line becomes. */
export const AppointmentEntity = defineEntity({
  name: 'Appointment',
  tableName: 'appointments',
  properties: {
    id: p.text().primary(),
    orderId: () => p.oneToOne(OrderEntity).mapToPk().joinColumn('order_id').owner().unique(),
    lineId: () => p.oneToOne(OrderLineEntity).mapToPk().joinColumn('line_id').owner().unique(),
    serviceId: () => p.manyToOne(ServiceEntity).mapToPk().joinColumn('service_id'),
    buyerId: () => p.manyToOne(OrganisationEntity).mapToPk().joinColumn('buyer_id'),
    /** Whom it is with now; somebody else may have been asked before. */
    counterpartId: () => p.manyToOne(CounterpartEntity).mapToPk().joinColumn('counterpart_id'),
    attendeeContactId: () => p.manyToOne(ContactEntity).mapToPk().joinColumn('attendee_contact_id'),
    status: p.text(),
    version: p.integer().default(1),
    minutes: p.integer(),
    openedAt: p.datetime(),
    outreachDueAt: p.datetime(),
    /** Each time outreach begins anew it is another round, with attempts of its own. */
    round: p.integer().default(1),
    attemptsMade: p.integer().default(0),
    giveUpAt: p.datetime().nullable(),
    /** When the buyer was last told how it goes: that outreach begins, or begins anew, says so, too. */
    progressAt: p.datetime().nullable(),
    /** The last round in which it was marked as not confirmed. */
    unconfirmedRound: p.integer().default(0),
    /** The text that went with that mark, while its fate is not known, and until when that is waited for. */
    awaitedAttemptId: p.text().nullable(),
    noticeAt: p.datetime().nullable(),
    /** That they declined in this round; the words are in rows of their own, as everywhere. */
    declineReasonId: p.text().nullable(),
    /** Times that would suit the counterpart, as ISO 8601. */
    otherTimes: p.json<string[]>(),
    proposedStartsAt: p.datetime().nullable(),
    proposedBy: p.text().nullable(),
    startsAt: p.datetime().nullable(),
    endsAt: p.datetime().nullable(),
    place: p.text().nullable(),
    /** When the present time was agreed: reminders that would have been due before are not sent. */
    agreedAt: p.datetime().nullable(),
    /** Since when a time had been agreed with this counterpart, be it another one. */
    confirmedAt: p.datetime().nullable(),
    icsSequence: p.integer().default(0),
    undecidedAt: p.datetime().nullable(),
    closesAt: p.datetime().nullable(),
    /** The words with which it was cancelled. */
    reasonId: p.text().nullable(),
    endedAt: p.datetime().nullable(),
    /** When its counterpart last asked for a fresh link, in real time. */
    linkRequestedAt: p.datetime().nullable(),
  },
  indexes: [
    { properties: ['openedAt', 'id'] },
    { properties: ['status', 'openedAt', 'id'] },
    { properties: ['counterpartId'] },
    { properties: ['attendeeContactId', 'startsAt'] },
    { properties: ['buyerId'] },
    {
      name: 'appointments_due',
      expression: `create index "appointments_due" on "appointments" ((${DUE_INDEX}), "id")`,
    },
    {
      name: 'appointments_start',
      expression: `create index "appointments_start" on "appointments" ((${START_INDEX}), "id")`,
    },
  ],
  checks: [
    {
      name: NO_TWO_AT_ONCE,
      expression: `exclude using gist (attendee_contact_id with =, tstzrange(starts_at, ends_at) with &&) where (status = 'CONFIRMED')`,
    },
    { name: 'appointments_status_known', expression: `status in (${listed(appointmentMachine.states)})` },
    { name: 'appointments_proposed_by', expression: `proposed_by in (${listed(appointmentSides)})` },
    {
      name: 'appointments_proposal_whole',
      expression: '(proposed_by is null) = (proposed_starts_at is null)',
    },
    {
      name: 'appointments_time_whole',
      expression: '(starts_at is null) = (ends_at is null) and (starts_at is null or ends_at > starts_at)',
    },
    {
      name: 'appointments_confirmed_for_a_time',
      expression: `status in ('PENDING', 'OUTREACH', 'FOLLOW_UP', 'UNREACHABLE', 'CANCELLED') or starts_at is not null`,
    },
    {
      name: 'appointments_ended_at',
      expression: `case when status in ('ATTENDED', 'CANCELLED') then ended_at is not null when status = 'NO_SHOW' then closes_at is not null else ended_at is null end`,
    },
  ],
})

/** A call, a text or a mail to a counterpart. */
export const AttemptEntity = defineEntity({
  name: 'Attempt',
  tableName: 'attempts',
  properties: {
    id: p.text().primary(),
    appointmentId: () => p.manyToOne(AppointmentEntity).mapToPk().joinColumn('appointment_id'),
    counterpartId: () => p.manyToOne(CounterpartEntity).mapToPk().joinColumn('counterpart_id'),
    round: p.integer(),
    /** The how-manieth of its round, from 1; null for the text that goes with the mark that it is not confirmed. */
    number: p.integer().nullable(),
    kind: p.text().$type<AttemptKind>(),
    outcome: p.text().$type<AttemptOutcome>(),
    noteId: p.text().nullable(),
    /** The words of a text or a mail, where they are not those of a template. */
    textId: p.text().nullable(),
    madeAt: p.datetime(),
    /** A user, or the name of a part of the system. */
    madeBy: p.text(),
    delivery: p.text().$type<AttemptDelivery>().nullable(),
  },
  indexes: [{ properties: ['appointmentId', 'madeAt', 'id'] }, { properties: ['madeBy'] }],
  checks: [
    { name: 'attempts_kind_known', expression: `kind in (${listed(attemptKinds)})` },
    { name: 'attempts_outcome_known', expression: `outcome in (${listed(attemptOutcomes)})` },
    { name: 'attempts_delivery_known', expression: `delivery in (${listed(attemptDeliveries)})` },
    {
      name: 'attempts_sent_or_called',
      expression: `(kind = 'CALL') = (delivery is null) and (kind = 'CALL') = (outcome <> 'SENT')`,
    },
  ],
})

export const outreachEntities = [AppointmentEntity, AttemptEntity]
