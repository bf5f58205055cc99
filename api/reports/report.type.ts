import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { User } from '../accounts/user.type.js'
import { fact } from '../lib/facts.js'
import { Order } from '../orders/order.type.js'
import { Actions, Overdue } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Node } from '../platform/graphql/types.js'
import { Column, Computed, One, Reading, throughParent } from '../platform/reading/declare.js'
import type { Scope, Sql } from '../platform/reading/scope.js'
import { cadences } from './cadence.js'
import { chartInWords, type ReportChart } from './chart.js'
import { pictureAddress } from './picture-address.js'
import { ReportFigureType, ReportItemType, ReportSeries } from './report-content.type.js'
import { reportMachine } from './report.machine.js'

export const ReportStatus = enumOf('ReportStatus', 'The state of a report.', reportMachine.states)
export const ReportCadence = enumOf('ReportCadence', 'How often an order is reported on.', cadences)

const staff: Scope = (_t, viewer) => viewer.staff()

/** Staff see the reports of the orders they see; the buyer's and the beneficiary's members those that were sent. */
const seesReport: Scope = (t, viewer) => {
  if (viewer.staff()) return throughParent('Order', 'order_id')(t, viewer)
  return (
    viewer.kind === 'member' &&
    sql`(${t}.status = 'SENT' and exists (select from orders told where told.id = ${t}.order_id
      and (told.buyer_id = any(${viewer.organisations}::text[]) or told.beneficiary_id = any(${viewer.organisations}::text[]))))`
  )
}

const items = (list: string) => (t: Sql) => sql`coalesce(${t}.content->${sql.lit(list)}, '[]')`

@Reading({
  table: 'reports',
  scope: seesReport,
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    status: { sql: (t) => sql`${t}.status`, type: 'text' },
    orderId: { sql: (t) => sql`${t}.order_id`, type: 'text' },
    dueAt: { sql: (t) => sql`${t}.due_at`, type: 'timestamptz' },
  },
  sorts: { dueAt: { sql: (t) => sql`${t}.due_at`, type: 'timestamptz' } },
  defaultSort: ['dueAt', 'DESC'],
})
@ObjectType({
  implements: Node,
  description: 'What was done for an order in a time, what is next, and how it stands.',
})
export class Report extends Node {
  @Column()
  @Field(() => ReportStatus, { description: 'Its state.' })
  status!: string

  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'The order it tells of.' })
  order!: Order | null

  @Column()
  @Field(() => Int, { nullable: true, description: 'Its number among those of the order; once it is sent.' })
  number!: number | null

  @Column()
  @Field(() => DateTime, { description: 'It tells of what happened from here on.' })
  periodFrom!: Date

  @Column((t) => sql`coalesce(${t}.period_to, ${t}.due_at)`)
  @Field(() => DateTime, { description: 'Up to here; while it is planned, up to when it will.' })
  periodTo!: Date

  @Column()
  @Field(() => DateTime, { description: 'When it was to be drafted.' })
  dueAt!: Date

  @Column(undefined, { only: staff })
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the draft goes out by itself, or its person is asked for it; for staff.',
  })
  sendAt!: Date | null

  @Column(undefined, { only: staff })
  @Field(() => DateTime, { nullable: true, description: 'When it was drafted; for staff.' })
  draftedAt!: Date | null

  @Column(undefined, { only: staff })
  @Field(() => DateTime, {
    nullable: true,
    description: 'When somebody last worked on it: from then on only a person sends it. For staff.',
  })
  savedAt!: Date | null

  @One({ from: 'saved_by_id' }, staff)
  @Field(() => User, { nullable: true, description: 'Who did; for staff.' })
  savedBy!: User | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it was sent.' })
  sentAt!: Date | null

  @One({ from: 'sent_by_id' }, staff)
  @Field(() => User, {
    nullable: true,
    description: 'Who sent it; nobody where it went out by itself. For staff.',
  })
  sentBy!: User | null

  @Column(undefined, { only: staff })
  @Field(() => String, { nullable: true, description: 'Why it was not sent; for staff.' })
  skipReason!: string | null

  @One(
    (
      p,
      c,
    ) => sql`${c}.id = (select k.assignee_id from tasks k where k.order_id = ${p}.order_id and k.assignee_id is not null and k.role = 'FULFILMENT'
      order by k.status in ('DONE', 'CANCELLED'), k.created_at, k.id limit 1)`,
    staff,
  )
  @Field(() => User, {
    nullable: true,
    description: 'Whose it is to complete: somebody who works on the order. For staff.',
  })
  responsible!: User | null

  @Column()
  @Field(() => String, { nullable: true, description: 'The language it is written in: that of its reader.' })
  language!: string | null

  @Column((t) => sql`coalesce(${t}.content->>'note', '')`)
  @Field(() => String, { description: "The team's own words to the reader; empty where they wrote none." })
  note!: string

  @Column(items('done'))
  @Field(() => [ReportItemType], { description: 'What was done, the oldest first.' })
  done!: ReportItemType[]

  @Column(items('next'))
  @Field(() => [ReportItemType], { description: 'What is next.' })
  next!: ReportItemType[]

  @Column(items('questions'))
  @Field(() => [ReportItemType], { description: 'What waits for an answer.' })
  questions!: ReportItemType[]

  @Column(items('figures'))
  @Field(() => [ReportFigureType], { description: 'What the team counted.' })
  figures!: ReportFigureType[]

  @Column((t) => sql`coalesce(${t}.chart->'series', '[]')`)
  @Field(() => [ReportSeries], { description: 'What its picture shows, as numbers.' })
  series!: ReportSeries[]

  @Computed(
    { id: fact.text('t.id'), version: fact.int('t.version'), drawn: fact.bool('(t.chart is not null)') },
    ({ id, version, drawn }) => (drawn ? pictureAddress.bound(id, String(version)) : null),
  )
  @Field(() => String, {
    nullable: true,
    description: 'Shows its picture, a PNG; good for five minutes. Null until it is drafted.',
  })
  pictureUrl!: string | null

  @Computed(
    {
      chart: { sql: 't.chart', read: (json) => json as ReportChart | null },
      language: fact.maybeText('t.language'),
    },
    ({ chart, language }) => chart && chartInWords(chart, language ?? 'en'),
  )
  @Field(() => String, { nullable: true, description: 'What its picture shows, in words.' })
  pictureText!: string | null

  @Overdue(reportMachine)
  @Field(() => Boolean, { description: 'Whether its time is over, whether or not anybody has acted on it.' })
  overdue!: boolean

  @Actions(reportMachine)
  @Field(() => [Action], { description: 'What the viewer may do to it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change: give it as `expectedVersion`.' })
  version!: number
}

export const ReportConnection = connectionOf(Report)
