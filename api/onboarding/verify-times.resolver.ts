import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { Rights } from '../platform/graphql/rights.js'
import { Day } from '../platform/graphql/scalars.js'
import { DAYS_BACK } from '../platform/reading/last-days.js'
import { readVerifyTimes, type VerifyTime, type VerifyTimes as Times } from './verify-times.js'

@ObjectType({
  simpleResolvers: true,
  description: 'How long submissions waited until they were approved or sent back.',
})
abstract class Verified implements VerifyTime {
  @Field(() => Int, { description: 'How many were approved or sent back.' })
  decided!: number

  @Field(() => Int, {
    nullable: true,
    description: 'Half of them waited no more seconds, nights included; null where there are none.',
  })
  medianSeconds!: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'Nine of ten waited no more seconds, nights included; null where there are none.',
  })
  p90Seconds!: number | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'How long submissions waited that were decided on one day.',
})
class VerifyDay extends Verified {
  @Field(() => Day, { description: 'The day of the decision, in the team’s time zone.' })
  day!: string
}

@ObjectType({
  simpleResolvers: true,
  description:
    'How long onboarding documents waited from their submission until they were approved or sent back, as far as the viewer sees them.',
})
class VerifyTimes extends Verified {
  @Field(() => [VerifyDay], {
    description: 'Day by day, the earliest first and today last; none is left out.',
  })
  days!: VerifyDay[]
}

@Resolver()
export class VerifyTimesResolver {
  @Rights('ADMIN', 'SUPPORT', 'FINANCE')
  @Query(() => VerifyTimes, {
    description:
      'How long onboarding documents that were approved or sent back in the last days had waited for it.',
  })
  verifyTimes(
    @Ctx() ctx: Context,
    @Arg('days', () => Int, {
      defaultValue: DAYS_BACK,
      description: 'How many days, today included: 1 to 366.',
    })
    days: number,
  ): Promise<Times> {
    return readVerifyTimes(ctx, { days })
  }
}
