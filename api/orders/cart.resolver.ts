import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { PageArgs } from '../platform/graphql/args.js'
import { answer, answerMany } from '../platform/graphql/answer.js'
import { Rights } from '../platform/graphql/rights.js'
import { readOne, readPage } from '../platform/reading/read.js'
import { addCartLine, createCart, removeCartLine } from './cart-lines.js'
import { Cart, CartConnection } from './cart.type.js'
import { checkout } from './checkout.js'
import { confirmCartLine } from './confirm-cart-line.js'
import {
  AddCartLineArgs,
  CheckoutArgs,
  ConfirmCartLineArgs,
  CreateCartArgs,
  RemoveCartLineArgs,
} from './order-inputs.js'
import { Order } from './order.type.js'

@Resolver()
export class CartResolver {
  @Rights('member')
  @Query(() => CartConnection, { description: "The carts of the viewer's organisations, the newest first." })
  carts(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) _page: PageArgs) {
    return readPage(ctx, info)
  }

  @Rights('member')
  @Query(() => Cart, {
    nullable: true,
    description: 'One cart, or null where the viewer may see no such cart.',
  })
  cart(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
  ) {
    return readOne(ctx, info, id)
  }

  @Rights('member')
  @Mutation(() => Cart, { nullable: true, description: 'Starts an empty cart.' })
  createCart(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => CreateCartArgs) args: CreateCartArgs,
  ) {
    return answer(ctx, info, args, createCart)
  }

  @Rights('member')
  @Mutation(() => Cart, {
    nullable: true,
    description: 'Puts a service into a cart, with the person who will get its onboarding request.',
  })
  addCartLine(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AddCartLineArgs) args: AddCartLineArgs,
  ) {
    return answer(ctx, info, args, addCartLine)
  }

  @Rights('member')
  @Mutation(() => Cart, {
    nullable: true,
    description: 'Takes a package in a cart as it is sold now, after its channel changed it.',
  })
  confirmCartLine(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ConfirmCartLineArgs) args: ConfirmCartLineArgs,
  ) {
    return answer(ctx, info, args, confirmCartLine)
  }

  @Rights('member')
  @Mutation(() => Cart, { nullable: true, description: 'Takes a line out of a cart.' })
  removeCartLine(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => RemoveCartLineArgs) args: RemoveCartLineArgs,
  ) {
    return answer(ctx, info, args, removeCartLine)
  }

  @Rights('member')
  @Mutation(() => [Order], {
    description: 'Makes orders of a cart, one for each beneficiary; each waits 15 minutes for its payment.',
  })
  checkout(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => CheckoutArgs) args: CheckoutArgs,
  ) {
    return answerMany(ctx, info, args, checkout)
  }
}
