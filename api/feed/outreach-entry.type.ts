import { sql } from 'kysely'
import { Field, ID, ObjectType } from 'type-graphql'
import { fact } from '../lib/facts.js'
import { Standing } from '../orders/order.type.js'
import { REACH } from '../orders/standing.js'
import { AnswerPromise } from '../messages/promise.type.js'
import { standingWords } from '../orders/standing-facts.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { reasonOf } from '../platform/reasons.js'
import { Column, Computed, One } from '../platform/reading/declare.js'
import type { Sql } from '../platform/reading/scope.js'
import { ActivityEntry } from './activity.type.js'
import { talks } from './talks.js'

const text = (key: string) => (t: Sql) => sql`${t}.data->>${sql.lit(key)}`
const moment = (key: string) => (t: Sql) => sql`(${t}.data->>${sql.lit(key)})::timestamptz`

const then = {
  status: fact.text(`t.data->>'status'`),
  stage: fact.text(`t.data->>'stage'`),
  says: fact.maybeText(`t.data->>'says'`),
  nextBy: fact.maybeText(`t.data->>'nextBy'`),
  buyerId: fact.text(`(select o.buyer_id from orders o where o.id = t.stream_id)`),
  channelId: fact.maybeText(`(select o.channel_id from orders o where o.id = t.stream_id)`),
}

@ObjectType({
  implements: ActivityEntry,
  description: 'Where the order stood when somebody asked: given at once, and no answer of a person.',
})
export class StatusCardEntry extends ActivityEntry {
  @Column(text('messageId'))
  @Field(() => ID, { description: 'The message that asked for it.' })
  answersMessageId!: string

  @Computed(then, ({ buyerId, channelId, ...stood }, { viewer }) => ({
    ...standingWords(stood, { buyerId, channelId }, viewer),
    nextBy: stood.nextBy,
    reach: REACH,
  }))
  @Field(() => Standing, { description: 'Where it stood: what was next, by when, who had to act.' })
  standing!: Standing
}

@ObjectType({
  implements: ActivityEntry,
  description: 'Something that happened to the promise to answer within 10 to 20 minutes; for staff.',
})
export class PromiseEntry extends ActivityEntry {
  @Column('aggregate_id')
  @Field(() => ID, { description: 'The promise.' })
  promiseId!: string

  @One({ from: 'aggregate_id' })
  @Field(() => AnswerPromise, { nullable: true, description: 'The same as it stands now.' })
  promise!: AnswerPromise | null

  @Column((t) => sql`(${t}.data->>'late')::boolean`)
  @Field(() => Boolean, { nullable: true, description: 'Of an answer, whether it came late.' })
  late!: boolean | null
}

@ObjectType({ implements: ActivityEntry, description: 'Something that happened to an appointment.' })
export class AppointmentEntry extends ActivityEntry {
  @Column('aggregate_id')
  @Field(() => ID, { description: 'The appointment.' })
  appointmentId!: string

  @Column(moment('startsAt'))
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it begins, or would, where this entry is about a time.',
  })
  startsAt!: Date | null

  @Column(moment('from'))
  @Field(() => DateTime, { nullable: true, description: 'When it would have begun, where it was moved.' })
  formerStartsAt!: Date | null

  @Column(reasonOf, { only: talks })
  @Field(() => String, {
    nullable: true,
    description: 'Why, where somebody said so; for the team and the buyer.',
  })
  reason!: string | null
}

@ObjectType({
  implements: ActivityEntry,
  description: 'A call, text or mail to the counterpart of an appointment.',
})
export class AttemptEntry extends ActivityEntry {
  @Column('aggregate_id')
  @Field(() => ID, { description: 'The appointment.' })
  appointmentId!: string

  @Column(text('attemptId'))
  @Field(() => ID, { description: 'The attempt.' })
  attemptId!: string
}
