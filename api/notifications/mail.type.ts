import { sql } from 'kysely'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { Contact } from '../accounts/organisation.type.js'
import { fact } from '../lib/facts.js'
import { isStaff } from '../lib/viewer.js'
import { Order } from '../orders/order.type.js'
import { BooleanFilter, enumFilter, IdFilter, TextFilter } from '../platform/graphql/args.js'
import { enumOf, SortDirection } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { connectionOf, Node } from '../platform/graphql/types.js'
import { Column, Computed, One, Reading, throughParent } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { ABOUT_MONEY, WITH_AMOUNTS } from './mail-kinds.js'
import { mailStates } from './mail.entity.js'
import { calendarPart, type KeptCalendar } from './mail-calendar.js'
import { asShown } from './mailroom.js'
import { needsSomebody } from './needs-somebody.js'
import { CAN_BE_RESENT } from './resend-mail.js'

export const MailState = enumOf('MailState', 'What becomes of a mail.', mailStates)

const listed = (templates: readonly string[]) => sql.lit(`{${templates.join()}}`)

/** Members see which mails of an order went to their own people; what they said is in their mailbox. */
const ownPeoples: Scope = (t, viewer) =>
  viewer.kind === 'member' &&
  sql`(${t}.order_id is not null and exists (select from contacts own where own.id = ${t}.recipient_id and own.organisation_id = any(${viewer.organisations}::text[])))`

const seen: Scope = (t, viewer) => {
  if (viewer.staff('ADMIN', 'FINANCE')) return true
  const other = sql`not ${t}.template = any(${listed(ABOUT_MONEY)}::text[])`
  if (viewer.staff('SUPPORT')) return sql`(${other})`
  if (viewer.staff('FULFILMENT')) return sql`(${other} and ${throughParent('Order', 'order_id')(t, viewer)})`
  return ownPeoples(t, viewer)
}

const bodySeen: Scope = (t, viewer) =>
  viewer.staff('ADMIN', 'FINANCE') ||
  (viewer.staff() && sql`(not ${t}.template = any(${listed(WITH_AMOUNTS)}::text[]))`)

/** The page part; of a report with its picture in it, as no mail program is there to put it in. */
const HTML = `coalesce((select replace(t.html, 'cid:' || p.report_id || '@picture.waybill', 'data:image/png;base64,' || translate(encode(p.bytes, 'base64'), chr(10), ''))
  from report_pictures p where t.template = 'report' and p.report_id = substring(t.html from 'cid:(rpt_[0-9a-z]{26})@picture[.]waybill')), t.html)`

/** A body with its secrets hidden; see {@link asShown} for the sandbox, where an ADMIN can follow the links. */
function Body(column: 'html' | 'text') {
  const needs = {
    body: fact.maybeText(column === 'html' ? HTML : 't.text'),
    sealed: fact.maybeText('t.sealed_token'),
  }
  return Computed(
    needs,
    ({ body, sealed }, { viewer }) => asShown(body, sealed, isStaff(viewer, 'ADMIN')),
    bodySeen,
  )
}

@Reading({
  table: 'mails',
  scope: seen,
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    state: { sql: (t) => sql`${t}.state`, type: 'text' },
    template: { sql: (t) => sql`${t}.template`, type: 'text' },
    orderId: { sql: (t) => sql`${t}.order_id`, type: 'text' },
    recipientId: { sql: (t) => sql`${t}.recipient_id`, type: 'text' },
    needsSomebody: { sql: needsSomebody, type: 'boolean' },
  },
  sorts: { queuedAt: { sql: (t) => sql`${t}.queued_at`, type: 'timestamptz' } },
  defaultSort: ['queuedAt', 'DESC'],
})
@ObjectType({ implements: Node, description: 'A mail to one person, as it looked, and what became of it.' })
export class Mail extends Node {
  @Column()
  @Field(() => String, { description: 'Which kind of mail it is, for example order-receipt.' })
  template!: string

  @One((mail, contact) => sql`${contact}.id = ${mail}.recipient_id`)
  @Field(() => Contact, {
    nullable: true,
    description:
      'Whom it is for; null where that is somebody of the team, or the counterpart of an appointment.',
  })
  recipient!: Contact | null

  @Column('recipient_name')
  @Field(() => String, { description: 'The name it is addressed to.' })
  toName!: string

  @Column('to_address')
  @Field(() => String, { description: 'The address it goes to.' })
  to!: string

  @Column()
  @Field(() => String, { description: 'Its subject.' })
  subject!: string

  @Column()
  @Field(() => MailState, { description: 'What became of it.' })
  state!: string

  @Body('html')
  @Field(() => String, {
    nullable: true,
    description: 'The page part, with the secrets of its links hidden. For staff; gone after 90 days.',
  })
  html!: string | null

  @Body('text')
  @Field(() => String, {
    nullable: true,
    description: 'The text part, with the secrets of its links hidden. For staff; gone after 90 days.',
  })
  text!: string | null

  @Computed(
    { kept: fact.maybeText('t.calendar::text') },
    ({ kept }) => (kept === null ? null : calendarPart(JSON.parse(kept) as KeptCalendar).file),
    bodySeen,
  )
  @Field(() => String, {
    nullable: true,
    description:
      'The calendar’s file that comes with it; null where none does. For staff; gone after 90 days.',
  })
  calendar!: string | null

  @Column(undefined, { only: (_t, viewer) => viewer.staff() })
  @Field(() => Int, { nullable: true, description: 'How often it was tried to hand it over. For staff.' })
  attempts!: number | null

  @Column('last_error', { only: (_t, viewer) => viewer.staff() })
  @Field(() => String, { nullable: true, description: 'Why the last try failed. For staff.' })
  failure!: string | null

  @Column('try_at', { only: (_t, viewer) => viewer.staff() })
  @Field(() => DateTime, { nullable: true, description: 'When it is tried next, while it waits. For staff.' })
  nextTryAt!: Date | null

  @Column('bounced_at', { only: (_t, viewer) => viewer.staff() })
  @Field(() => DateTime, { nullable: true, description: 'When it came back. For staff.' })
  bouncedAt!: Date | null

  @Computed(
    { canBeResent: fact.bool(CAN_BE_RESENT) },
    ({ canBeResent }, { viewer }) => canBeResent && isStaff(viewer, 'ADMIN', 'SUPPORT', 'FINANCE'),
  )
  @Field(() => Boolean, {
    description: 'Whether the viewer may have it sent anew: it came back or was given up.',
  })
  canBeResent!: boolean

  @Column()
  @Field(() => DateTime, { description: 'When it was written.' })
  queuedAt!: Date

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When the mail server took it.' })
  takenAt!: Date | null

  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'The order it is about.' })
  order!: Order | null
}

export const MailConnection = connectionOf(Mail)
const MailStateFilter = enumFilter(MailState, 'MailState')

@InputType({ description: 'Which mails: every condition given holds.' })
export class MailWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => MailStateFilter, { nullable: true, description: 'By what became of them.' })
  state?: object

  @Field(() => TextFilter, { nullable: true, description: 'By kind.' })
  template?: TextFilter

  @Field(() => IdFilter, { nullable: true, description: 'By order.' })
  orderId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By the contact or user they are for.' })
  recipientId?: IdFilter

  @Field(() => BooleanFilter, {
    nullable: true,
    description: 'By whether they did not arrive and somebody still has to see to it.',
  })
  needsSomebody?: BooleanFilter

  @Field(() => [MailWhere], { nullable: true, description: 'All of these.' })
  and?: MailWhere[]

  @Field(() => [MailWhere], { nullable: true, description: 'Any of these.' })
  or?: MailWhere[]

  @Field(() => MailWhere, { nullable: true, description: 'Not this.' })
  not?: MailWhere
}

const MailSortField = enumOf('MailSortField', 'What mails may be sorted by.', {
  queuedAt: 'By when they were written.',
})

@InputType({ description: 'How mails are sorted.' })
export class MailSort {
  @Field(() => MailSortField, { description: 'By what.' })
  field!: string

  @Field(() => SortDirection, { description: 'Which end first.' })
  direction!: string
}
