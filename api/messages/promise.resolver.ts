import { sql } from 'kysely'
import { Arg, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Order } from '../orders/order.type.js'
import type { Ctx as Context } from '../platform/context.js'
import { Rights } from '../platform/graphql/rights.js'
import { DateTime, Day } from '../platform/graphql/scalars.js'
import { Column, One } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import {
  type AnswerTime,
  type AnswerTimes as Times,
  PROMISED_SECONDS,
  readAnswerTimes,
} from './answer-times.js'
import { AnswerPromise } from './promise.type.js'

@ObjectType({ simpleResolvers: true, description: 'How quickly we answered.' })
abstract class Answers implements AnswerTime {
  @Field(() => Int, { description: 'How often somebody asked.' })
  asked!: number

  @Field(() => Int, { description: 'How many of that were answered.' })
  answered!: number

  @Field(() => Int, { description: 'How many of that were answered within the promise.' })
  inTime!: number

  @Field(() => Int, {
    nullable: true,
    description: 'Half of the answers took no more seconds that count; null where there are none.',
  })
  medianSeconds!: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'Nine of ten answers took no more seconds that count; null where there are none.',
  })
  p90Seconds!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'In time of all that are answered or broken: 0 to 1; null where there are none.',
  })
  share!: number | null
}

@ObjectType({ simpleResolvers: true, description: 'How quickly we answered what was asked on one day.' })
class AnswerDay extends Answers {
  @Field(() => Day, { description: 'The day on which it was asked, in the team’s time zone.' })
  day!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'How quickly we answered what was asked, as far as the viewer sees the orders.',
})
class AnswerTimes extends Answers {
  @Field(() => Int, { description: 'Within how many seconds that count we promise to answer.' })
  promisedSeconds!: number

  @Field(() => [AnswerDay], { description: 'Each day on which somebody asked, the earliest first.' })
  days!: AnswerDay[]
}

@Resolver()
export class PromiseResolver {
  @Rights('staff')
  @Query(() => AnswerTimes, { description: 'How quickly we answered what was asked since a moment.' })
  async answerTimes(
    @Ctx() ctx: Context,
    @Arg('since', () => DateTime, { description: 'Only what was asked at or after this.' }) since: Date,
  ): Promise<Times & { promisedSeconds: number }> {
    return { ...(await readAnswerTimes(ctx, { since })), promisedSeconds: PROMISED_SECONDS }
  }
}

/** The buyer's members; the beneficiary's where one of theirs waits, too: what buyer and team talk is not theirs. */
const whoWaits: Scope = (t, viewer) =>
  viewer.staff() ||
  (viewer.kind === 'member' &&
    sql`(${t}.buyer_id = any(${viewer.organisations}::text[]) or ${t}.beneficiary_id = any(${viewer.organisations}::text[])
      and exists (select from promises w where w.order_id = ${t}.id and w.answered_at is null and w.for_parties))`)

@Resolver(() => Order)
export class OrderPromise {
  @One((order, promise) => sql`${promise}.order_id = ${order}.id and ${promise}.answered_at is null`)
  @FieldResolver(() => AnswerPromise, {
    nullable: true,
    description:
      'Our promise to answer what was asked on its feed; nothing where nobody waits. For the team.',
  })
  promise(): never {
    throw new Error('planned')
  }

  @Column(
    (t) => sql`(select w.due_at from promises w where w.order_id = ${t}.id and w.answered_at is null)`,
    { only: whoWaits },
  )
  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'By when we promised to answer what was asked on its feed, also when that is over; nothing where nobody waits, or the clock stands still. For whoever waits.',
  })
  answerBy(): never {
    throw new Error('planned')
  }
}
