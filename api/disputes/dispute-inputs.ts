import { ArgsType, Field, ID, InputType } from 'type-graphql'
import type { Side } from '../campaigns/campaign-sides.js'
import { DateTimeFilter, enumFilter, IdFilter, KeyedIdArgs, sortInput } from '../platform/graphql/args.js'
import { BigIntText } from '../platform/graphql/scalars.js'
import { DisputeDecision, DisputeParty, DisputeReason, DisputeStatus } from './dispute-enums.js'
import type { DisputeReason as Reason } from './dispute-reasons.js'
import type { Decision } from './dispute-words.js'

const STATEMENT = 'What happened, in your own words: 1 to 5000 characters. Both sides read it.'
const EVIDENCE = 'Your own uploads that show it, at most 20 at once. Both sides can open them.'
const StatusFilter = enumFilter(DisputeStatus, 'DisputeStatus')
const ReasonFilter = enumFilter(DisputeReason, 'DisputeReason')

@InputType({ description: 'Which disputes: every condition given holds.' })
export class DisputeWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => StatusFilter, { nullable: true, description: 'By state.' })
  status?: object

  @Field(() => ReasonFilter, { nullable: true, description: 'By why.' })
  reason?: object

  @Field(() => IdFilter, { nullable: true, description: 'By order.' })
  orderId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By campaign.' })
  campaignId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By who disputes.' })
  buyerId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By channel.' })
  channelId?: IdFilter

  @Field(() => DateTimeFilter, { nullable: true, description: 'By when it was opened.' })
  openedAt?: DateTimeFilter

  @Field(() => DateTimeFilter, {
    nullable: true,
    description: 'By when the buyer gets everything back where nobody decides.',
  })
  fallbackAt?: DateTimeFilter

  @Field(() => [DisputeWhere], { nullable: true, description: 'All of these.' })
  and?: DisputeWhere[]

  @Field(() => [DisputeWhere], { nullable: true, description: 'Any of these.' })
  or?: DisputeWhere[]

  @Field(() => DisputeWhere, { nullable: true, description: 'Not this.' })
  not?: DisputeWhere
}

export const DisputeSort = sortInput('Dispute', {
  openedAt: 'By when it was opened.',
  fallbackAt: 'By when the buyer gets everything back where nobody decides.',
})

/** What one side says, with the files that show it. */
@ArgsType()
export class SideArgs extends KeyedIdArgs {
  @Field(() => String, { description: STATEMENT })
  statement!: string

  @Field(() => [ID], { nullable: true, description: EVIDENCE })
  evidence?: string[]
}

@ArgsType()
export class OpenDisputeArgs extends SideArgs {
  @Field(() => DisputeReason, {
    description:
      'What was broken of what was agreed. Reasons that do not count are refused, with kind words.',
  })
  reason!: Reason
}

@ArgsType()
export class AddStatementArgs extends KeyedIdArgs {
  @Field(() => String, { description: STATEMENT })
  statement!: string
}

@ArgsType()
export class AddEvidenceArgs extends KeyedIdArgs {
  @Field(() => [ID], { description: EVIDENCE })
  evidence!: string[]
}

@ArgsType()
export class RequestDisputeInformationArgs extends KeyedIdArgs {
  @Field(() => DisputeParty, { description: 'Which side is asked.' })
  of!: Side

  @Field(() => String, { description: 'What is missing: 1 to 5000 characters. Both sides read it.' })
  question!: string
}

@ArgsType()
export class ResolveDisputeArgs extends KeyedIdArgs {
  @Field(() => DisputeDecision, { description: 'How it is decided.' })
  decision!: Decision

  @Field(() => BigIntText, {
    nullable: true,
    description:
      'What goes back to the buyer, in minor units: needed for a split, where the rest of what is held is the channel’s; follows from the decision otherwise.',
  })
  refund?: bigint

  @Field(() => String, { description: 'Why: 1 to 5000 characters. Both sides read it.' })
  reasoning!: string
}
