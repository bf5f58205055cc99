import { sql } from 'kysely'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { User } from '../accounts/user.type.js'
import { Order } from '../orders/order.type.js'
import { DateTimeFilter, enumFilter, IdFilter, sortInput } from '../platform/graphql/args.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { connectionOf } from '../platform/graphql/types.js'
import { Column, One, Reading, throughParent, within } from '../platform/reading/declare.js'
import type { Scope, Sql } from '../platform/reading/scope.js'
import { ANSWERED_FROM, HELD_FROM } from './inbox.js'
import { AnswerPromise, promiseState } from './promise.type.js'

export const InboxState = enumOf('InboxState', 'What an order of the inbox waits for.', {
  WAITING: 'Somebody waits for our answer.',
  AT_RISK: 'They have waited for 10 minutes that count.',
  BROKEN: 'They have waited for 20 minutes: our promise is broken.',
  HELD: 'Somebody waits, and the clock stands still with the order.',
  ANSWERED: 'Nobody waits for us.',
})

const state = (
  t: Sql,
) => sql`case when ${t}.place >= ${sql.lit(ANSWERED_FROM)} then 'ANSWERED' when ${t}.place >= ${sql.lit(HELD_FROM)} then 'HELD'
  else (select ${promiseState(sql.raw('p'))} from promises p where p.id = ${t}.promise_id) end`

const throughOrder = throughParent('Order', 'id')
const ofTheTeam: Scope = (t, viewer) => viewer.kind === 'staff' && throughOrder(t, viewer)

@Reading({
  table: 'inbox_entries',
  scope: ofTheTeam,
  filters: {
    orderId: { sql: (t) => sql`${t}.id`, type: 'text' },
    state: { sql: state, type: 'text' },
    assignedTo: { sql: (t) => sql`${t}.assigned_to_id`, type: 'text' },
    lastMessageAt: { sql: (t) => sql`${t}.last_message_at`, type: 'timestamptz' },
  },
  sorts: {
    clock: { sql: (t) => sql`${t}.place`, type: 'bigint' },
    lastMessageAt: { sql: (t) => sql`${t}.last_message_at`, type: 'timestamptz' },
  },
  defaultSort: ['clock', 'ASC'],
  searched: within(
    (t) =>
      sql`(select concat_ws(chr(10), s.number, b.name, w.name) from orders s join organisations b on b.id = s.buyer_id join organisations w on w.id = s.beneficiary_id where s.id = ${t}.id)`,
  ),
})
@ObjectType({ description: 'An order on whose feed somebody wrote, as the team’s inbox has it.' })
export class InboxEntry {
  @Column()
  @Field(() => ID, { description: 'The order’s id.' })
  id!: string

  @One({})
  @Field(() => Order, { nullable: true, description: 'The order.' })
  order!: Order | null

  @Column(state)
  @Field(() => InboxState, { description: 'What it waits for, by the clock.' })
  state!: string

  @One({ from: 'promise_id' })
  @Field(() => AnswerPromise, {
    nullable: true,
    description: 'Our promise to answer; nothing where nobody waits.',
  })
  promise!: AnswerPromise | null

  @Column((t) => sql`(select p.started_at from promises p where p.id = ${t}.promise_id)`)
  @Field(() => DateTime, { nullable: true, description: 'Since when somebody waits for us.' })
  waitingSince!: Date | null

  @Column()
  @Field(() => DateTime, { description: 'When somebody wrote last, whoever may read it.' })
  lastMessageAt!: Date

  @One({ from: 'assigned_to_id' })
  @Field(() => User, { nullable: true, description: 'Whose talk it is: who of the team answered last.' })
  assignedTo!: User | null
}

export const InboxConnection = connectionOf(InboxEntry, 'Inbox')
export const InboxSort = sortInput('Inbox', {
  clock: 'By the clock: what breaks first, then what is held, then what is answered, the newest first.',
  lastMessageAt: 'By when somebody wrote last.',
})

const InboxStateFilter = enumFilter(InboxState, 'InboxState')

@InputType({ description: 'Which orders of the inbox: every condition given holds.' })
export class InboxWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By order.' })
  orderId?: IdFilter

  @Field(() => InboxStateFilter, { nullable: true, description: 'By what it waits for.' })
  state?: object

  @Field(() => IdFilter, { nullable: true, description: 'By who of the team answered last.' })
  assignedTo?: IdFilter

  @Field(() => DateTimeFilter, { nullable: true, description: 'By when somebody wrote last.' })
  lastMessageAt?: DateTimeFilter

  @Field(() => [InboxWhere], { nullable: true, description: 'All of these.' })
  and?: InboxWhere[]

  @Field(() => [InboxWhere], { nullable: true, description: 'Any of these.' })
  or?: InboxWhere[]

  @Field(() => InboxWhere, { nullable: true, description: 'Not this.' })
  not?: InboxWhere
}
