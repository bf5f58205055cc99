import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { PageArgs } from '../platform/graphql/args.js'
import { answer } from '../platform/graphql/answer.js'
import { Rights } from '../platform/graphql/rights.js'
import { changesOf } from '../platform/live/changes.js'
import { readOne, readPage } from '../platform/reading/read.js'
import { changesOfOrders, type OrderNews } from './live-orders.js'
import { OrderChange } from './order-change.type.js'
import { OrderSort, OrderWhere, PayOrderArgs } from './order-inputs.js'
import { Order, OrderConnection } from './order.type.js'
import { payOrder } from './pay-order.js'

@Resolver()
export class OrderResolver {
  @Rights('signed-in')
  @Query(() => OrderConnection, { description: 'The orders that the viewer may see.' })
  orders(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => OrderWhere, { nullable: true, description: 'Only these.' }) _where?: OrderWhere,
    @Arg('search', () => String, {
      nullable: true,
      description:
        'Only those whose number begins so (from four digits on), or in whose buyer’s, beneficiary’s or channel’s name this stands, as far as the viewer may look these up: at most 100 characters.',
    })
    _search?: string,
    @Arg('sort', () => [OrderSort], {
      nullable: true,
      description: 'In this order; newest first by default.',
    })
    _sort?: object[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('signed-in')
  @Query(() => Order, {
    nullable: true,
    description: 'One order, or null where the viewer may see no such order.',
  })
  order(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
  ) {
    return readOne(ctx, info, id)
  }

  @Rights('member')
  @Mutation(() => Order, {
    nullable: true,
    description: 'Pays an order: the gateway is asked to charge, and its answer opens the order.',
  })
  payOrder(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PayOrderArgs) args: PayOrderArgs,
  ) {
    return answer(ctx, info, args, payOrder)
  }

  @Rights('signed-in')
  @Subscription(() => Order, {
    nullable: true,
    description:
      'An order now, and again after everything that happens to it; null once the viewer may no longer see it.',
    subscribe: ({ args, context }) => changesOf(context as Context, (hint) => hint.streamId === args['id']),
  })
  orderUpdated(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Root() _change: unknown,
  ) {
    return readOne(ctx, info, id)
  }

  @Rights('signed-in')
  @Subscription(() => OrderChange, {
    description:
      'Every order that the viewer may see and that fits the filter, after everything that happens on it. One that was among them and fits no longer, or may be seen no longer, comes once more with `order` null; one that never was is never named. Of more than 1000 the newest are remembered: null may then come for others that the viewer may see, too. Nothing comes at the beginning: subscribe, then read `orders` with the same filter, and read it again after a break.',
    subscribe: ({ context, info }) => changesOfOrders(context as Context, info),
  })
  ordersUpdated(
    @Root() news: OrderNews,
    @Arg('where', () => OrderWhere, { nullable: true, description: 'Only these.' }) _where?: OrderWhere,
  ) {
    return news
  }
}
