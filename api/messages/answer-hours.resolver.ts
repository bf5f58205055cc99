import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql'
import { hoursInWords } from '../lib/hours-in-words.js'
import { addOpenTime, type OpenHours } from '../lib/open-hours.js'
import type { Ctx as Context } from '../platform/context.js'
import { sql } from '../platform/database.js'
import { Rights } from '../platform/graphql/rights.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { inPlain } from '../platform/reading/plain.js'
import { HOURS_IN_FORCE } from './answer-hours.js'

@ObjectType({ simpleResolvers: true, description: 'When our team answers, where that is not at all hours.' })
export class AnswerHours {
  @Field(() => String, {
    description:
      'The days and hours with their time zone, for example `Mon–Fri 09:00–18:00 (Europe/Berlin)`.',
  })
  words!: string

  @Field(() => DateTime, {
    nullable: true,
    description: 'When somebody is there again; null while somebody is there.',
  })
  opensAt!: Date | null
}

@Resolver()
export class AnswerHoursResolver {
  @Rights('anyone')
  @Query(() => AnswerHours, {
    nullable: true,
    description: 'The hours that count for the promise to answer; null where all hours count.',
  })
  async answerHours(@Ctx() ctx: Context): Promise<AnswerHours | null> {
    const [found] = await inPlain<{ now: string; hours: OpenHours | null }>(
      ctx,
      sql`select app_now() as now, ${sql.raw(HOURS_IN_FORCE)} as hours`,
    )
    const { now, hours } = found!
    return hours && { words: hoursInWords(hours, 'en'), opensAt: opening(new Date(now), hours) }
  }
}

/** When it opens next; null where it is open. */
function opening(now: Date, hours: OpenHours): Date | null {
  const first = addOpenTime(now, 1, hours)
  return first.getTime() - now.getTime() > 1 ? new Date(first.getTime() - 1) : null
}
