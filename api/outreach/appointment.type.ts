import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { Contact } from '../accounts/organisation.type.js'
import { Service } from '../catalogue/service.type.js'
import { Counterpart } from '../orders/counterpart.type.js'
import { Order } from '../orders/order.type.js'
import { Actions, Overdue } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Node } from '../platform/graphql/types.js'
import {
  Column,
  Computed,
  One,
  Page,
  Reading,
  throughParent,
  widenScope,
  within,
} from '../platform/reading/declare.js'
import { anyOf, type Scope, type Sql } from '../platform/reading/scope.js'
import { dueOf, isToDecide, sortedDue, sortedStart } from './appointment-due.js'
import { ATTEMPTS_ALLOWED } from './appointment.facts.js'
import { appointmentMachine } from './appointment.machine.js'
import { appointmentSides } from './attempt-words.js'
import { AttemptConnection } from './attempt.type.js'

export const AppointmentStatus = enumOf(
  'AppointmentStatus',
  'The state of an appointment.',
  appointmentMachine.states,
)
export const AppointmentSide = enumOf('AppointmentSide', 'Who proposed a time.', appointmentSides)

/** A link's holder sees the one appointment that it opens, for as long as it is with whom the link was made for. */
const byLink: Scope = (t, viewer) =>
  viewer.kind === 'link' &&
  sql`(${t}.id = ${viewer.subject} and ${t}.counterpart_id = (select made.contact_id from links made where made.id = ${viewer.id}))`

/** What our team and the buyer's side know of the work, and the counterpart does not. */
const notByLink: Scope = (_t, viewer) => viewer.kind !== 'link'

/** What the buyer and our team tell each other is not for whom it is, nor for the counterpart. */
const buyerAndTeam: Scope = (t, viewer) =>
  viewer.staff() || (viewer.kind === 'member' && sql`${t}.buyer_id = any(${viewer.organisations}::text[])`)

/** What the counterpart said to us is theirs, too. */
const saidByLink: Scope = (_t, viewer) => viewer.kind === 'link'

/** A counterpart sees what is known of themselves. */
widenScope('Counterpart', (t, viewer) => {
  const own = sql.raw('own')
  return (
    viewer.kind === 'link' &&
    sql`exists (select from appointments own where own.counterpart_id = ${t}.id and ${byLink(own, viewer)})`
  )
})

const ofOrder = (expression: (o: Sql) => Sql) => (t: Sql) =>
  sql`(select ${expression(sql.raw('o'))} from orders o where o.id = ${t}.order_id)`
const wordsOf = (column: string) => (t: Sql) =>
  sql`(select r.text from reasons r where r.id = ${t}.${sql.id(column)})`
const counterpartsOwn = (t: Sql) =>
  sql`(select concat_ws(' ', c.name, c.email, c.phone) from counterparts c where c.id = ${t}.counterpart_id)`

/** Whoever sees the order sees its appointment; a link's holder that one, and of its order nothing. */
@Reading({
  table: 'appointments',
  scope: anyOf([throughParent('Order', 'order_id'), byLink]),
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    status: { sql: (t) => sql`${t}.status`, type: 'text' },
    orderId: { sql: (t) => sql`${t}.order_id`, type: 'text' },
    attendeeId: { sql: (t) => sql`${t}.attendee_contact_id`, type: 'text' },
    dueAt: { sql: dueOf, type: 'timestamptz' },
    startsAt: { sql: (t) => sql`${t}.starts_at`, type: 'timestamptz' },
    toDecide: { sql: isToDecide, type: 'boolean' },
  },
  searched: within(
    (t) =>
      sql`concat_ws(' ', ${ofOrder((o) => sql`${o}.number`)(t)}, ${counterpartsOwn(t)}, (select s.name from services s where s.id = ${t}.service_id),
      (select g.name from organisations g where g.id = ${t}.buyer_id))`,
  ),
  sorts: {
    dueAt: { sql: sortedDue, type: 'timestamptz' },
    startsAt: { sql: sortedStart, type: 'timestamptz' },
    createdAt: { sql: (t) => sql`${t}.opened_at`, type: 'timestamptz' },
  },
  defaultSort: ['dueAt', 'ASC'],
})
@ObjectType({
  implements: Node,
  description: 'A time to be agreed at which somebody of the buyer’s side and an outside person meet.',
})
export class Appointment extends Node {
  @Column()
  @Field(() => AppointmentStatus, { description: 'Its state.' })
  status!: string

  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'Its order, where the viewer may see that.' })
  order!: Order | null

  @Column(ofOrder((o) => sql`${o}.number`))
  @Field(() => String, { description: 'The number of its order.' })
  orderNumber!: string

  @One({ from: 'service_id' }, notByLink)
  @Field(() => Service, {
    nullable: true,
    description: 'What was bought, as it is now; for the buyer’s side and the team.',
  })
  service!: Service | null

  @Column((t) => sql`(select s.name from services s where s.id = ${t}.service_id)`)
  @Field(() => String, { description: 'What that service is called.' })
  serviceName!: string

  @Column((t) => sql`(select g.name from organisations g where g.id = ${t}.buyer_id)`)
  @Field(() => String, { description: 'What the buyer is called.' })
  buyerName!: string

  @One({ from: 'counterpart_id' })
  @Field(() => Counterpart, { nullable: true, description: 'With whom it is.' })
  counterpart!: Counterpart | null

  @One({ from: 'attendee_contact_id' })
  @Field(() => Contact, { nullable: true, description: 'Who attends it, where the viewer may see them.' })
  attendee!: Contact | null

  @Column((t) => sql`(select c.name from contacts c where c.id = ${t}.attendee_contact_id)`)
  @Field(() => String, { description: 'The name of who attends it.' })
  attendeeName!: string

  @Column(
    (t) =>
      sql`(select coalesce(c.time_zone, g.time_zone) from contacts c join organisations g on g.id = c.organisation_id where c.id = ${t}.attendee_contact_id)`,
  )
  @Field(() => String, { description: 'The IANA time zone of who attends it.' })
  attendeeTimeZone!: string

  @Column((t) => sql`(select l.wishes from order_lines l where l.id = ${t}.line_id)`, { only: buyerAndTeam })
  @Field(() => String, {
    nullable: true,
    description: 'What the buyer wishes for it; for the buyer and the team.',
  })
  wishes!: string | null

  @Column()
  @Field(() => Int, { description: 'How many minutes it takes.' })
  minutes!: number

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it begins, once that is agreed.' })
  startsAt!: Date | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it ends.' })
  endsAt!: Date | null

  @Column()
  @Field(() => String, { nullable: true, description: 'Where, or by which means, they meet.' })
  place!: string | null

  @Page({ to: 'appointment_id' }, notByLink)
  @Field(() => AttemptConnection, {
    nullable: true,
    description: 'Every attempt to reach a counterpart, the newest first; for the buyer and the team.',
  })
  attempts!: object | null

  @Column(undefined, { only: notByLink })
  @Field(() => Int, {
    nullable: true,
    description: 'How many attempts were made since outreach began, or began anew.',
  })
  attemptsMade!: number | null

  @Computed({}, () => ATTEMPTS_ALLOWED, notByLink)
  @Field(() => Int, { nullable: true, description: 'After how many it is given up.' })
  attemptsAllowed!: number | null

  @Column((t) => sql`(case when ${t}.status in ('OUTREACH', 'FOLLOW_UP') then ${t}.give_up_at end)`, {
    only: notByLink,
  })
  @Field(() => DateTime, { nullable: true, description: 'When it is given up, if nobody is reached.' })
  giveUpAt!: Date | null

  @Column(dueOf, { only: notByLink })
  @Field(() => DateTime, {
    nullable: true,
    description: 'The moment that matters now, where there is one; for the buyer’s side and the team.',
  })
  dueAt!: Date | null

  @Overdue(appointmentMachine)
  @Field(() => Boolean, {
    description: 'Whether a deadline of its present state is over, whether or not anybody has acted on it.',
  })
  overdue!: boolean

  @Column(wordsOf('decline_reason_id'), { only: anyOf([buyerAndTeam, saidByLink]) })
  @Field(() => String, {
    nullable: true,
    description:
      'Why the counterpart declined, where they did since outreach began, or began anew; for them, the buyer and the team.',
  })
  declineReason!: string | null

  @Column()
  @Field(() => [DateTime], { description: 'Other times that would suit the counterpart, as they said.' })
  otherTimes!: Date[]

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'The time to which it is to be moved, while the counterpart is asked.',
  })
  proposedStartsAt!: Date | null

  @Column()
  @Field(() => AppointmentSide, { nullable: true, description: 'Who proposed that.' })
  proposedBy!: string | null

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when it may be tried again, where somebody did not come.',
  })
  closesAt!: Date | null

  @Column(wordsOf('reason_id'), { only: buyerAndTeam })
  @Field(() => String, {
    nullable: true,
    description: 'Why it was cancelled, where that was said; for the buyer and the team.',
  })
  cancelReason!: string | null

  @Column()
  @Field(() => Int, { description: 'Rises with every calendar entry of it: a newer one replaces an older.' })
  icsSequence!: number

  @Column()
  @Field(() => DateTime, { description: 'Since when our team has it to do.' })
  openedAt!: Date

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when a time has been agreed with its counterpart.',
  })
  confirmedAt!: Date | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null

  @Actions(appointmentMachine)
  @Field(() => [Action], { description: 'What the viewer may do to it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change of state: give it as `expectedVersion`.' })
  version!: number
}

export const AppointmentConnection = connectionOf(Appointment)
