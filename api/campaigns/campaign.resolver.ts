import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root, Subscription } from 'type-graphql'
import { Order } from '../orders/order.type.js'
import type { Ctx as Context } from '../platform/context.js'
import { PageArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { changesOf } from '../platform/live/changes.js'
import { One } from '../platform/reading/declare.js'
import { readOne, readPage } from '../platform/reading/read.js'
import { CampaignSort, CampaignWhere } from './campaign-inputs.js'
import { Campaign, CampaignConnection } from './campaign.type.js'

const WHICH = { description: 'Which one.' }

@Resolver()
export class CampaignResolver {
  @Rights('signed-in')
  @Query(() => Campaign, {
    nullable: true,
    description: 'One campaign, or null where the viewer may see no such campaign.',
  })
  campaign(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID, WHICH) id: string) {
    return readOne(ctx, info, id)
  }

  @Rights('signed-in')
  @Query(() => CampaignConnection, {
    description: 'The campaigns that the viewer may see, the one with the least time left first.',
  })
  campaigns(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => CampaignWhere, { nullable: true, description: 'Only these.' }) _where?: CampaignWhere,
    @Arg('sort', () => [CampaignSort], { nullable: true, description: 'In this order.' }) _sort?: object[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('signed-in')
  @Subscription(() => Campaign, {
    nullable: true,
    description:
      'A campaign now, and again after everything that happens on its order: to itself, its creatives and its money; null once the viewer may no longer see it.',
    subscribe: ({ args, context }) => changesOfCampaign(context as Context, String(args['id'])),
  })
  campaignUpdated(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, WHICH) id: string,
    @Root() _change: unknown,
  ) {
    return readOne(ctx, info, id)
  }
}

/** What happens to a campaign happens on its order's stream. */
async function changesOfCampaign(ctx: Context, id: string) {
  const { rows } = await ctx.house.database.pool.query<{ order: string }>(
    'select order_id as "order" from campaigns where id = $1',
    [id],
  )
  const order = rows[0]?.order
  return changesOf(ctx, (hint) => hint.streamId === order)
}

/** The campaign of an order. */
@Resolver(() => Order)
export class OrderCampaign {
  @One({ to: 'order_id' })
  @FieldResolver(() => Campaign, {
    nullable: true,
    description: 'Its campaign, once its money is set aside; for the buyer, the channel and the team.',
  })
  campaign(): never {
    throw new Error('planned')
  }
}
