import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { KeyedIdArgs, PageArgs } from '../platform/graphql/args.js'
import { answer } from '../platform/graphql/answer.js'
import { Rights } from '../platform/graphql/rights.js'
import { readPage } from '../platform/reading/read.js'
import { Operation, OperationConnection } from './money.type.js'
import { retryOperation } from './retry-operation.js'

@Resolver()
export class OperationResolver {
  @Rights('FINANCE', 'ADMIN')
  @Query(() => OperationConnection, {
    description: 'Refunds that failed, or of which nobody knows yet, the oldest first.',
  })
  failedOperations(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
  ) {
    return readPage(ctx, info, (o) => sql`(${o}.kind = 'REFUND' and ${o}.state in ('FAILED', 'UNKNOWN'))`)
  }

  @Rights('FINANCE', 'ADMIN')
  @Mutation(() => Operation, {
    nullable: true,
    description: 'Has a refused refund tried again now; by itself it is tried again after growing pauses.',
  })
  retryOperation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => KeyedIdArgs) args: KeyedIdArgs,
  ) {
    return answer(ctx, info, args, retryOperation)
  }
}
