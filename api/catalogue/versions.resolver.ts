import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, Info, Mutation, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { Rights } from '../platform/graphql/rights.js'
import { discardServiceDraft, saveBlueprintDraft, saveFormDraft } from './drafts.js'
import { publishOnboardingForm, publishTaskBlueprint } from './publish.js'
import {
  DiscardDraftArgs,
  PublishBlueprintArgs,
  PublishFormArgs,
  SaveBlueprintDraftArgs,
  SaveFormDraftArgs,
} from './service-inputs.js'
import { serviceMachine } from './service.machine.js'
import { Service } from './service.type.js'

/** What these verbs are done to is the service: its id is that of the command. */
function ofService<A extends { serviceId: string }>({ serviceId, ...args }: A) {
  return { id: serviceId, ...args }
}

@Resolver()
export class VersionsResolver {
  @Rights('ADMIN')
  @Mutation(() => Service, {
    nullable: true,
    description: serviceMachine.verbs.publishOnboardingForm.doc,
  })
  publishOnboardingForm(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PublishFormArgs) args: PublishFormArgs,
  ) {
    return answer(ctx, info, ofService(args), publishOnboardingForm)
  }

  @Rights('ADMIN')
  @Mutation(() => Service, {
    nullable: true,
    description: serviceMachine.verbs.publishTaskBlueprint.doc,
  })
  publishTaskBlueprint(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PublishBlueprintArgs) args: PublishBlueprintArgs,
  ) {
    return answer(ctx, info, ofService(args), publishTaskBlueprint)
  }

  @Rights('ADMIN')
  @Mutation(() => Service, {
    nullable: true,
    description:
      'Keeps a form that is being written, however unfinished; `expectedVersion` is the `formDraftVersion` you saw.',
  })
  saveFormDraft(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => SaveFormDraftArgs) args: SaveFormDraftArgs,
  ) {
    return answer(ctx, info, ofService(args), saveFormDraft)
  }

  @Rights('ADMIN')
  @Mutation(() => Service, {
    nullable: true,
    description:
      'Keeps a blueprint that is being written, however unfinished; `expectedVersion` is the `blueprintDraftVersion` you saw.',
  })
  saveBlueprintDraft(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => SaveBlueprintDraftArgs) args: SaveBlueprintDraftArgs,
  ) {
    return answer(ctx, info, ofService(args), saveBlueprintDraft)
  }

  @Rights('ADMIN')
  @Mutation(() => Service, {
    nullable: true,
    description: 'Throws a draft away; `expectedVersion` is its version. What is published stays.',
  })
  discardServiceDraft(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => DiscardDraftArgs) args: DiscardDraftArgs,
  ) {
    return answer(ctx, info, ofService(args), discardServiceDraft)
  }
}
