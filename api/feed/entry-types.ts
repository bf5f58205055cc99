import { sql } from 'kysely'
import { Field, ID, ObjectType } from 'type-graphql'
import { fact } from '../lib/facts.js'
import { Money } from '../platform/graphql/types.js'
import { reasonOf } from '../platform/reasons.js'
import { Column, Computed } from '../platform/reading/declare.js'
import type { Scope, Sql } from '../platform/reading/scope.js'
import { ActivityEntry } from './activity.type.js'
import { MessageEntry } from './message-entry.type.js'
import { AppointmentEntry, AttemptEntry, PromiseEntry, StatusCardEntry } from './outreach-entry.type.js'
import { talks } from './talks.js'

const text = (key: string) => (t: Sql) => sql`${t}.data->>${sql.lit(key)}`

@ObjectType({ implements: ActivityEntry, description: 'Something that happened to the order itself.' })
class OrderEntry extends ActivityEntry {
  @Column('aggregate_id')
  @Field(() => ID, { description: 'The order.' })
  orderId!: string

  @Column(reasonOf, { only: talks })
  @Field(() => String, {
    nullable: true,
    description: 'Why, or what is to be changed, where somebody said so; for the team and the buyer.',
  })
  reason!: string | null
}

const amount = {
  amount: fact.maybeText(`t.data->>'amount'`),
  currency: fact.maybeText(`t.data->>'currency'`),
}

/** What the buyer paid or gets back is for them, and for those of our staff who deal with money. */
const buyersMoney: Scope = (t, viewer) =>
  viewer.staff('ADMIN', 'FINANCE') || (viewer.kind === 'member' && talks(t, viewer))

@ObjectType({ implements: ActivityEntry, description: 'Something that happened to its money.' })
class PaymentEntry extends ActivityEntry {
  @Computed(amount, (m) => (m.amount === null ? null : m), buyersMoney)
  @Field(() => Money, {
    nullable: true,
    description: 'How much; for the buyer and those of staff who deal with money.',
  })
  amount!: Money | null

  @Column(text('failure'))
  @Field(() => String, { nullable: true, description: 'Why the gateway refused, in its own code.' })
  failure!: string | null

  @Column(reasonOf, { only: (_t, viewer) => viewer.staff() })
  @Field(() => String, { nullable: true, description: 'Why, where somebody said so; for the team.' })
  reason!: string | null
}

@ObjectType({ implements: ActivityEntry, description: 'Something that happened to an onboarding document.' })
class OnboardingEntry extends ActivityEntry {
  @Column('aggregate_id')
  @Field(() => ID, { description: 'The document.' })
  documentId!: string
}

@ObjectType({ implements: ActivityEntry, description: 'Something that happened to a task.' })
class TaskEntry extends ActivityEntry {
  @Column('aggregate_id')
  @Field(() => ID, { description: 'The task.' })
  taskId!: string

  @Column(reasonOf)
  @Field(() => String, { nullable: true, description: 'Why, where somebody said so.' })
  reason!: string | null
}

@ObjectType({ implements: ActivityEntry, description: 'Something that happened to a self-service line.' })
class ProvisioningEntry extends ActivityEntry {
  @Column('aggregate_id')
  @Field(() => ID, { description: 'The provisioning.' })
  provisioningId!: string
}

@ObjectType({ implements: ActivityEntry, description: 'Something that happened to a report.' })
class ReportEntry extends ActivityEntry {
  @Column('aggregate_id')
  @Field(() => ID, { description: 'The report; of a change of how often, the order.' })
  reportId!: string
}

/** The members of a campaign's two sides; a beneficiary is told neither reasons nor amounts. */
const sides: Scope = (t, viewer) =>
  viewer.kind === 'member' &&
  sql`exists (select from orders run where run.id = ${t}.stream_id
    and (run.buyer_id = any(${viewer.organisations}::text[]) or run.channel_id = any(${viewer.organisations}::text[])))`
const ofBothSides: Scope = (t, viewer) => viewer.staff() || sides(t, viewer)
const bothSidesMoney: Scope = (t, viewer) => viewer.staff('ADMIN', 'FINANCE') || sides(t, viewer)

const refund = {
  amount: fact.maybeText(`t.data->>'refund'`),
  currency: fact.maybeText(`t.data->>'currency'`),
}

@ObjectType({
  implements: ActivityEntry,
  description: 'Something that happened to a campaign or one of its creatives.',
})
class CampaignEntry extends ActivityEntry {
  @Column((t) => sql`coalesce(${t}.data->>'campaignId', ${t}.aggregate_id)`)
  @Field(() => ID, { description: 'The campaign.' })
  campaignId!: string

  @Column(reasonOf, { only: ofBothSides })
  @Field(() => String, {
    nullable: true,
    description: 'Why, where somebody said so; for both sides and the team.',
  })
  reason!: string | null

  @Computed(refund, (m) => (m.amount === null ? null : m), bothSidesMoney)
  @Field(() => Money, {
    nullable: true,
    description:
      'What goes back to the buyer, or would; for both sides and those of staff who deal with money.',
  })
  refund!: Money | null
}

@ObjectType({ implements: ActivityEntry, description: 'Something that happened to a dispute.' })
class DisputeEntry extends ActivityEntry {
  @Column('aggregate_id')
  @Field(() => ID, { description: 'The dispute, for its two sides and the team.' })
  disputeId!: string
}

@ObjectType({ implements: ActivityEntry, description: 'Anything else that happened.' })
class OtherEntry extends ActivityEntry {
  @Column('aggregate_id')
  @Field(() => ID, { description: 'What it happened to.' })
  subjectId!: string
}

/** The kinds of entry that nothing but their interface names. */
export const entryTypes = [
  MessageEntry,
  StatusCardEntry,
  PromiseEntry,
  AppointmentEntry,
  AttemptEntry,
  OrderEntry,
  PaymentEntry,
  OnboardingEntry,
  TaskEntry,
  ProvisioningEntry,
  ReportEntry,
  CampaignEntry,
  DisputeEntry,
  OtherEntry,
]
