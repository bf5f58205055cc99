import type { GraphQLResolveInfo } from 'graphql'
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Mutation, Resolver } from 'type-graphql'
import type { Ctx as Context } from '../platform/context.js'
import { answer } from '../platform/graphql/answer.js'
import { IdArgs, ReasonArgs } from '../platform/graphql/args.js'
import { Rights } from '../platform/graphql/rights.js'
import { Many, One } from '../platform/reading/declare.js'
import { campaignMachine } from './campaign.machine.js'
import { Campaign } from './campaign.type.js'
import { creativeMachine } from './creative.machine.js'
import { Creative, CreativeVersion } from './creative.type.js'
import { approveCreative, rejectCreative } from './decide-creative.js'
import { uploadCreative } from './upload-creative.js'

@ArgsType()
export class UploadCreativeArgs extends IdArgs {
  @Field(() => String, { description: 'Which creative of the campaign, by its key.' })
  key!: string

  @Field(() => ID, { description: 'Your own upload, checked and READY, of a type that the creative takes.' })
  fileId!: string
}

@Resolver()
export class CreativeResolver {
  @Rights('member')
  @Mutation(() => Creative, {
    nullable: true,
    description: `${campaignMachine.verbs.uploadCreative.doc} \`id\` is the campaign's.`,
  })
  uploadCreative(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => UploadCreativeArgs) args: UploadCreativeArgs,
  ) {
    return answer(ctx, info, args, uploadCreative)
  }

  @Rights('member')
  @Mutation(() => CreativeVersion, { nullable: true, description: creativeMachine.verbs.approveCreative.doc })
  approveCreative(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Args(() => IdArgs) args: IdArgs) {
    return answer(ctx, info, args, approveCreative)
  }

  @Rights('member')
  @Mutation(() => CreativeVersion, { nullable: true, description: creativeMachine.verbs.rejectCreative.doc })
  rejectCreative(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ReasonArgs) args: ReasonArgs,
  ) {
    return answer(ctx, info, args, rejectCreative)
  }
}

/** The creatives of a campaign. */
@Resolver(() => Campaign)
export class CampaignCreatives {
  @Many({ to: 'campaign_id', orderBy: 'position', limit: 20 })
  @FieldResolver(() => [Creative], {
    description: 'The assets it needs, in the order of its package; for the buyer, the channel and the team.',
  })
  creatives(): never {
    throw new Error('planned')
  }
}

/** The campaign of a creative. */
@Resolver(() => Creative)
export class CreativeCampaign {
  @One({ from: 'campaign_id' })
  @FieldResolver(() => Campaign, { nullable: true, description: 'The campaign that needs it.' })
  campaign(): never {
    throw new Error('planned')
  }
}
