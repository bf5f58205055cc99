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
import { OrderLine } from '../orders/order.type.js'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { IdArgs, PageArgs, ReasonArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { changesOf } from '../platform/live/changes.js'
import { One } from '../platform/reading/declare.js'
import { readOne, readPage } from '../platform/reading/read.js'
import { approveOnboarding } from './approve-onboarding.js'
import { changeOnboardingRecipient } from './change-onboarding-recipient.js'
import { claimOnboarding } from './claim-onboarding.js'
import { keepingWhatWasSent } from './keep-what-was-sent.js'
import {
  ApproveArgs,
  ChangeRecipientArgs,
  DraftArgs,
  OnboardingDocumentSort,
  OnboardingDocumentWhere,
  RequestChangesArgs,
} from './onboarding-inputs.js'
import { onboardingMachine } from './onboarding.machine.js'
import { OnboardingDocument, OnboardingDocumentConnection } from './onboarding.type.js'
import { reopenOnboarding } from './reopen-onboarding.js'
import { requestOnboardingChanges } from './request-onboarding-changes.js'
import { resendOnboardingRequest } from './resend-onboarding-request.js'
import { saveOnboardingDraft } from './save-onboarding-draft.js'
import { submitOnboarding } from './submit-onboarding.js'
import { waiveOnboarding } from './waive-onboarding.js'
import { withdrawOnboarding } from './withdraw-onboarding.js'

const WHICH = { description: 'Which one.' }
const doc = (verb: keyof typeof onboardingMachine.verbs) => onboardingMachine.verbs[verb].doc

@Resolver()
export class OnboardingResolver {
  @Rights('signed-in', 'link')
  @Query(() => OnboardingDocument, {
    nullable: true,
    description: 'One document, or null where the viewer may see no such document.',
  })
  onboardingDocument(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, WHICH) id: string,
  ) {
    return readOne(ctx, info, id)
  }

  @Rights('signed-in')
  @Query(() => OnboardingDocumentConnection, {
    description: 'The onboarding documents that the viewer may see, the longest waiting first.',
  })
  onboardingDocuments(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('where', () => OnboardingDocumentWhere, { nullable: true, description: 'Only these.' })
    _where?: OnboardingDocumentWhere,
    @Arg('sort', () => [OnboardingDocumentSort], { nullable: true, description: 'In this order.' })
    _sort?: object[],
  ) {
    return readPage(ctx, info)
  }

  @Rights('member', 'link')
  @Mutation(() => OnboardingDocument, { nullable: true, description: doc('saveOnboardingDraft') })
  saveOnboardingDraft(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => DraftArgs) args: DraftArgs,
  ) {
    return answer(ctx, info, args, saveOnboardingDraft)
  }

  @Rights('member', 'link')
  @Mutation(() => OnboardingDocument, {
    nullable: true,
    description: `${doc('submitOnboarding')} Where something is missing or wrong, each problem is named at its field, and what was sent is kept as the draft.`,
  })
  submitOnboarding(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => DraftArgs) args: DraftArgs,
  ) {
    return keepingWhatWasSent(ctx, args, () => answer(ctx, info, args, submitOnboarding))
  }

  @Rights('member', 'link')
  @Mutation(() => OnboardingDocument, { nullable: true, description: doc('withdrawOnboarding') })
  withdrawOnboarding(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => IdArgs) args: IdArgs,
  ) {
    return answer(ctx, info, args, withdrawOnboarding)
  }

  @Rights('ADMIN')
  @Mutation(() => OnboardingDocument, { nullable: true, description: doc('claimOnboarding') })
  claimOnboarding(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, claimOnboarding)
  }

  @Rights('ADMIN')
  @Mutation(() => OnboardingDocument, { nullable: true, description: doc('approveOnboarding') })
  approveOnboarding(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ApproveArgs) args: ApproveArgs,
  ) {
    return answer(ctx, info, args, approveOnboarding)
  }

  @Rights('ADMIN')
  @Mutation(() => OnboardingDocument, { nullable: true, description: doc('requestOnboardingChanges') })
  requestOnboardingChanges(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => RequestChangesArgs) args: RequestChangesArgs,
  ) {
    return answer(ctx, info, args, requestOnboardingChanges)
  }

  @Rights('member', 'ADMIN')
  @Mutation(() => OnboardingDocument, { nullable: true, description: doc('resendOnboardingRequest') })
  resendOnboardingRequest(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => IdArgs) args: IdArgs,
  ) {
    return answer(ctx, info, args, resendOnboardingRequest)
  }

  @Rights('member', 'ADMIN')
  @Mutation(() => OnboardingDocument, { nullable: true, description: doc('changeOnboardingRecipient') })
  changeOnboardingRecipient(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ChangeRecipientArgs) args: ChangeRecipientArgs,
  ) {
    return answer(ctx, info, args, changeOnboardingRecipient)
  }

  @Rights('ADMIN')
  @Mutation(() => OnboardingDocument, { nullable: true, description: doc('waiveOnboarding') })
  waiveOnboarding(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ReasonArgs) args: ReasonArgs,
  ) {
    return answer(ctx, info, args, waiveOnboarding)
  }

  @Rights('ADMIN')
  @Mutation(() => OnboardingDocument, { nullable: true, description: doc('reopenOnboarding') })
  reopenOnboarding(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ReasonArgs) args: ReasonArgs,
  ) {
    return answer(ctx, info, args, reopenOnboarding)
  }

  @Rights('signed-in', 'link')
  @Subscription(() => OnboardingDocument, {
    nullable: true,
    description:
      'A document now, and again after everything that happens to it; null once the viewer may no longer see it.',
    subscribe: ({ args, context }) =>
      changesOf(context as Context, (hint) => hint.aggregateId === args['id']),
  })
  onboardingUpdated(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, WHICH) id: string,
    @Root() _change: unknown,
  ) {
    return readOne(ctx, info, id)
  }
}

/** What has become of a line's onboarding, on the line. */
@Resolver(() => OrderLine)
export class OrderLineOnboarding {
  @One({ from: 'id', to: 'line_id' })
  @FieldResolver(() => OnboardingDocument, {
    nullable: true,
    description: 'Its onboarding document, once the payment is final; none for a service without.',
  })
  onboarding(): never {
    throw new Error('read by the planner')
  }
}
