import type { GraphQLResolveInfo } from 'graphql'
import { Args, ArgsType, Ctx, Field, ID, Info, Mutation, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { IdArgs, VerbArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { addContact, changeContact } from './contacts.js'
import { Contact, Organisation, OrganisationKind } from './organisation.type.js'
import { addOrganisation, changeOrganisation, type NewOrganisation } from './organisations.js'

const LOCALE = 'A BCP-47 tag, for example de-AT'
const ZONE = 'An IANA time zone, for example Europe/Berlin'

@ArgsType()
class AddOrganisationArgs extends VerbArgs {
  @Field(() => String, { description: 'What it is called.' })
  name!: string

  @Field(() => OrganisationKind, { description: 'What kind it is.' })
  kind!: NewOrganisation['kind']

  @Field(() => String, { description: "The business's own address; no mail of an order goes there." })
  businessEmail!: string

  @Field(() => String, { nullable: true, description: `${LOCALE}; English where nothing is said.` })
  locale?: string

  @Field(() => String, { nullable: true, description: `${ZONE}; UTC where nothing is said.` })
  timeZone?: string

  @Field(() => ID, { nullable: true, description: 'The agency whose client it is.' })
  agencyId?: string
}

@ArgsType()
class ChangeOrganisationArgs extends IdArgs {
  @Field(() => String, { nullable: true, description: 'What it is called.' })
  name?: string

  @Field(() => String, { nullable: true, description: "The business's own address." })
  businessEmail?: string

  @Field(() => String, { nullable: true, description: `${LOCALE}.` })
  locale?: string

  @Field(() => String, { nullable: true, description: `${ZONE}.` })
  timeZone?: string
}

@ArgsType()
class AddContactArgs extends VerbArgs {
  @Field(() => ID, { description: 'At which organisation.' })
  organisationId!: string

  @Field(() => String, { description: 'Their name.' })
  name!: string

  @Field(() => String, { nullable: true, description: "The person's own address: mail goes here." })
  email?: string | null

  @Field(() => String, { nullable: true, description: 'Their telephone number.' })
  phone?: string | null

  @Field(() => String, { nullable: true, description: `${LOCALE}; else the organisation's.` })
  locale?: string | null

  @Field(() => String, { nullable: true, description: `${ZONE}; else the organisation's.` })
  timeZone?: string | null
}

@ArgsType()
class ChangeContactArgs extends IdArgs {
  @Field(() => String, { nullable: true, description: 'Their name.' })
  name?: string

  @Field(() => String, { nullable: true, description: "The person's own address; null takes it away." })
  email?: string | null

  @Field(() => String, { nullable: true, description: 'Their telephone number; null takes it away.' })
  phone?: string | null

  @Field(() => String, { nullable: true, description: `${LOCALE}; null for the organisation's.` })
  locale?: string | null

  @Field(() => String, { nullable: true, description: `${ZONE}; null for the organisation's.` })
  timeZone?: string | null
}

/** Who our customers are: their organisations and contacts. */
@Resolver()
export class CustomersResolver {
  @Rights('member', 'ADMIN', 'SUPPORT')
  @Mutation(() => Organisation, {
    nullable: true,
    description: 'Adds an organisation; an owner of an agency adds clients of it.',
  })
  addOrganisation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AddOrganisationArgs) args: AddOrganisationArgs,
  ) {
    return answer(ctx, info, args, addOrganisation)
  }

  @Rights('member', 'ADMIN', 'SUPPORT')
  @Mutation(() => Organisation, {
    nullable: true,
    description: 'Changes what is known of an organisation; what is left out stays.',
  })
  changeOrganisation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ChangeOrganisationArgs) args: ChangeOrganisationArgs,
  ) {
    return answer(ctx, info, args, changeOrganisation)
  }

  @Rights('member', 'ADMIN', 'SUPPORT')
  @Mutation(() => Contact, { nullable: true, description: 'Adds a person at an organisation.' })
  addContact(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AddContactArgs) args: AddContactArgs,
  ) {
    return answer(ctx, info, args, addContact)
  }

  @Rights('member', 'ADMIN', 'SUPPORT')
  @Mutation(() => Contact, {
    nullable: true,
    description:
      'Changes what is known of a contact; what is left out stays. Orders and documents keep the recipient that was copied onto them.',
  })
  changeContact(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ChangeContactArgs) args: ChangeContactArgs,
  ) {
    return answer(ctx, info, args, changeContact)
  }
}
