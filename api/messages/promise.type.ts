import { sql } from 'kysely'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { User } from '../accounts/user.type.js'
import { Order } from '../orders/order.type.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Node } from '../platform/graphql/types.js'
import { Column, One, Reading, throughParent } from '../platform/reading/declare.js'
import type { Scope, Sql } from '../platform/reading/scope.js'

export const AnswerPromiseState = enumOf('AnswerPromiseState', 'How a promise to answer stands.', {
  WAITING: 'Nobody has answered; less than 10 minutes that count are over.',
  AT_RISK: 'Nobody has answered; 10 minutes are over.',
  BROKEN: 'Nobody has answered within 20 minutes.',
  KEPT: 'Answered within 20 minutes.',
  LATE: 'Answered, but not within 20 minutes.',
})

/** How a promise `p` stands by the clock, whether or not a worker has noticed. */
export function promiseState(p: Sql): Sql {
  return sql`case
    when ${p}.answered_at is not null then case when ${p}.broken_at is null then 'KEPT' else 'LATE' end
    when ${p}.broken_at is not null or ${p}.due_at <= app_now() then 'BROKEN'
    when ${p}.warned_at is not null or ${p}.warn_at <= app_now() then 'AT_RISK'
    else 'WAITING' end`
}

const throughOrder = throughParent('Order', 'order_id')
/** Our promises are for whoever of the team sees the order. */
const ofTheTeam: Scope = (t, viewer) => viewer.kind === 'staff' && throughOrder(t, viewer)

@Reading({ table: 'promises', scope: ofTheTeam })
@ObjectType({
  implements: Node,
  description:
    'Our promise to answer what was asked on an order’s feed: from the first message after our last answer until one of our people has answered.',
})
export class AnswerPromise extends Node {
  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'On whose feed.' })
  order!: Order | null

  @Column()
  @Field(() => ID, { description: 'The first message that waits, or waited, for an answer.' })
  messageId!: string

  @Column(promiseState)
  @Field(() => AnswerPromiseState, { description: 'How it stands by the clock.' })
  state!: string

  @Column()
  @Field(() => DateTime, { description: 'When somebody asked.' })
  startedAt!: Date

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description:
      'When the team is warned: after 10 minutes that count; nothing while the clock stands still.',
  })
  warnAt!: Date | null

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it breaks: after 20 minutes that count; nothing while the clock stands still.',
  })
  dueAt!: Date | null

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'When half of its time was over with nobody having answered, once that was noticed.',
  })
  warnedAt!: Date | null

  @Column(
    (t) =>
      sql`coalesce(${t}.broken_at, case when ${t}.answered_at is null and ${t}.due_at <= app_now() then ${t}.due_at end)`,
  )
  @Field(() => DateTime, { nullable: true, description: 'When it broke.' })
  brokenAt!: Date | null

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when its clock stands still, as the order is held.',
  })
  pausedAt!: Date | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When one of our people answered.' })
  answeredAt!: Date | null

  @One({ from: 'answered_by_id' })
  @Field(() => User, { nullable: true, description: 'Who answered.' })
  answeredBy!: User | null

  @Column((t) => sql`(${t}.answered_at is not null and ${t}.broken_at is not null)`)
  @Field(() => Boolean, { description: 'Whether it was answered late; a late answer stays late.' })
  late!: boolean

  @Column((t) => sql`case when ${t}.answered_at is not null then (${t}.used_ms / 1000)::int end`)
  @Field(() => Int, {
    nullable: true,
    description: 'How many seconds that count it took to answer; nothing before.',
  })
  tookSeconds!: number | null
}
