import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, Info, Mutation, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { IdArgs, KeyedIdArgs, ReasonArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import {
  AnswerCancellationArgs,
  CompleteCampaignArgs,
  DeclineCampaignArgs,
  EndCampaignArgs,
  ExtendDeadlineArgs,
  PayAgainArgs,
  ResendCompletionMailArgs,
} from './campaign-inputs.js'
import { acceptCampaign } from './accept-campaign.js'
import { cancelCampaign } from './cancel-campaign.js'
import { completeCampaign } from './complete-campaign.js'
import { resendCompletionMail } from './completion-mail.js'
import { declineCampaign } from './decline-campaign.js'
import { extendDeadline } from './extend-deadline.js'
import { markCampaignReady, reopenCreatives } from './mark-campaign-ready.js'
import { payAgain } from './pay-again.js'
import { answerCancellation, proposeCancellation } from './propose-cancellation.js'
import { releaseFunds } from './release-funds.js'
import { withdrawCampaign } from './withdraw-campaign.js'
import { campaignMachine } from './campaign.machine.js'
import { Campaign } from './campaign.type.js'

const verb = (name: keyof typeof campaignMachine.verbs) => ({
  nullable: true,
  description: campaignMachine.verbs[name].doc,
})

@Resolver()
export class CampaignVerbsResolver {
  @Rights('member')
  @Mutation(() => Campaign, verb('acceptCampaign'))
  acceptCampaign(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => KeyedIdArgs) args: KeyedIdArgs,
  ) {
    return answer(ctx, info, args, acceptCampaign)
  }

  @Rights('member')
  @Mutation(() => Campaign, verb('declineCampaign'))
  declineCampaign(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => DeclineCampaignArgs) args: DeclineCampaignArgs,
  ) {
    return answer(ctx, info, args, declineCampaign)
  }

  @Rights('member')
  @Mutation(() => Campaign, verb('withdrawCampaign'))
  withdrawCampaign(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => KeyedIdArgs) args: KeyedIdArgs,
  ) {
    return answer(ctx, info, args, withdrawCampaign)
  }

  @Rights('member')
  @Mutation(() => Campaign, verb('payAgain'))
  payAgain(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PayAgainArgs) args: PayAgainArgs,
  ) {
    return answer(ctx, info, args, payAgain)
  }

  @Rights('member')
  @Mutation(() => Campaign, verb('markCampaignReady'))
  markCampaignReady(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, markCampaignReady)
  }

  @Rights('member')
  @Mutation(() => Campaign, verb('reopenCreatives'))
  reopenCreatives(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ReasonArgs) args: ReasonArgs,
  ) {
    return answer(ctx, info, args, reopenCreatives)
  }

  @Rights('member')
  @Mutation(() => Campaign, verb('completeCampaign'))
  completeCampaign(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => CompleteCampaignArgs) args: CompleteCampaignArgs,
  ) {
    return answer(ctx, info, args, completeCampaign)
  }

  @Rights('member')
  @Mutation(() => Campaign, verb('releaseFunds'))
  releaseFunds(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => KeyedIdArgs) args: KeyedIdArgs,
  ) {
    return answer(ctx, info, args, releaseFunds)
  }

  @Rights('member')
  @Mutation(() => Campaign, verb('proposeCancellation'))
  proposeCancellation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => EndCampaignArgs) args: EndCampaignArgs,
  ) {
    return answer(ctx, info, args, proposeCancellation)
  }

  @Rights('member')
  @Mutation(() => Campaign, verb('answerCancellation'))
  answerCancellation(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AnswerCancellationArgs) args: AnswerCancellationArgs,
  ) {
    return answer(ctx, info, args, answerCancellation)
  }

  @Rights('SUPPORT', 'ADMIN')
  @Mutation(() => Campaign, verb('resendCompletionMail'))
  resendCompletionMail(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ResendCompletionMailArgs) args: ResendCompletionMailArgs,
  ) {
    return answer(ctx, info, args, resendCompletionMail)
  }

  @Rights('ADMIN')
  @Mutation(() => Campaign, verb('cancelCampaign'))
  cancelCampaign(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => EndCampaignArgs) args: EndCampaignArgs,
  ) {
    return answer(ctx, info, args, cancelCampaign)
  }

  @Rights('ADMIN')
  @Mutation(() => Campaign, verb('extendDeadline'))
  extendDeadline(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ExtendDeadlineArgs) args: ExtendDeadlineArgs,
  ) {
    return answer(ctx, info, args, extendDeadline)
  }
}
