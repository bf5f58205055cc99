import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql'
import { Campaign } from '../campaigns/campaign.type.js'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { KeyedIdArgs, PageArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { changesOf } from '../platform/live/changes.js'
import { One } from '../platform/reading/declare.js'
import { readOne, readPage } from '../platform/reading/read.js'
import { addEvidence } from './add-evidence.js'
import { addStatement } from './add-statement.js'
import { answerDisputeInformation } from './answer-dispute-information.js'
import {
  AddEvidenceArgs,
  AddStatementArgs,
  DisputeSort,
  DisputeWhere,
  OpenDisputeArgs,
  RequestDisputeInformationArgs,
  ResolveDisputeArgs,
  SideArgs,
} from './dispute-inputs.js'
import { disputeMachine } from './dispute.machine.js'
import { Dispute, DisputeConnection } from './dispute.type.js'
import { openDispute } from './open-dispute.js'
import { requestDisputeInformation } from './request-dispute-information.js'
import { resolveDispute } from './resolve-dispute.js'
import { respondToDispute } from './respond-to-dispute.js'
import { withdrawDispute } from './withdraw-dispute.js'

const WHICH = { description: 'Which one.' }
const verb = (name: keyof typeof disputeMachine.verbs) => ({
  nullable: true,
  description: disputeMachine.verbs[name].doc,
})

@Resolver()
export class DisputeResolver {
  @Rights('signed-in')
  @Query(() => Dispute, {
    nullable: true,
    description: 'One dispute, or null where the viewer may see no such dispute.',
  })
  dispute(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID, WHICH) id: string) {
    return readOne(ctx, info, id)
  }

  @Rights('signed-in')
  @Query(() => DisputeConnection, { description: 'The disputes that the viewer may see.' })
  disputes(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => DisputeWhere, { nullable: true, description: 'Only these.' }) _where?: DisputeWhere,
    @Arg('sort', () => [DisputeSort], {
      nullable: true,
      description: 'In this order; the newest first by default.',
    })
    _sort?: object[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('member')
  @Mutation(() => Dispute, {
    nullable: true,
    description:
      'An owner of the buyer disputes a campaign, whose id it is given: the channel has broken what was agreed. The money is frozen until it is decided.',
  })
  openDispute(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => OpenDisputeArgs) args: OpenDisputeArgs,
  ) {
    return answer(ctx, info, args, openDispute)
  }

  @Rights('member')
  @Mutation(() => Dispute, verb('addStatement'))
  addStatement(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AddStatementArgs) args: AddStatementArgs,
  ) {
    return answer(ctx, info, args, addStatement)
  }

  @Rights('member')
  @Mutation(() => Dispute, verb('addEvidence'))
  addEvidence(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AddEvidenceArgs) args: AddEvidenceArgs,
  ) {
    return answer(ctx, info, args, addEvidence)
  }

  @Rights('member')
  @Mutation(() => Dispute, verb('respondToDispute'))
  respondToDispute(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => SideArgs) args: SideArgs,
  ) {
    return answer(ctx, info, args, respondToDispute)
  }

  @Rights('ADMIN')
  @Mutation(() => Dispute, verb('requestDisputeInformation'))
  requestDisputeInformation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => RequestDisputeInformationArgs) args: RequestDisputeInformationArgs,
  ) {
    return answer(ctx, info, args, requestDisputeInformation)
  }

  @Rights('member')
  @Mutation(() => Dispute, verb('answerDisputeInformation'))
  answerDisputeInformation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => SideArgs) args: SideArgs,
  ) {
    return answer(ctx, info, args, answerDisputeInformation)
  }

  @Rights('ADMIN', 'FINANCE')
  @Mutation(() => Dispute, verb('resolveDispute'))
  resolveDispute(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ResolveDisputeArgs) args: ResolveDisputeArgs,
  ) {
    return answer(ctx, info, args, resolveDispute)
  }

  @Rights('member')
  @Mutation(() => Dispute, verb('withdrawDispute'))
  withdrawDispute(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => KeyedIdArgs) args: KeyedIdArgs,
  ) {
    return answer(ctx, info, args, withdrawDispute)
  }

  @Rights('signed-in')
  @Subscription(() => Dispute, {
    nullable: true,
    description:
      'A dispute now, and again after everything that happens to it; null once the viewer may no longer see it.',
    subscribe: ({ args, context }) =>
      changesOf(context as Context, (hint) => hint.aggregateId === args['id']),
  })
  disputeUpdated(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, WHICH) id: string,
    @Root() _change: unknown,
  ) {
    return readOne(ctx, info, id)
  }
}

/** What has become of a campaign's dispute, on the campaign. */
@Resolver(() => Campaign)
export class CampaignDispute {
  @One({ from: 'id', to: 'campaign_id' })
  @FieldResolver(() => Dispute, {
    nullable: true,
    description: 'Its dispute, where there is or was one; for both sides and staff.',
  })
  dispute(): never {
    throw new Error('planned')
  }
}
