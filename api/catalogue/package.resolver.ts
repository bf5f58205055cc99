import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, Ctx, FieldResolver, Info, Mutation, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { PageArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { Page } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { AddPackageArgs, ChangePackageArgs } from './package-inputs.js'
import { PackageConnection } from './package.type.js'
import { addPackage, changePackage } from './packages.js'
import { serviceMachine } from './service.machine.js'
import { Service } from './service.type.js'

/** A service's own channel, and the team. */
const forSellers: Scope = (t, viewer) =>
  viewer.staff() || (viewer.kind === 'member' && sql`${t}.channel_id = any(${viewer.organisations}::text[])`)

@Resolver()
export class PackageResolver {
  @Rights('member')
  @Mutation(() => Service, {
    nullable: true,
    description:
      'Adds a package to what a channel of yours sells; it is in preparation before it is offered.',
  })
  addPackage(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AddPackageArgs) args: AddPackageArgs,
  ) {
    return answer(ctx, info, args, addPackage)
  }

  @Rights('member')
  @Mutation(() => Service, { nullable: true, description: serviceMachine.verbs.changePackage.doc })
  changePackage(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ChangePackageArgs) args: ChangePackageArgs,
  ) {
    return answer(ctx, info, args, changePackage)
  }
}

/** The versions of a package. */
@Resolver(() => Service)
export class PackageVersions {
  @Page({ to: 'service_id' }, forSellers)
  @FieldResolver(() => PackageConnection, {
    nullable: true,
    description: 'Every version of a package, the newest first; for staff and the channel that sells it.',
  })
  packageVersions(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('planned')
  }
}
