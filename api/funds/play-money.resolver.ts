import { Ctx, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { Rights } from '../platform/graphql/rights.js'

/** What a page that takes payments has to know before it asks for any. */
@Resolver()
export class PlayMoneyResolver {
  @Rights('signed-in')
  @Query(() => Boolean, {
    description:
      'Whether money is only played with: payments and payout accounts take the sandbox’s tokens, and no bank is involved. Where it is not, they take those of the payment provider.',
  })
  playMoney(@Ctx() ctx: Context): boolean {
    return ctx.house.config.stripe === undefined
  }
}
