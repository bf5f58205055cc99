import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { PageArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { readPage } from '../platform/reading/read.js'
import { AuditConnection, AuditSort, AuditWhere } from './audit.type.js'

/** Who did what: the log as a whole. */
@Resolver()
export class AuditResolver {
  @Rights('ADMIN')
  @Query(() => AuditConnection, { description: 'The log of everything that happened, the newest first.' })
  auditEntries(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => AuditWhere, { nullable: true, description: 'Only these.' }) _where?: AuditWhere,
    @Arg('sort', () => [AuditSort], { nullable: true, description: 'In this order.' }) _sort?: object[],
  ) {
    return readPage(ctx, info)
  }
}
