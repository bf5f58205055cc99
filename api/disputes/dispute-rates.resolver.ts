import { Arg, Ctx, Field, Float, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { Rights } from '../platform/graphql/rights.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { disputeReasons as reasons } from './dispute-reasons.js'
import { type Rate, type Rates, readDisputeRates } from './dispute-rates.js'
import { DisputeReason } from './dispute-enums.js'

@ObjectType({
  simpleResolvers: true,
  description: 'How often campaigns are accepted and disputed: of one channel, or over all.',
})
export class DisputeRate implements Rate {
  @Field(() => ID, { nullable: true, description: 'Which channel; null over all.' })
  channelId!: string | null

  @Field(() => String, { nullable: true, description: 'What it is called; null over all.' })
  channelName!: string | null

  @Field(() => Int, { description: 'Campaigns that were accepted, whatever became of them.' })
  accepted!: number

  @Field(() => Int, { description: 'Campaigns that were declined.' })
  declined!: number

  @Field(() => Int, { description: 'Campaigns that nobody answered in time.' })
  expired!: number

  @Field(() => Int, { description: 'Campaigns that the channel has marked complete.' })
  completed!: number

  @Field(() => Int, { description: 'Campaigns that were disputed, withdrawn disputes included.' })
  disputed!: number

  @Field(() => Float, {
    nullable: true,
    description: 'Accepted of accepted, declined and expired: 0 to 1; null where there are none.',
  })
  acceptanceShare!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Disputed of completed: 0 to 1; null where there are none.',
  })
  disputeShare!: number | null
}

@ObjectType({ simpleResolvers: true, description: 'How often campaigns are accepted and disputed.' })
export class DisputeRates implements Rates {
  @Field(() => DisputeRate, { description: 'Over all channels.' })
  overAll!: DisputeRate

  @Field(() => [DisputeRate], {
    description: 'By channel, the busiest first, a hundred at most: all for staff, for others their own.',
  })
  channels!: DisputeRate[]
}

@ObjectType({ simpleResolvers: true, description: 'A reason for a dispute, and whether it counts.' })
export class DisputeReasonMeaning {
  @Field(() => DisputeReason, { description: 'The reason.' })
  reason!: string

  @Field(() => String, { description: 'What it means.' })
  meaning!: string

  @Field(() => Boolean, { description: 'Whether a campaign may be disputed for it.' })
  counts!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'What to say to somebody who gives it, where it does not count: say it before they send it.',
  })
  kindly!: string | null
}

@Resolver()
export class DisputeRatesResolver {
  @Rights('signed-in')
  @Query(() => DisputeRates, { description: 'How often campaigns are accepted and disputed.' })
  disputeRates(
    @Ctx() ctx: Context,
    @Arg('since', () => DateTime, {
      nullable: true,
      description: 'Only campaigns offered at or after this.',
    })
    since?: Date | null,
  ): Promise<DisputeRates> {
    return readDisputeRates(ctx, { since }) as Promise<DisputeRates>
  }

  @Rights('signed-in')
  @Query(() => [DisputeReasonMeaning], {
    description: 'Every reason for a dispute, and which of them count: draw the choice from it.',
  })
  disputeReasons(): DisputeReasonMeaning[] {
    return Object.entries(reasons).map(([reason, { doc, kindly }]) => ({
      reason,
      meaning: doc,
      counts: kindly === null,
      kindly,
    }))
  }
}
