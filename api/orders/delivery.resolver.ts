import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, Ctx, FieldResolver, Info, Int, Mutation, Resolver } from 'type-graphql'
import { fact } from '../lib/facts.js'
import type { Ctx as Context } from '../platform/context.js'
import { IdArgs, KeyedIdArgs, ReasonArgs } from '../platform/graphql/args.js'
import { answer } from '../platform/graphql/answer.js'
import { Rights } from '../platform/graphql/rights.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Column, Computed, Many } from '../platform/reading/declare.js'
import { cancelOrder } from './cancel-order.js'
import { confirmDelivery } from './confirm-delivery.js'
import { deliverOrder } from './deliver-order.js'
import { Delivery } from './delivery.type.js'
import { holdOrder, resumeOrder } from './hold-order.js'
import { CancelOrderArgs, DeliverOrderArgs, RequestRevisionArgs } from './order-inputs.js'
import { MOST_REVISIONS } from './order.facts.js'
import { orderMachine } from './order.machine.js'
import { Order } from './order.type.js'
import { requestRevision } from './request-revision.js'

const verb = (name: keyof typeof orderMachine.verbs) => ({
  nullable: true,
  description: orderMachine.verbs[name].doc,
})

@Resolver()
export class DeliveryResolver {
  @Rights('ADMIN', 'FULFILMENT')
  @Mutation(() => Order, verb('deliverOrder'))
  deliverOrder(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => DeliverOrderArgs) args: DeliverOrderArgs,
  ) {
    return answer(ctx, info, args, deliverOrder)
  }

  @Rights('member')
  @Mutation(() => Order, verb('requestRevision'))
  requestRevision(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => RequestRevisionArgs) args: RequestRevisionArgs,
  ) {
    return answer(ctx, info, args, requestRevision)
  }

  @Rights('member')
  @Mutation(() => Order, verb('confirmDelivery'))
  confirmDelivery(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => KeyedIdArgs) args: KeyedIdArgs,
  ) {
    return answer(ctx, info, args, confirmDelivery)
  }

  @Rights('ADMIN')
  @Mutation(() => Order, verb('holdOrder'))
  holdOrder(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => ReasonArgs) args: ReasonArgs) {
    return answer(ctx, info, args, holdOrder)
  }

  @Rights('ADMIN')
  @Mutation(() => Order, verb('resumeOrder'))
  resumeOrder(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, resumeOrder)
  }

  @Rights('member', 'ADMIN')
  @Mutation(() => Order, verb('cancelOrder'))
  cancelOrder(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => CancelOrderArgs) args: CancelOrderArgs,
  ) {
    return answer(ctx, info, args, cancelOrder)
  }
}

const revisions = {
  used: fact.int(
    '(select count(*) from deliveries d where d.order_id = t.id and d.revision_requested_at is not null)',
  ),
}

@Resolver(() => Order)
export class OrderDeliveries {
  @Many({ to: 'order_id', orderBy: 'number' })
  @FieldResolver(() => [Delivery], {
    description: 'What was handed to the buyer, the first one first; for the team and the buyer.',
  })
  deliveries(): never {
    throw new Error('planned')
  }

  @Column((t) => sql`(case when ${t}.status = 'DELIVERED' then ${t}.auto_complete_at end)`)
  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Until when the buyer answers the delivery; then it counts as confirmed.',
  })
  autoCompleteAt(): never {
    throw new Error('planned')
  }

  @Computed(revisions, ({ used }) => Math.max(0, MOST_REVISIONS - used))
  @FieldResolver(() => Int, { description: 'How many revisions the buyer may still ask for.' })
  revisionsLeft(): never {
    throw new Error('planned')
  }
}
