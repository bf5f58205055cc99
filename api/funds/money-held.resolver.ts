import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { Rights } from '../platform/graphql/rights.js'
import { CurrencyCode, Day } from '../platform/graphql/scalars.js'
import { Money } from '../platform/graphql/types.js'
import { DAYS_BACK } from '../platform/reading/last-days.js'
import { type MoneyHeld as Held, readMoneyHeld } from './money-held.js'

@ObjectType({ simpleResolvers: true, description: 'What was held for all orders together on one day.' })
export class MoneyHeldDay {
  @Field(() => Day, { description: 'The day, in the team’s time zone.' })
  day!: string

  @Field(() => Money, { description: 'How much was held when it ended; of today, how much is held now.' })
  held!: Money
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What is held for all orders together in one currency. Amounts of two currencies are never added.',
})
export class MoneyHeld {
  @Field(() => CurrencyCode, { description: 'The currency.' })
  currency!: string

  @Field(() => Money, { description: 'How much is held now, frozen money included.' })
  held!: Money

  @Field(() => [MoneyHeldDay], {
    description: 'Day by day, the earliest first and today last; none is left out.',
  })
  days!: MoneyHeldDay[]
}

@Resolver()
export class MoneyHeldResolver {
  @Rights('FINANCE', 'ADMIN')
  @Query(() => [MoneyHeld], {
    description:
      'How much money was held for orders at the end of each of the last days: every currency in which anything is held or was moved in them.',
  })
  moneyHeld(
    @Ctx() ctx: Context,
    @Arg('days', () => Int, {
      defaultValue: DAYS_BACK,
      description: 'How many days, today included: 1 to 366.',
    })
    days: number,
  ): Promise<Held[]> {
    return readMoneyHeld(ctx, { days })
  }
}
