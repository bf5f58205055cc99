import { sql } from 'kysely'
import { Field, ID, InterfaceType, ObjectType } from 'type-graphql'
import { visibilities } from '../messages/post-message.js'
import { fact } from '../lib/facts.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime, Sequence } from '../platform/graphql/scalars.js'
import { connectionOf, Money } from '../platform/graphql/types.js'
import { reasonOf } from '../platform/reasons.js'
import { Column, Computed, Reading } from '../platform/reading/declare.js'
import { scopeOf } from '../platform/reading/declare.js'
import type { Scope, Sql } from '../platform/reading/scope.js'

export const VisibilityEnum = enumOf('Visibility', 'Who may read an entry of the feed.', visibilities)
export const ActorKind = enumOf('ActorKind', 'What kind of somebody acted.', {
  staff: 'One of our team.',
  member: 'Somebody of the buyer, the beneficiary or the channel.',
  key: 'A program of theirs, with an API key.',
  link: 'Whoever holds a mailed link.',
  system: 'Waybill itself.',
  anonymous: 'Somebody who was not signed in.',
})

@ObjectType({ simpleResolvers: true, description: 'Who did something.' })
export class Actor {
  @Field(() => ActorKind, { description: 'What kind of somebody.' })
  kind!: string

  @Field(() => ID, {
    description: 'The id of the user, API key or link, or the name of a part of the system.',
  })
  id!: string

  @Field(() => String, { description: 'Their name, as the viewer may know it.' })
  name!: string
}

/** A person's name; of an API key, the name of the organisation whose program it is. */
export const ACTORS_NAME = `case t.actor_kind when 'key' then (select g.name from api_keys k join organisations g on g.id = k.organisation_id where k.id = t.actor_id)
  else (select u.name from users u where u.id = t.actor_id) end`

const actor = {
  kind: fact.text('t.actor_kind'),
  id: fact.text('t.actor_id'),
  user: fact.maybeText(ACTORS_NAME),
  recipient: fact.maybeText(
    '(select c.name from links k join contacts c on c.id = k.contact_id where k.id = t.actor_id)',
  ),
}

const NAMELESS: Record<string, string> = {
  system: 'Waybill',
  link: 'The recipient',
  staff: 'Our team',
  member: 'A member',
  key: 'A program',
  anonymous: 'Somebody',
}

/** One letter of an event's type decides its kind of entry: what stands before the dot. */
const ENTRY_TYPES = {
  message: 'MessageEntry',
  order: 'OrderEntry',
  payment: 'PaymentEntry',
  refund: 'PaymentEntry',
  revenue: 'PaymentEntry',
  release: 'PaymentEntry',
  funds: 'PaymentEntry',
  chargeback: 'PaymentEntry',
  campaign: 'CampaignEntry',
  creative: 'CampaignEntry',
  onboarding: 'OnboardingEntry',
  task: 'TaskEntry',
  provisioning: 'ProvisioningEntry',
  report: 'ReportEntry',
  dispute: 'DisputeEntry',
} as const

function typeName(t: Sql): Sql {
  const whens = Object.entries(ENTRY_TYPES).map(
    ([room, type]) => sql`when ${sql.lit(room)} then ${sql.lit(type)}`,
  )
  return sql`case split_part(${t}.type, '.', 1) ${sql.join(whens, sql` `)} else 'OtherEntry' end`
}

const text = (key: string) => (t: Sql) => sql`${t}.data->>${sql.lit(key)}`
/** What somebody gave as a reason is between our team and the buyer, whoever else may read that it happened. */
const talks: Scope = (t, viewer) =>
  viewer.staff() ||
  (viewer.kind === 'member' &&
    sql`exists (select from orders bought where bought.id = ${t}.stream_id and bought.buyer_id = any(${viewer.organisations}::text[]))`)

const what = 'What happened, as a word of the trade, for example order.opened.'

/** What happens too often to be news: a form that is saved while it is filled in, a claim that is renewed. */
const UNTOLD = ['onboarding.draft-saved', 'report.saved', 'report.planned']

/** Whoever sees the order reads the entries written for them: staff all, the buyer's members theirs, others the parties'. */
@Reading({
  table: 'events',
  scope: (t, viewer) => {
    if (viewer.kind !== 'staff' && viewer.kind !== 'member') return false
    const order = scopeOf('Order')(sql.raw('o'), viewer)
    const seen = order === true ? sql`true` : order === false ? sql`false` : order
    const may =
      viewer.kind === 'staff'
        ? sql`true`
        : sql`(${t}.visibility = 'PARTIES' or (${t}.visibility = 'BUYER' and o.buyer_id = any(${viewer.organisations}::text[])))`
    return sql`(${t}.type <> all(${UNTOLD}::text[]) and exists (select from orders o where o.id = ${t}.stream_id and ${seen} and ${may}))`
  },
  typeName,
  filters: {
    type: { sql: (t) => sql`split_part(${t}.type, '.', 1)`, type: 'text' },
    visibility: { sql: (t) => sql`${t}.visibility`, type: 'text' },
  },
  sorts: { sequence: { sql: (t) => sql`${t}.sequence`, type: 'bigint' } },
  defaultSort: ['sequence', 'DESC'],
})
@InterfaceType({
  description: "An entry of an order's activity feed: what happened and what was written, in one sequence.",
})
export abstract class ActivityEntry {
  @Column()
  @Field(() => ID, { description: 'Its id.' })
  id!: string

  @Column(undefined, { text: true })
  @Field(() => Sequence, { description: 'Its number in the feed; feeds are read on from one.' })
  sequence!: string

  @Column()
  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt!: Date

  @Computed(actor, (a) => ({ kind: a.kind, id: a.id, name: a.user ?? a.recipient ?? NAMELESS[a.kind] }))
  @Field(() => Actor, { description: 'Who did it.' })
  actor!: Actor

  @Column()
  @Field(() => VisibilityEnum, { description: 'Who may read it.' })
  visibility!: string

  @Column('type')
  @Field(() => String, { description: what })
  what!: string
}

@ObjectType({ implements: ActivityEntry, description: 'Something that somebody wrote.' })
export class MessageEntry extends ActivityEntry {
  @Column((t) => sql`(select m.body from messages m where m.id = ${t}.data->>'messageId')`)
  @Field(() => String, { nullable: true, description: 'What they wrote; nothing once it was erased.' })
  body!: string | null
}

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

@ObjectType({ implements: ActivityEntry, description: 'Something that happened to its money.' })
class PaymentEntry extends ActivityEntry {
  @Computed(amount, (m) => (m.amount === null ? null : m))
  @Field(() => Money, { nullable: true, description: 'How much.' })
  amount!: Money | null

  @Column(text('failure'))
  @Field(() => String, { nullable: true, description: 'Why the gateway refused, in its own code.' })
  failure!: string | null
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

export const ActivityConnection = connectionOf(ActivityEntry)

/** The kinds of entry that nothing but their interface names. */
export const entryTypes = [
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
