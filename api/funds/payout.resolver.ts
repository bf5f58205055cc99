import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Mutation,
  Query,
  Resolver,
} from 'type-graphql'
import { Organisation } from '../accounts/organisation.type.js'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { PageArgs, ReasonArgs, VerbArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { One } from '../platform/reading/declare.js'
import { readPage } from '../platform/reading/read.js'
import { OperationWhere } from './operation-inputs.js'
import { OperationConnection } from './operation.type.js'
import { payoutAccountMachine } from './payout-account.machine.js'
import { connectPayoutAccount, reinstatePayoutAccount, suspendPayoutAccount } from './payout-account.js'
import { PayoutAccount, PayoutAccountConnection } from './payout-account.type.js'

const verb = (name: keyof typeof payoutAccountMachine.verbs) => ({
  nullable: true,
  description: payoutAccountMachine.verbs[name].doc,
})

@ArgsType()
class ConnectArgs extends VerbArgs {
  @Field(() => ID, { description: 'The channel that is paid out to it.' })
  organisationId!: string

  @Field(() => String, { description: 'The token that the payment provider’s page gave.' })
  accountToken!: string
}

@Resolver()
export class PayoutResolver {
  @Rights('member', 'FINANCE', 'ADMIN')
  @Query(() => OperationConnection, {
    description: 'What channels were paid out, or are to be; for a channel’s members their own.',
  })
  payouts(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => OperationWhere, { nullable: true, description: 'Only these.' })
    _where?: OperationWhere,
  ) {
    return readPage(ctx, info, (o) => sql`${o}.payee_id is not null`)
  }

  @Rights('member', 'FINANCE', 'ADMIN')
  @Query(() => PayoutAccountConnection, {
    description: 'The accounts that channels are paid out to; for a channel’s members their own.',
  })
  payoutAccounts(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
  ) {
    return readPage(ctx, info)
  }

  @Rights('member')
  @Mutation(() => PayoutAccount, verb('connectPayoutAccount'))
  connectPayoutAccount(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ConnectArgs) args: ConnectArgs,
  ) {
    return answer(ctx, info, args, connectPayoutAccount)
  }

  @Rights('FINANCE')
  @Mutation(() => PayoutAccount, verb('suspendPayoutAccount'))
  suspendPayoutAccount(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ReasonArgs) args: ReasonArgs,
  ) {
    return answer(ctx, info, args, suspendPayoutAccount)
  }

  @Rights('FINANCE')
  @Mutation(() => PayoutAccount, verb('reinstatePayoutAccount'))
  reinstatePayoutAccount(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ReasonArgs) args: ReasonArgs,
  ) {
    return answer(ctx, info, args, reinstatePayoutAccount)
  }
}

@Resolver(() => Organisation)
export class OrganisationPayoutAccount {
  @One({ to: 'organisation_id' })
  @FieldResolver(() => PayoutAccount, {
    nullable: true,
    description: 'Where a channel is paid out to; for its members, finance and admins.',
  })
  payoutAccount(): never {
    throw new Error('planned')
  }
}

@Resolver(() => PayoutAccount)
export class PayoutAccountOrganisation {
  @One({ from: 'organisation_id' })
  @FieldResolver(() => Organisation, { nullable: true, description: 'The channel whose it is.' })
  organisation(): never {
    throw new Error('planned')
  }
}
