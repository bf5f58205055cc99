import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Arg, Args, ArgsType, Ctx, Field, Info, Mutation, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { KeyedIdArgs, PageArgs } from '../platform/graphql/args.js'
import { answer } from '../platform/graphql/answer.js'
import { Rights } from '../platform/graphql/rights.js'
import { readPage } from '../platform/reading/read.js'
import type { Sql } from '../platform/reading/scope.js'
import { markPaymentGivenBack } from './mark-payment-given-back.js'
import { OperationWhere } from './operation-inputs.js'
import { Operation, OperationConnection } from './operation.type.js'
import { retryOperation } from './retry-operation.js'

/** What somebody should know of: failed and nothing took its place, or unknown. The index of them says the same. */
const failed = (o: Sql) =>
  sql`((${o}.state = 'UNKNOWN' or ${o}.state = 'FAILED' and ${o}.purpose <> 'PAYMENT') and ${o}.overtaken_at is null)`

@ArgsType()
class GivenBackArgs extends KeyedIdArgs {
  @Field(() => String, {
    description:
      'How and why it was given back, in a sentence or two: 1 to 1000 characters. The team reads it.',
  })
  reason!: string
}

@Resolver()
export class OperationResolver {
  @Rights('FINANCE', 'ADMIN')
  @Query(() => OperationConnection, {
    description:
      'What was asked of the gateway and failed, or of which nobody knows yet, the oldest first; refused payments are their buyers’ to try again.',
  })
  failedOperations(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => OperationWhere, { nullable: true, description: 'Only these.' })
    _where?: OperationWhere,
  ) {
    return readPage(ctx, info, failed)
  }

  @Rights('FINANCE', 'ADMIN')
  @Mutation(() => Operation, {
    nullable: true,
    description:
      'Has a refused refund, void, release or capture tried again now; by itself it is tried again after growing pauses.',
  })
  retryOperation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => KeyedIdArgs) args: KeyedIdArgs,
  ) {
    return answer(ctx, info, args, retryOperation)
  }

  @Rights('FINANCE', 'ADMIN')
  @Mutation(() => Operation, {
    nullable: true,
    description:
      'Says that a payment of another amount than was asked for has been given back at the gateway, or let go there: it has failed, and the buyer may pay again while there is time.',
  })
  markPaymentGivenBack(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => GivenBackArgs) args: GivenBackArgs,
  ) {
    return answer(ctx, info, args, markPaymentGivenBack)
  }
}
