import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { Rights } from '../platform/graphql/rights.js'
import { Day } from '../platform/graphql/scalars.js'
import { DAYS_BACK } from '../platform/reading/last-days.js'
import { type DayOfOrders, readOrdersByDay } from './orders-by-day.js'

@ObjectType({ simpleResolvers: true, description: 'How orders came and went on one day.' })
export class OrdersOnDay implements DayOfOrders {
  @Field(() => Day, { description: 'The day, in the team’s time zone.' })
  day!: string

  @Field(() => Int, { description: 'How many were placed.' })
  placed!: number

  @Field(() => Int, {
    description: 'How many ended: completed, called off, or not paid in time.',
  })
  ended!: number

  @Field(() => Int, {
    description: 'How many were placed and had not ended when the day did; of today, how many are so now.',
  })
  underWay!: number
}

@Resolver()
export class OrdersByDayResolver {
  @Rights('ADMIN', 'SUPPORT', 'FINANCE')
  @Query(() => [OrdersOnDay], {
    description:
      'How many orders were placed, ended and were under way on each of the last days, the earliest first and today last; none is left out.',
  })
  ordersByDay(
    @Ctx() ctx: Context,
    @Arg('days', () => Int, {
      defaultValue: DAYS_BACK,
      description: 'How many days, today included: 1 to 366.',
    })
    days: number,
  ): Promise<DayOfOrders[]> {
    return readOrdersByDay(ctx, { days })
  }
}
