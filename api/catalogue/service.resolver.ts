import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { PageArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { readOne, readPage } from '../platform/reading/read.js'
import { Service, ServiceConnection, ServiceSort, ServiceWhere } from './service.type.js'

@Resolver()
export class ServiceResolver {
  @Rights('anyone')
  @Query(() => ServiceConnection, { description: 'The catalogue.' })
  services(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => ServiceWhere, { nullable: true, description: 'Only these.' }) _where?: ServiceWhere,
    @Arg('sort', () => [ServiceSort], { nullable: true, description: 'In this order.' }) _sort?: object[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('anyone')
  @Query(() => Service, { nullable: true, description: 'One service, or null where there is none.' })
  service(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
  ) {
    return readOne(ctx, info, id)
  }
}
