import { sql } from 'kysely'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Organisation } from '../accounts/organisation.type.js'
import { Actions, MoneyColumn } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { Action, connectionOf, Money, Node } from '../platform/graphql/types.js'
import { Column, One, Reading, within } from '../platform/reading/declare.js'
import { TaskBlueprint } from './blueprint.type.js'
import { BlueprintDraft, DraftColumn, DraftVersionColumn, FormDraft } from './draft.type.js'
import { forStaff, OnboardingForm } from './form.type.js'
import { onSale } from './on-sale.js'
import { Package } from './package.type.js'
import { serviceFlows } from './service-flow.js'
import { serviceMachine } from './service.machine.js'

export const ServiceFlow = enumOf('ServiceFlow', 'What becomes of a service once it is paid.', serviceFlows)
export const ServiceStatus = enumOf('ServiceStatus', 'The state of a service.', serviceMachine.states)

/** Everybody sees what is offered, a channel its own, staff the rest; rooms above add what a viewer's own orders and carts point to. */
@Reading({
  table: 'services',
  scope: (t, viewer) => {
    if (viewer.staff()) return true
    return viewer.kind === 'member'
      ? sql`(${t}.status = 'OFFERED' or ${t}.channel_id = any(${viewer.organisations}::text[]))`
      : sql`${t}.status = 'OFFERED'`
  },
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    flow: { sql: (t) => sql`${t}.flow`, type: 'text' },
    status: { sql: (t) => sql`${t}.status`, type: 'text' },
    onSale: { sql: onSale, type: 'boolean' },
    channelId: { sql: (t) => sql`${t}.channel_id`, type: 'text' },
  },
  searched: within((t) => sql`${t}.name`),
  sorts: { name: { sql: (t) => sql`${t}.name`, type: 'text' } },
  defaultSort: ['name', 'ASC'],
})
@ObjectType({ implements: Node, description: 'Something that can be sold.' })
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

  @Column()
  @Field(() => ServiceStatus, { description: 'Its state.' })
  status!: string

  @MoneyColumn('price_amount', 'currency')
  @Field(() => Money, { description: 'Its price. It is final: nothing is added to it.' })
  price!: Money

  @Column()
  @Field(() => Int, { nullable: true, description: 'Of an appointment: how many minutes it takes.' })
  appointmentMinutes!: number | null

  @Column(onSale)
  @Field(() => Boolean, {
    description: 'Whether it can be bought now: it is offered, and the dates of a campaign are not over.',
  })
  onSale!: boolean

  @Column((t) => sql`(${t}.sold_at is not null)`, { only: forStaff })
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was ever ordered: from then on its flow is fixed; for staff.',
  })
  sold!: boolean | null

  @One({ from: 'form_id' })
  @Field(() => OnboardingForm, {
    nullable: true,
    description: 'What its buyer or their client will be asked: the newest version.',
  })
  form!: OnboardingForm | null

  @One({ from: 'blueprint_id' })
  @Field(() => TaskBlueprint, {
    nullable: true,
    description: 'The tasks it becomes: the newest version; for staff.',
  })
  blueprint!: TaskBlueprint | null

  @Column()
  @Field(() => ID, { nullable: true, description: 'Of a package: the channel that sells it.' })
  channelId!: string | null

  @Column((t) => sql`(select c.name from organisations c where c.id = ${t}.channel_id)`)
  @Field(() => String, { nullable: true, description: 'Of a package: what that channel is called.' })
  channelName!: string | null

  @One({ from: 'channel_id' })
  @Field(() => Organisation, {
    nullable: true,
    description: 'Of a package: the channel that sells it, where the viewer may see that.',
  })
  channel!: Organisation | null

  @One({ from: 'package_id' })
  @Field(() => Package, {
    nullable: true,
    description: 'What a package asks of its buyer and promises: the newest version.',
  })
  package!: Package | null

  @DraftColumn('FORM')
  @Field(() => FormDraft, { nullable: true, description: 'The form that is being written; for admins.' })
  formDraft!: FormDraft | null

  @DraftVersionColumn('FORM')
  @Field(() => Int, {
    nullable: true,
    description:
      'Rises whenever the draft of its form is saved or ends, 0 before there was one: give it as `expectedVersion` of saveFormDraft; for admins.',
  })
  formDraftVersion!: number | null

  @DraftColumn('BLUEPRINT')
  @Field(() => BlueprintDraft, {
    nullable: true,
    description: 'The blueprint that is being written; for admins.',
  })
  blueprintDraft!: BlueprintDraft | null

  @DraftVersionColumn('BLUEPRINT')
  @Field(() => Int, {
    nullable: true,
    description:
      'Rises whenever the draft of its blueprint is saved or ends, 0 before there was one: give it as `expectedVersion` of saveBlueprintDraft; for admins.',
  })
  blueprintDraftVersion!: number | null

  @Actions(serviceMachine)
  @Field(() => [Action], { description: 'What the viewer may do to it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change: give it as `expectedVersion`.' })
  version!: number
}

export const ServiceConnection = connectionOf(Service)
