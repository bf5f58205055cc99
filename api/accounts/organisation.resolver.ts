import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { PageArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { Many, Page } from '../platform/reading/declare.js'
import { readOne, readPage } from '../platform/reading/read.js'
import { Member } from './member.type.js'
import {
  ContactConnection,
  ContactWhere,
  Organisation,
  OrganisationConnection,
  OrganisationWhere,
  PeopleSort,
} from './organisation.type.js'
import { UserConnection, UserWhere } from './user.type.js'
import { Viewer, withoutUser } from './viewer.type.js'

@Resolver()
export class AccountsResolver {
  @Rights('anyone')
  @Query(() => Viewer, { description: 'Who is calling.' })
  viewer(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return withoutUser(ctx.viewer) ?? readOne(ctx, info, ctx.viewer.id)
  }

  @Rights('signed-in')
  @Query(() => OrganisationConnection, {
    description: "Organisations: one's own and one's clients; for staff, all.",
  })
  organisations(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => OrganisationWhere, { nullable: true, description: 'Only these.' })
    _where?: OrganisationWhere,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Only those in whose name or business address this stands: at most 100 characters.',
    })
    _search?: string,
    @Arg('sort', () => [PeopleSort], { nullable: true, description: 'In this order.' }) _sort?: PeopleSort[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('signed-in')
  @Query(() => Organisation, {
    nullable: true,
    description: 'One organisation, or null where there is none to be seen.',
  })
  organisation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
  ) {
    return readOne(ctx, info, id)
  }

  @Rights('signed-in')
  @Query(() => ContactConnection, {
    description: "Contacts of one's own organisations and clients; for staff, all.",
  })
  contacts(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => ContactWhere, { nullable: true, description: 'Only these.' }) _where?: ContactWhere,
    @Arg('search', () => String, {
      nullable: true,
      description:
        'Only those in whose name, e-mail address or telephone number this stands: at most 100 characters.',
    })
    _search?: string,
    @Arg('sort', () => [PeopleSort], { nullable: true, description: 'In this order.' }) _sort?: PeopleSort[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('staff')
  @Query(() => UserConnection, { description: 'The team.' })
  staff(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => UserWhere, { nullable: true, description: 'Only these.' }) _where?: UserWhere,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Only those in whose name or e-mail address this stands: at most 100 characters.',
    })
    _search?: string,
    @Arg('sort', () => [PeopleSort], { nullable: true, description: 'In this order.' }) _sort?: PeopleSort[],
  ) {
    return readPage(ctx, info, (c) => sql`${c}.staff_roles <> '{}'`)
  }
}

/** What belongs to an organisation. */
@Resolver(() => Organisation)
export class OrganisationFields {
  @Page({ to: 'agency_id' })
  @FieldResolver(() => OrganisationConnection, { description: "An agency's clients." })
  clients(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => OrganisationWhere, { nullable: true, description: 'Only these.' })
    _where?: OrganisationWhere,
    @Arg('sort', () => [PeopleSort], { nullable: true, description: 'In this order.' }) _sort?: PeopleSort[],
  ): never {
    throw new Error('planned')
  }

  @Page({ to: 'organisation_id' })
  @FieldResolver(() => ContactConnection, { description: 'Its people.' })
  contacts(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => ContactWhere, { nullable: true, description: 'Only these.' }) _where?: ContactWhere,
    @Arg('sort', () => [PeopleSort], { nullable: true, description: 'In this order.' }) _sort?: PeopleSort[],
  ): never {
    throw new Error('planned')
  }

  @Many({ to: 'organisation_id' })
  @FieldResolver(() => [Member], { description: 'Those of them who sign in, or were invited to.' })
  members(): never {
    throw new Error('planned')
  }
}
