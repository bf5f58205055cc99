import type { GraphQLResolveInfo } from 'graphql'
import { Args, ArgsType, Ctx, Field, Info, Mutation, Query, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { KeyedIdArgs, PageArgs } from '../platform/graphql/args.js'
import { BigIntText } from '../platform/graphql/scalars.js'
import { Rights } from '../platform/graphql/rights.js'
import { readPage } from '../platform/reading/read.js'
import { settleChargeback } from './chargeback.js'
import { chargebackMachine } from './chargeback.machine.js'
import { Chargeback, ChargebackConnection, ChargebackOutcomeEnum } from './chargeback.type.js'
import type { ChargebackOutcome } from './funds.events.js'

@ArgsType()
class SettleChargebackArgs extends KeyedIdArgs {
  @Field(() => ChargebackOutcomeEnum, { description: 'How it ended.' })
  outcome!: ChargebackOutcome

  @Field(() => BigIntText, {
    nullable: true,
    description:
      'What the bank took, in minor units of the order’s currency: of a lost one that it wanted in another currency, and only of that.',
  })
  taken?: bigint
}

@Resolver()
export class ChargebackResolver {
  @Rights('FINANCE', 'ADMIN')
  @Query(() => ChargebackConnection, {
    description: 'Payments that buyers’ banks wanted back, the newest first.',
  })
  chargebacks(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) _page: PageArgs) {
    return readPage(ctx, info)
  }

  @Rights('FINANCE')
  @Mutation(() => Chargeback, {
    nullable: true,
    description: chargebackMachine.verbs.settleChargeback.doc,
  })
  settleChargeback(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => SettleChargebackArgs) args: SettleChargebackArgs,
  ) {
    return answer(ctx, info, args, settleChargeback)
  }
}
