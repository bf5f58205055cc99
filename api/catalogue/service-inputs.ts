import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { BooleanFilter, enumFilter, IdArgs, IdFilter, sortInput, VerbArgs } from '../platform/graphql/args.js'
import { MoneyInput } from '../platform/graphql/money-input.js'
import { BlueprintStep } from './blueprint.type.js'
import { ServiceDraftKind } from './draft.type.js'
import type { DraftKind } from './drafts.js'
import { FormField } from './form.type.js'
import type { ServiceFlow as Flow } from './service-flow.js'
import { ServiceFlow, ServiceStatus } from './service.type.js'

const ServiceFlowFilter = enumFilter(ServiceFlow, 'ServiceFlow')
const ServiceStatusFilter = enumFilter(ServiceStatus, 'ServiceStatus')

@InputType({ description: 'Which services: every condition given holds.' })
export class ServiceWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => ServiceFlowFilter, { nullable: true, description: 'By flow.' })
  flow?: object

  @Field(() => ServiceStatusFilter, { nullable: true, description: 'By state.' })
  status?: object

  @Field(() => BooleanFilter, { nullable: true, description: 'By whether it is on sale.' })
  onSale?: BooleanFilter

  @Field(() => IdFilter, { nullable: true, description: 'By the channel that sells it.' })
  channelId?: IdFilter

  @Field(() => [ServiceWhere], { nullable: true, description: 'All of these.' })
  and?: ServiceWhere[]

  @Field(() => [ServiceWhere], { nullable: true, description: 'Any of these.' })
  or?: ServiceWhere[]

  @Field(() => ServiceWhere, { nullable: true, description: 'Not this.' })
  not?: ServiceWhere
}

export const ServiceSort = sortInput('Service', { name: 'By name.' })

@ArgsType()
export class AddServiceArgs extends VerbArgs {
  @Field(() => String, { description: 'What it is called: 1 to 120 characters.' })
  name!: string

  @Field(() => String, { description: 'What it is, in a sentence: 1 to 200 characters.' })
  summary!: string

  @Field(() => String, { description: 'What the buyer gets: 1 to 5000 characters.' })
  description!: string

  @Field(() => ServiceFlow, { description: 'What becomes of it once it is paid.' })
  flow!: Flow

  @Field(() => MoneyInput, { description: 'Its price, final.' })
  price!: MoneyInput

  @Field(() => Int, {
    nullable: true,
    description: 'Of an appointment: how many minutes it takes, 5 to 480; 30 by default.',
  })
  appointmentMinutes?: number
}

@ArgsType()
export class ChangeServiceArgs extends IdArgs {
  @Field(() => String, { nullable: true, description: 'What it is called from now on.' })
  name?: string

  @Field(() => String, { nullable: true, description: 'What it is from now on, in a sentence.' })
  summary?: string

  @Field(() => String, { nullable: true, description: 'What the buyer gets from now on.' })
  description?: string

  @Field(() => ServiceFlow, {
    nullable: true,
    description: 'What becomes of it once it is paid; fixed once it was ordered.',
  })
  flow?: Flow

  @Field(() => MoneyInput, { nullable: true, description: 'Its price from now on; orders keep theirs.' })
  price?: MoneyInput

  @Field(() => Int, {
    nullable: true,
    description: 'Of an appointment: how many minutes it takes from now on; orders keep theirs.',
  })
  appointmentMinutes?: number
}

/** A verb on what is published of a service. */
@ArgsType()
class OfServiceArgs extends VerbArgs {
  @Field(() => ID, { description: 'Which service.' })
  serviceId!: string
}

@ArgsType()
class FormArgs extends OfServiceArgs {
  @Field(() => String, { description: 'What the form is about: 1 to 120 characters.' })
  title!: string

  @Field(() => String, { description: 'What its recipient should know first: at most 2000 characters.' })
  intro!: string

  @Field(() => [FormField], { description: 'Its questions, in their order: 1 to 60.' })
  fields!: FormField[]
}

const NOTE = 'Why, in a few words for the team: at most 500 characters.'
const DRAFT_VERSION =
  'The draft that this is, by its version: it ends with the publication. Refused where somebody has saved it since. Left out, a draft stays.'
const BASED_ON = 'The number of the published version it was begun from.'

@ArgsType()
export class PublishFormArgs extends FormArgs {
  @Field(() => String, { nullable: true, description: NOTE })
  note?: string

  @Field(() => Int, { nullable: true, description: DRAFT_VERSION })
  draftVersion?: number
}

@ArgsType()
export class SaveFormDraftArgs extends FormArgs {
  @Field(() => Int, { nullable: true, description: BASED_ON })
  basedOn?: number
}

@ArgsType()
class BlueprintArgs extends OfServiceArgs {
  @Field(() => [BlueprintStep], { description: 'The steps, in their order: 1 to 50.' })
  steps!: BlueprintStep[]
}

@ArgsType()
export class PublishBlueprintArgs extends BlueprintArgs {
  @Field(() => String, { nullable: true, description: NOTE })
  note?: string

  @Field(() => Int, { nullable: true, description: DRAFT_VERSION })
  draftVersion?: number
}

@ArgsType()
export class SaveBlueprintDraftArgs extends BlueprintArgs {
  @Field(() => Int, { nullable: true, description: BASED_ON })
  basedOn?: number
}

@ArgsType()
export class DiscardDraftArgs extends OfServiceArgs {
  @Field(() => ServiceDraftKind, { description: 'Which of its drafts.' })
  kind!: DraftKind
}
