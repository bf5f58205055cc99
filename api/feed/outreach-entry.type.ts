import { sql } from 'kysely'
import { Field, ID, ObjectType } from 'type-graphql'
import { fact } from '../lib/facts.js'
import { Standing } from '../orders/order.type.js'
import { reachWords } from '../orders/standing.js'
import { AnswerPromise } from '../messages/promise.type.js'
import { standingWords } from '../orders/standing-facts.js'
import { answerHours } from '../orders/team-hours.js'
import { Attempt } from '../outreach/attempt.type.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { reasonOf } from '../platform/reasons.js'
import { Column, Computed, One } from '../platform/reading/declare.js'
import type { Sql } from '../platform/reading/scope.js'
import { ActivityEntry } from './activity.type.js'
import { talks } from './talks.js'

const text = (key: string) => (t: Sql) => sql`${t}.data->>${sql.lit(key)}`
const moment = (key: string) => (t: Sql) => sql`(${t}.data->>${sql.lit(key)})::timestamptz`
/** Of a move, `from` is a time; of other events it is something else. */
const MOVES = sql.lit('{appointment.rescheduled,appointment.reschedule-proposed}')

const then = {
  status: fact.text(`t.data->>'status'`),
  stage: fact.text(`t.data->>'stage'`),
  says: fact.maybeText(`t.data->>'says'`),
  nextBy: fact.maybeText(`t.data->>'nextBy'`),
  buyerId: fact.text(`(select o.buyer_id from orders o where o.id = t.stream_id)`),
  channelId: fact.maybeText(`(select o.channel_id from orders o where o.id = t.stream_id)`),
  answerHours,
}

@ObjectType({
  implements: ActivityEntry,
  description: 'Where the order stood when somebody asked: given at once, and no answer of a person.',
})
export class StatusCardEntry extends ActivityEntry {
  @Column(text('messageId'))
  @Field(() => ID, { description: 'The message that asked for it.' })
  answersMessageId!: string

  @Computed(then, ({ buyerId, channelId, answerHours: hours, ...stood }, { viewer }) => ({
    ...standingWords(stood, { buyerId, channelId }, viewer),
    nextBy: stood.nextBy,
    reach: reachWords(hours),
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

  @Column((t) => sql`case when ${t}.type = any(${MOVES}::text[]) then ${moment('from')(t)} end`)
  @Field(() => DateTime, { nullable: true, description: 'When it would have begun, where it was moved.' })
  formerStartsAt!: Date | null

  @Column((t) => sql`coalesce(${t}.data->'otherTimes', '[]'::jsonb)`)
  @Field(() => [DateTime], { description: 'Times that would suit the counterpart, where they named some.' })
  otherTimes!: Date[]

  @Column((t) => sql`(${t}.data->>'textSent')::boolean`)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of the news that it is not confirmed yet, whether a text was really sent.',
  })
  textSent!: boolean | null

  @Column(reasonOf, { only: talks })
  @Field(() => String, {
    nullable: true,
    description: 'Why, where somebody said so; for the team and the buyer.',
  })
  reason!: string | null
}

@ObjectType({
  implements: ActivityEntry,
  description: 'A call, text or mail to the counterpart of an appointment, or what became of it.',
})
export class AttemptEntry extends ActivityEntry {
  @Column('aggregate_id')
  @Field(() => ID, { description: 'The appointment.' })
  appointmentId!: string

  @One((e, a) => sql`${a}.id = ${e}.data->>'attemptId'`)
  @Field(() => Attempt, { nullable: true, description: 'The attempt; for the buyer and the team.' })
  attempt!: Attempt | null
}
