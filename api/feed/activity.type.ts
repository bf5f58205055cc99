import { sql } from 'kysely'
import { Field, ID, InterfaceType, ObjectType } from 'type-graphql'
import type { CampaignEventData } from '../campaigns/campaign.events.js'
import type { DisputeEventData } from '../disputes/dispute.events.js'
import { readsOf } from '../messages/may-read.js'
import { visibilities } from '../messages/message-words.js'
import { fact } from '../lib/facts.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime, Sequence } from '../platform/graphql/scalars.js'
import { connectionOf } from '../platform/graphql/types.js'
import { Column, Computed, Reading } from '../platform/reading/declare.js'
import { scopeOf } from '../platform/reading/declare.js'
import { predicate, type Sql } from '../platform/reading/scope.js'

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
    '(select coalesce(c.name, p.name) from links k left join contacts c on c.id = k.contact_id left join counterparts p on p.id = k.contact_id where k.id = t.actor_id)',
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
  status: 'StatusCardEntry',
  promise: 'PromiseEntry',
  appointment: 'AppointmentEntry',
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
  return sql`case when ${t}.type in ('appointment.attempt-made', 'appointment.attempt-fate') then 'AttemptEntry' else case split_part(${t}.type, '.', 1) ${sql.join(whens, sql` `)} else 'OtherEntry' end end`
}

const what = 'What happened, as a word of the trade, for example order.opened.'

/** What happens too often to be news: a form that is saved while it is filled in, a claim that is renewed. */
const UNTOLD = ['onboarding.draft-saved', 'report.saved', 'report.planned']

/** What tells how the buyer's money goes: for buyer and channel, and not for a beneficiary. */
const OF_MONEY: readonly (keyof CampaignEventData | keyof DisputeEventData)[] = [
  'campaign.captured',
  'campaign.capture-failed',
  'campaign.paid-again',
  'campaign.release-reminded',
  'campaign.told-late',
  'campaign.completion-mail-resent',
  'campaign.released',
  'dispute.fell-back',
]

/**
 * Whoever sees the order reads the entries written for them: staff all, the buyer's members theirs, others the parties',
 * a beneficiary none of money.
 */
@Reading({
  table: 'events',
  scope: (t, viewer) => {
    if (viewer.kind !== 'staff' && viewer.kind !== 'member') return false
    const o = sql.raw('o')
    const seen = predicate(scopeOf('Order')(o, viewer))
    const reads = predicate(readsOf(o, sql`${t}.visibility`)(viewer))
    const pays =
      viewer.kind === 'staff'
        ? sql`true`
        : sql`(${t}.type <> all(${OF_MONEY}::text[]) or array[o.buyer_id, o.channel_id] && ${viewer.organisations}::text[])`
    // Said of the row itself, too: what is for staff alone is not even looked at for others.
    const written = viewer.kind === 'staff' ? sql`true` : sql`${t}.visibility <> 'STAFF'`
    // The rest is hidden from PostgreSQL's guesses: it takes few rows to fit, and would then rather read and sort a
    // feed whole, however long, than walk from its end until a page is full.
    return sql`(${written} and coalesce(${t}.type <> all(${UNTOLD}::text[]) and exists (select from orders o where o.id = ${t}.stream_id and ${seen} and ${reads} and ${pays}), false))`
  },
  typeName,
  filters: {
    type: { sql: (t) => sql`split_part(${t}.type, '.', 1)`, type: 'text' },
    visibility: { sql: (t) => sql`${t}.visibility`, type: 'text' },
  },
  sorts: { sequence: { sql: (t) => sql`${t}.sequence`, type: 'bigint', decides: true } },
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

export const ActivityConnection = connectionOf(ActivityEntry)
