import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { IdArgs, PageArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { Page } from '../platform/reading/declare.js'
import { readOne, readPage } from '../platform/reading/read.js'
import { TaskBlueprintConnection } from './blueprint.type.js'
import { forStaff, OnboardingFormConnection } from './form.type.js'
import { AddServiceArgs, ChangeServiceArgs, ServiceSort, ServiceWhere } from './service-inputs.js'
import { serviceMachine } from './service.machine.js'
import { Service, ServiceConnection } from './service.type.js'
import { addService, changeService, offerService, withdrawService } from './services.js'

const doc = (verb: keyof typeof serviceMachine.verbs) => serviceMachine.verbs[verb].doc

@Resolver()
export class ServiceResolver {
  @Rights('anyone')
  @Query(() => ServiceConnection, {
    description: 'The catalogue; for staff, and for a channel of its own, also what is not on sale.',
  })
  services(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => ServiceWhere, { nullable: true, description: 'Only these.' }) _where?: ServiceWhere,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Only those in whose name this stands: at most 100 characters.',
    })
    _search?: string,
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

  @Rights('ADMIN')
  @Mutation(() => Service, {
    nullable: true,
    description: 'Adds a service; it is in preparation before it is offered.',
  })
  addService(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AddServiceArgs) args: AddServiceArgs,
  ) {
    return answer(ctx, info, args, addService)
  }

  @Rights('ADMIN')
  @Mutation(() => Service, { nullable: true, description: doc('changeService') })
  changeService(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ChangeServiceArgs) args: ChangeServiceArgs,
  ) {
    return answer(ctx, info, args, changeService)
  }

  @Rights('ADMIN', 'member')
  @Mutation(() => Service, { nullable: true, description: doc('offerService') })
  offerService(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, offerService)
  }

  @Rights('ADMIN', 'member')
  @Mutation(() => Service, { nullable: true, description: doc('withdrawService') })
  withdrawService(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, withdrawService)
  }
}

/** The versions of what a service's work needs. */
@Resolver(() => Service)
export class ServiceVersions {
  @Page({ to: 'service_id' }, forStaff)
  @FieldResolver(() => OnboardingFormConnection, {
    nullable: true,
    description: 'Every version of its form, the newest first; for staff.',
  })
  formVersions(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('planned')
  }

  @Page({ to: 'service_id' }, forStaff)
  @FieldResolver(() => TaskBlueprintConnection, {
    nullable: true,
    description: 'Every version of its blueprint, the newest first; for staff.',
  })
  blueprintVersions(@Args(() => PageArgs) _page: PageArgs): never {
    throw new Error('planned')
  }
}
