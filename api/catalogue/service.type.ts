import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { sql } from 'kysely'
import { BooleanFilter, enumFilter, IdFilter, sortInput } from '../platform/graphql/args.js'
import { MoneyColumn } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { connectionOf, Money, Node } from '../platform/graphql/types.js'
import { Column, One, Reading } from '../platform/reading/declare.js'
import { type FormFieldKind, formFieldKinds } from './form-field.js'
import { serviceFlows } from './service-flow.js'

export const ServiceFlow = enumOf('ServiceFlow', 'What becomes of a service once it is paid.', serviceFlows)
export const FormFieldKindEnum = enumOf(
  'FormFieldKind',
  'What kind of answer a question asks for.',
  formFieldKinds,
)

@ObjectType({ simpleResolvers: true, description: 'One question of an onboarding form.' })
export class FormField {
  @Field(() => String, { description: 'Names the answer; stable over versions of the form.' })
  key!: string

  @Field(() => String, { description: 'The question.' })
  label!: string

  @Field(() => String, { nullable: true, description: 'What helps to answer it.' })
  help!: string | null

  @Field(() => FormFieldKindEnum, { description: 'What kind of answer it asks for.' })
  kind!: FormFieldKind

  @Field(() => Boolean, { description: 'Whether the form can be submitted without it.' })
  required!: boolean

  @Field(() => [String], { description: 'The choices of ONE_OF and MANY_OF.' })
  options!: string[]

  @Field(() => [String], { description: 'Of FILE: the MIME types it takes.' })
  accept!: string[]

  @Field(() => Int, { description: 'Of FILE: how many it takes.' })
  maxFiles!: number
}

/** Everybody may read the catalogue, signed in or not. */
@Reading({ table: 'onboarding_forms', scope: () => true })
@ObjectType({ implements: Node, description: 'The questions and files that the work needs first.' })
export class OnboardingForm extends Node {
  @Column()
  @Field(() => String, { description: 'What it is about.' })
  title!: string

  @Column()
  @Field(() => String, { description: 'What its recipient should know before they begin.' })
  intro!: string

  @Column()
  @Field(() => [FormField], { description: 'Its questions, in their order.' })
  fields!: FormField[]

  @Column()
  @Field(() => Int, { description: 'Its version; orders that run keep the one they began with.' })
  version!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'One task that a line becomes once its onboarding is approved.',
})
export class BlueprintStep {
  @Field(() => String, { description: 'Names the step within its blueprint.' })
  key!: string

  @Field(() => String, { description: 'What is to be done.' })
  title!: string

  @Field(() => String, { description: 'How.' })
  instructions!: string

  @Field(() => String, { description: 'What its person must be able to do.' })
  skill!: string

  @Field(() => [String], { description: 'The steps that come before it.' })
  dependsOn!: string[]

  @Field(() => Int, { description: 'Due so many working hours after it was raised.' })
  dueInWorkingHours!: number

  @Field(() => Boolean, { description: 'Whether somebody else accepts the work.' })
  needsReview!: boolean

  @Field(() => [String], { description: 'What its person answers on submitting.' })
  checklist!: string[]
}

/** How a service's work is done is for staff. */
@Reading({ table: 'task_blueprints', scope: (_t, viewer) => viewer.staff() })
@ObjectType({ implements: Node, description: 'The tasks of a service, in steps.' })
export class TaskBlueprint extends Node {
  @Column()
  @Field(() => [BlueprintStep], { description: 'Its steps, in their order.' })
  steps!: BlueprintStep[]

  @Column()
  @Field(() => Int, { description: 'Its version; orders that run keep the one they began with.' })
  version!: number
}

@Reading({
  table: 'services',
  scope: () => true,
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    flow: { sql: (t) => sql`${t}.flow`, type: 'text' },
    onSale: { sql: (t) => sql`${t}.on_sale`, type: 'boolean' },
  },
  sorts: { name: { sql: (t) => sql`${t}.name`, type: 'text' } },
  defaultSort: ['name', 'ASC'],
})
@ObjectType({ implements: Node, description: 'Something on sale.' })
export class Service extends Node {
  @Column()
  @Field(() => String, { description: 'What it is called.' })
  name!: string

  @Column()
  @Field(() => String, { description: 'What it is, in a sentence.' })
  summary!: string

  @Column()
  @Field(() => String, { description: 'What the buyer gets.' })
  description!: string

  @Column()
  @Field(() => ServiceFlow, { description: 'What becomes of it once it is paid.' })
  flow!: string

  @MoneyColumn('price_amount', 'currency')
  @Field(() => Money, { description: 'Its price. It is final: nothing is added to it.' })
  price!: Money

  @Column()
  @Field(() => Boolean, { description: 'Whether it can be bought now.' })
  onSale!: boolean

  @One({ from: 'form_id' })
  @Field(() => OnboardingForm, {
    nullable: true,
    description: 'What its buyer or their client will be asked.',
  })
  form!: OnboardingForm | null

  @One({ from: 'blueprint_id' })
  @Field(() => TaskBlueprint, { nullable: true, description: 'The tasks it becomes; for staff.' })
  blueprint!: TaskBlueprint | null

  @Column()
  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number
}

export const ServiceConnection = connectionOf(Service)
const ServiceFlowFilter = enumFilter(ServiceFlow, 'ServiceFlow')

@InputType({ description: 'Which services: every condition given holds.' })
export class ServiceWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => ServiceFlowFilter, { nullable: true, description: 'By flow.' })
  flow?: object

  @Field(() => BooleanFilter, { nullable: true, description: 'By whether it is on sale.' })
  onSale?: BooleanFilter

  @Field(() => [ServiceWhere], { nullable: true, description: 'All of these.' })
  and?: ServiceWhere[]

  @Field(() => [ServiceWhere], { nullable: true, description: 'Any of these.' })
  or?: ServiceWhere[]

  @Field(() => ServiceWhere, { nullable: true, description: 'Not this.' })
  not?: ServiceWhere
}

export const ServiceSort = sortInput('Service', { name: 'By name.' })
