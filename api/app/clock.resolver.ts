import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { advanceClock, type ClockReading, readClock } from '../platform/clock.js'
import type { Ctx as Context } from '../platform/context.js'
import { Rights } from '../platform/graphql/rights.js'
import { DateTime, Duration } from '../platform/graphql/scalars.js'

@ObjectType({
  simpleResolvers: true,
  description: "The sandbox's clock, by which everything in the trade happens. Sandbox only.",
})
export class Clock {
  @Field(() => DateTime, { description: "The trade's time." })
  now!: Date

  @Field(() => Duration, { description: 'How far it runs ahead of the real time.' })
  shift!: string
}

/** Part of the sandbox's schema alone. */
@Resolver()
export class ClockResolver {
  @Rights('anyone')
  @Query(() => Clock, { description: "The sandbox's clock. Sandbox only." })
  async clock(@Ctx() ctx: Context): Promise<Clock> {
    return shown(await readClock(ctx.house))
  }

  @Rights('signed-in')
  @Mutation(() => Clock, {
    description:
      'Moves the clock forward, deadline by deadline, so that a window of 48 hours can be tried in a second. Sandbox only.',
  })
  async advanceClock(
    @Ctx() ctx: Context,
    @Arg('by', () => Duration, { description: 'How far, for example PT48H.' }) by: number,
  ): Promise<Clock> {
    return shown(await advanceClock(ctx.house, by))
  }
}

function shown({ now, shiftMs }: ClockReading): Clock {
  return { now, shift: `PT${Math.round(shiftMs / 1000)}S` }
}
