import type { GraphQLResolveInfo } from 'graphql'
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql'
import { fact } from '../lib/facts.js'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { VerbArgs } from '../platform/graphql/args.js'
import { RefusalCodes } from '../platform/graphql/enums.js'
import { Rights } from '../platform/graphql/rights.js'
import { Column, Computed, Many, One, Reading, throughParent } from '../platform/reading/declare.js'
import { Cart } from './cart.type.js'
import { Order, OrderLine } from './order.type.js'
import { leftOutBecause, reorder } from './reorder.js'

@ArgsType()
export class ReorderArgs extends VerbArgs {
  @Field(() => ID, { description: 'The order whose lines are to be bought again: one that you pay for.' })
  orderId!: string
}

@Reading({ table: 'left_out_lines', scope: throughParent('Cart', 'cart_id') })
@ObjectType({ description: 'A line of an order that was left out when the same was to be bought again.' })
export class LeftOutLine {
  @One({ from: 'line_id' })
  @Field(() => OrderLine, { nullable: true, description: 'The line of the earlier order.' })
  line!: OrderLine | null

  @Column()
  @Field(() => RefusalCodes, { description: 'Why it was left out.' })
  refusal!: string

  @Computed({ refusal: fact.text('t.refusal') }, ({ refusal }) => leftOutBecause[refusal as 'NOT_ON_SALE'])
  @Field(() => String, { description: 'The same for people.' })
  message!: string
}

@Resolver()
export class ReorderResolver {
  @Rights('member')
  @Mutation(() => Cart, {
    nullable: true,
    description:
      'Begins a cart with what an order had, at the prices of now; `leftOut` names what cannot be bought any more.',
  })
  reorder(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => ReorderArgs) args: ReorderArgs) {
    return answer(ctx, info, args, reorder)
  }
}

/** What a cart that was begun from an order says of that. */
@Resolver(() => Cart)
export class CartReorder {
  @One({ from: 'reorder_of' })
  @FieldResolver(() => Order, {
    nullable: true,
    description: 'The order that it was begun from, to buy the same again.',
  })
  reorderOf(): never {
    throw new Error('planned')
  }

  @Many({ to: 'cart_id', limit: 50 })
  @FieldResolver(() => [LeftOutLine], { description: 'What of that order cannot be bought any more.' })
  leftOut(): never {
    throw new Error('planned')
  }
}
