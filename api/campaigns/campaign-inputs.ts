import { ArgsType, Field, ID, InputType } from 'type-graphql'
import {
  BooleanFilter,
  DateTimeFilter,
  enumFilter,
  IdArgs,
  IdFilter,
  KeyedIdArgs,
  sortInput,
} from '../platform/graphql/args.js'
import { BigIntText, DateTime, Day } from '../platform/graphql/scalars.js'
import { CampaignChecklist } from './campaign-parts.type.js'
import { CampaignOutcome, CampaignStatus } from './campaign.type.js'
import type { Checklist } from './checklist.js'

const StatusFilter = enumFilter(CampaignStatus, 'CampaignStatus')
const OutcomeFilter = enumFilter(CampaignOutcome, 'CampaignOutcome')

@InputType({ description: 'Which campaigns: every condition given holds.' })
export class CampaignWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By order.' })
  orderId?: IdFilter

  @Field(() => StatusFilter, { nullable: true, description: 'By state.' })
  status?: object

  @Field(() => OutcomeFilter, { nullable: true, description: 'By how its money was settled.' })
  outcome?: object

  @Field(() => IdFilter, { nullable: true, description: 'By the channel that runs it.' })
  channelId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By who pays.' })
  buyerId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By the package: the id of a service.' })
  packageId?: IdFilter

  @Field(() => DateTimeFilter, { nullable: true, description: 'By when it was offered.' })
  offeredAt?: DateTimeFilter

  @Field(() => DateTimeFilter, { nullable: true, description: 'By the deadline that matters now.' })
  dueAt?: DateTimeFilter

  @Field(() => BooleanFilter, {
    nullable: true,
    description:
      'By whether the money is not released by itself, as no mail has told the buyer that it is complete.',
  })
  releaseHeld?: BooleanFilter

  @Field(() => [CampaignWhere], { nullable: true, description: 'All of these.' })
  and?: CampaignWhere[]

  @Field(() => [CampaignWhere], { nullable: true, description: 'Any of these.' })
  or?: CampaignWhere[]

  @Field(() => CampaignWhere, { nullable: true, description: 'Not this.' })
  not?: CampaignWhere
}

export const CampaignSort = sortInput('Campaign', {
  dueAt: 'By the deadline that matters now: what has none comes after everything that has one.',
  offeredAt: 'By when it was offered.',
})

const WHY = 'Why, in a sentence or two: 1 to 1000 characters.'

@ArgsType()
export class DeclineCampaignArgs extends KeyedIdArgs {
  @Field(() => String, { description: WHY })
  reason!: string
}

@ArgsType()
export class PayAgainArgs extends KeyedIdArgs {
  @Field(() => String, { description: "The token that the gateway's payment page gave." })
  paymentToken!: string
}

@ArgsType()
export class CompleteCampaignArgs extends KeyedIdArgs {
  @Field(() => CampaignChecklist, {
    description: 'Asked and kept; no answer stands in the way.',
  })
  checklist!: Checklist

  @Field(() => Day, { nullable: true, description: 'The completion date that the channel estimates.' })
  estimatedOn?: string
}

@ArgsType()
export class ResendCompletionMailArgs extends IdArgs {
  @Field(() => ID, {
    description:
      'A contact of the buyer: another than the one whose mail came back, or with a corrected address.',
  })
  contactId!: string
}

/** Ending a campaign, with what goes back. */
@ArgsType()
export class EndCampaignArgs extends KeyedIdArgs {
  @Field(() => BigIntText, {
    description:
      'What goes back to the buyer, in minor units: 0 to all that is held; the rest to the channel, less its fee.',
  })
  refund!: bigint

  @Field(() => String, { description: WHY })
  reason!: string
}

@ArgsType()
export class AnswerCancellationArgs extends KeyedIdArgs {
  @Field(() => Boolean, { description: 'Whether you agree: then it ends, and what was named goes back.' })
  agree!: boolean
}

@ArgsType()
export class ExtendDeadlineArgs extends IdArgs {
  @Field(() => DateTime, { description: 'Its new end: later than the present one.' })
  until!: Date

  @Field(() => String, { description: WHY })
  reason!: string
}
