import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql'
import { enumFilter, IdArgs, IdFilter, sortInput } from '../platform/graphql/args.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { OnboardingStatus } from './onboarding.type.js'

const StatusFilter = enumFilter(OnboardingStatus, 'OnboardingStatus')

@InputType({ description: 'Which onboarding documents: every condition given holds.' })
export class OnboardingDocumentWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => StatusFilter, { nullable: true, description: 'By state.' })
  status?: object

  @Field(() => IdFilter, { nullable: true, description: 'By who reviews it; for staff.' })
  reviewerId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By order.' })
  orderId?: IdFilter

  @Field(() => [OnboardingDocumentWhere], { nullable: true, description: 'All of these.' })
  and?: OnboardingDocumentWhere[]

  @Field(() => [OnboardingDocumentWhere], { nullable: true, description: 'Any of these.' })
  or?: OnboardingDocumentWhere[]

  @Field(() => OnboardingDocumentWhere, { nullable: true, description: 'Not this.' })
  not?: OnboardingDocumentWhere
}

export const OnboardingDocumentSort = sortInput('OnboardingDocument', {
  submittedAt: 'By when it was last submitted, or else requested: the longest waiting first.',
  requestedAt: 'By when it was asked for.',
})

@InputType({ description: 'An answer to one question of a form.' })
export class AnswerInput {
  @Field(() => String, { description: 'The question, by its key in the form.' })
  key!: string

  @Field(() => [String], {
    description: 'The answer: one text, or several where any of the options may be picked.',
  })
  value!: string[]
}

@InputType({ description: 'A file as the answer to one question.' })
export class OnboardingFileInput {
  @Field(() => String, { description: 'The question, by its key in the form.' })
  key!: string

  @Field(() => ID, { description: 'A file that was uploaded before.' })
  fileId!: string
}

@ArgsType()
export class DraftArgs extends IdArgs {
  @Field(() => [AnswerInput], { description: 'All answers: a question that is not named is not answered.' })
  answers!: AnswerInput[]

  @Field(() => [OnboardingFileInput], {
    nullable: true,
    description: 'All files: one that is not named is taken out; none where left out.',
  })
  files?: OnboardingFileInput[] | null
}

@InputType({ description: 'Who gets one step of the blueprint.' })
export class DelegationInput {
  @Field(() => String, { description: 'The step, by its key in the blueprint.' })
  stepKey!: string

  @Field(() => ID, { description: 'The person.' })
  assigneeId!: string
}

@ArgsType()
export class ApproveArgs extends IdArgs {
  @Field(() => ID, { description: 'The revision that was looked at: it must be the newest.' })
  revisionId!: string

  @Field(() => [DelegationInput], {
    nullable: true,
    description: 'Who gets which step; steps that are not named go to whom the rule finds.',
  })
  delegations?: DelegationInput[] | null
}

@InputType({
  description: 'Something to be mended: on a question, on a file, or on the whole where neither is named.',
})
export class IssueInput {
  @Field(() => String, { nullable: true, description: 'The question, by its key in the form.' })
  fieldKey?: string | null

  @Field(() => ID, { nullable: true, description: 'A file of the revision.' })
  fileId?: string | null

  @Field(() => String, { description: 'What is wrong, and what would be right: 1 to 1000 characters.' })
  note!: string
}

@ArgsType()
export class RequestChangesArgs extends IdArgs {
  @Field(() => ID, { description: 'The revision that was looked at: it must be the newest.' })
  revisionId!: string

  @Field(() => [IssueInput], { description: 'What is to be mended: 1 to 50.' })
  issues!: IssueInput[]
}

@ArgsType()
export class ChangeRecipientArgs extends IdArgs {
  @Field(() => ID, {
    description:
      'The contact to ask: one of the buyer or of whom the work is for, with an e-mail address of their own.',
  })
  contactId!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'What following a mailed link opens: seven days with one document.',
})
export class LinkSession {
  @Field(() => String, { description: 'For `Authorization: Bearer`. It is shown this once.' })
  token!: string

  @Field(() => ID, { description: 'The document.' })
  documentId!: string

  @Field(() => DateTime, { description: 'When it ends.' })
  expiresAt!: Date
}
