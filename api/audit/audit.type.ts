import { sql } from 'kysely'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { Actor, ACTORS_NAME } from '../feed/activity.type.js'
import { fact } from '../lib/facts.js'
import { prefixOf, PREFIXES } from '../lib/ids.js'
import { DateTimeFilter, IdFilter, sortInput, TextFilter } from '../platform/graphql/args.js'
import { DateTime, Sequence } from '../platform/graphql/scalars.js'
import { connectionOf } from '../platform/graphql/types.js'
import { Column, Computed, Reading } from '../platform/reading/declare.js'
import type { Sql } from '../platform/reading/scope.js'
import { allEvents } from './all-events.js'

@ObjectType({ simpleResolvers: true, description: 'One thing that an entry of the log carries.' })
export class AuditDetail {
  @Field(() => String, { description: 'What it is.' })
  name!: string

  @Field(() => String, { description: 'Its value, as text.' })
  value!: string
}

const actor = {
  kind: fact.text('t.actor_kind'),
  id: fact.text('t.actor_id'),
  user: fact.maybeText(ACTORS_NAME),
  keyName: fact.maybeText('(select k.name from api_keys k where k.id = t.actor_id)'),
  recipient: fact.maybeText(
    '(select c.name from links k join contacts c on c.id = k.contact_id where k.id = t.actor_id)',
  ),
}

const NAMELESS: Record<string, string> = {
  system: 'Waybill',
  anonymous: 'Somebody who was not signed in',
  link: 'The holder of a link',
}

/** What the thing is called today; the log itself carries ids alone. */
const subjectName = (t: Sql) => sql`case split_part(${t}.aggregate_id, '_', 1)
  when 'ord' then (select o.number from orders o where o.id = ${t}.aggregate_id)
  when 'usr' then (select u.name from users u where u.id = ${t}.aggregate_id)
  when 'org' then (select g.name from organisations g where g.id = ${t}.aggregate_id)
  when 'con' then (select c.name from contacts c where c.id = ${t}.aggregate_id)
  when 'mem' then (select c.name from members m join contacts c on c.id = m.contact_id where m.id = ${t}.aggregate_id)
  when 'key' then (select k.name from api_keys k where k.id = ${t}.aggregate_id)
  when 'tsk' then (select k.title from tasks k where k.id = ${t}.aggregate_id)
  when 'svc' then (select s.name from services s where s.id = ${t}.aggregate_id)
  when 'doc' then (select s.name from onboarding_documents d join order_lines l on l.id = d.line_id join services s on s.id = l.service_id where d.id = ${t}.aggregate_id)
end`

const aggregate = (t: Sql) => sql`${t}.aggregate_id`
const stream = (t: Sql) => sql`${t}.stream_id`
const actedBy = (t: Sql) => sql`${t}.actor_id`
const happened = (t: Sql) => sql`${t}.type`
const area = (t: Sql) => sql`split_part(${t}.type, '.', 1)`

/** The whole log, for admins alone: what an index serves may be searched by. */
@Reading({
  table: 'events',
  scope: (_t, viewer) => viewer.staff('ADMIN'),
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    about: { sql: aggregate, type: 'text', nearBy: [aggregate, stream, actedBy, (t) => sql`${t}.id`] },
    actorId: { sql: actedBy, type: 'text', nearBy: [actedBy] },
    aggregateId: { sql: aggregate, type: 'text', nearBy: [aggregate] },
    streamId: { sql: stream, type: 'text', nearBy: [stream] },
    type: { sql: happened, type: 'text', nearBy: [happened] },
    area: { sql: area, type: 'text', nearBy: [area] },
    occurredAt: { sql: (t) => sql`${t}.occurred_at`, type: 'timestamptz' },
  },
  sorts: { occurredAt: { sql: (t) => sql`${t}.occurred_at`, type: 'timestamptz' } },
  defaultSort: ['occurredAt', 'DESC'],
})
@ObjectType({ description: 'An entry of the log: who did what, when, to what. It is never changed.' })
export class AuditEntry {
  @Column()
  @Field(() => ID, { description: 'Its id.' })
  id!: string

  @Column()
  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt!: Date

  @Computed(actor, (a) => ({
    kind: a.kind,
    id: a.id,
    name: [a.user ?? a.recipient ?? NAMELESS[a.kind] ?? 'Somebody', ...(a.keyName ? [a.keyName] : [])].join(
      ' · ',
    ),
  }))
  @Field(() => Actor, { description: 'Who did it.' })
  actor!: Actor

  @Column()
  @Field(() => String, { description: 'What happened, as a word of the trade, for example task.claimed.' })
  type!: string

  @Computed({ type: fact.text('t.type') }, ({ type }) =>
    Object.hasOwn(allEvents, type) ? allEvents[type as keyof typeof allEvents].doc : type,
  )
  @Field(() => String, { description: 'The same in plain words.' })
  meaning!: string

  @Column()
  @Field(() => String, {
    nullable: true,
    description: 'The verb that did it; none where the system did, or a step of signing in.',
  })
  verb!: string | null

  @Column()
  @Field(() => ID, { description: 'What it happened to.' })
  aggregateId!: string

  @Computed({ id: fact.text('t.aggregate_id') }, ({ id }) => {
    const prefix = prefixOf(id)
    return prefix ? PREFIXES[prefix] : null
  })
  @Field(() => String, {
    nullable: true,
    description: 'What kind of thing that is, by the name of its type.',
  })
  subjectKind!: string | null

  @Column(subjectName)
  @Field(() => String, { nullable: true, description: 'What it is called today, where it has a name.' })
  subjectName!: string | null

  @Column()
  @Field(() => ID, { description: 'On whose stream it is: the order, or the thing itself.' })
  streamId!: string

  @Column(undefined, { text: true })
  @Field(() => Sequence, { description: 'Its number on that stream, without gaps.' })
  sequence!: string

  @Computed({ data: fact.text('t.data::text') }, ({ data }) => detailsOf(data))
  @Field(() => [AuditDetail], { description: 'What it carries: ids, amounts, words of the trade.' })
  details!: AuditDetail[]
}

function detailsOf(data: string): AuditDetail[] {
  return Object.entries(JSON.parse(data) as Record<string, unknown>).flatMap(([name, value]) =>
    value === null ? [] : [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }],
  )
}

export const AuditConnection = connectionOf(AuditEntry)
export const AuditSort = sortInput('Audit', { occurredAt: 'By when it happened.' })

@InputType({ description: 'Which entries of the log: every condition given holds.' })
export class AuditWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => IdFilter, {
    nullable: true,
    description: 'By any id: of the entry, of what it happened to, of its order, of who did it.',
  })
  about?: IdFilter

  @Field(() => IdFilter, {
    nullable: true,
    description: 'By who did it: a user, a link, or a part of the system.',
  })
  actorId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By what it happened to.' })
  aggregateId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By whose stream it is on: everything of an order.' })
  streamId?: IdFilter

  @Field(() => TextFilter, { nullable: true, description: 'By what happened, for example task.claimed.' })
  type?: TextFilter

  @Field(() => TextFilter, {
    nullable: true,
    description: 'By the part of the trade: what stands before the dot, for example task or person.',
  })
  area?: TextFilter

  @Field(() => DateTimeFilter, { nullable: true, description: 'By when it happened.' })
  occurredAt?: DateTimeFilter

  @Field(() => [AuditWhere], { nullable: true, description: 'All of these.' })
  and?: AuditWhere[]

  @Field(() => [AuditWhere], { nullable: true, description: 'Any of these.' })
  or?: AuditWhere[]

  @Field(() => AuditWhere, { nullable: true, description: 'Not this.' })
  not?: AuditWhere
}
