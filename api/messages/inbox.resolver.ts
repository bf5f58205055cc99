import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { PageArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { readPage } from '../platform/reading/read.js'
import { InboxConnection, InboxSort, InboxWhere } from './inbox.type.js'

@Resolver()
export class InboxResolver {
  @Rights('staff')
  @Query(() => InboxConnection, {
    description: 'The orders on whose feeds somebody wrote, by the clock: what breaks first comes first.',
  })
  inbox(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => InboxWhere, { nullable: true, description: 'Only these.' }) _where?: InboxWhere,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Only those with this in their number, or in their buyer’s or beneficiary’s name.',
    })
    _search?: string,
    @Arg('sort', () => [InboxSort], {
      nullable: true,
      description: 'In this order; by the clock by default.',
    })
    _sort?: object[],
  ) {
    return readPage(ctx, info)
  }
}
