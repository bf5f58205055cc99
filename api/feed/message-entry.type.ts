import { sql } from 'kysely'
import { Field, ID, ObjectType } from 'type-graphql'
import { File } from '../files/file.type.js'
import type { Fact } from '../lib/facts.js'
import { READER_OF_ENTRY } from './reader.js'
import { readableMessages } from '../messages/may-read.js'
import { messageKinds } from '../messages/message-words.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Column, Computed, Many, widenScope } from '../platform/reading/declare.js'
import { predicate, type Sql } from '../platform/reading/scope.js'
import { ActivityEntry } from './activity.type.js'

export const MessageKindEnum = enumOf('MessageKind', 'What somebody writes on a feed for.', messageKinds)

@ObjectType({ simpleResolvers: true, description: 'Somebody who is called upon by name, or could be.' })
export class Mention {
  @Field(() => ID, { description: 'The user: give it in `mentions` to call upon them.' })
  id!: string

  @Field(() => String, { description: 'Their name.' })
  name!: string

  @Field(() => String, { nullable: true, description: 'Their organisation; null for our team.' })
  organisation!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Somebody who has read an entry.' })
class EntryReader {
  @Field(() => ID, { description: 'The user.' })
  id!: string

  @Field(() => String, { description: 'Their name.' })
  name!: string

  @Field(() => Boolean, { description: 'Whether they are of our team.' })
  isStaff!: boolean

  @Field(() => DateTime, { description: 'When they read so far, or further.' })
  readAt!: Date
}

const list = <T>(of: string): Fact<T[]> => ({ sql: of, read: (json) => (json ?? []) as T[] })

const MENTIONED = `(select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name,
    'organisation', (select g.name from members m join organisations g on g.id = m.organisation_id join orders o on o.id = t.stream_id and m.organisation_id in (o.buyer_id, o.beneficiary_id, o.channel_id)
      where m.user_id = u.id and m.status = 'ACTIVE' and cardinality(u.staff_roles) = 0 order by m.id limit 1)) order by u.name, u.id)
  from message_mentions n join users u on u.id = n.user_id where n.message_id = t.data->>'messageId')`

const said = (column: string) => (t: Sql) =>
  sql`(select ${sql.raw(`m.${column}`)} from messages m where m.id = ${t}.data->>'messageId')`

@ObjectType({ implements: ActivityEntry, description: 'Something that somebody wrote.' })
export class MessageEntry extends ActivityEntry {
  @Column((t) => sql`${t}.data->>'messageId'`)
  @Field(() => ID, { description: 'The message.' })
  messageId!: string

  @Column(said('kind'))
  @Field(() => MessageKindEnum, { description: 'What it was written for.' })
  kind!: string

  @Column(said('body'))
  @Field(() => String, {
    nullable: true,
    description: 'What they wrote; empty where they only attached or asked; nothing once it was erased.',
  })
  body!: string | null

  @Many({ to: 'subject_id', join: (e, f) => sql`${f}.subject_id = ${e}.data->>'messageId'`, limit: 10 })
  @Field(() => [File], { description: 'What is attached, for whoever may read it.' })
  attachments!: File[]

  @Computed({ people: list<Mention>(MENTIONED) }, ({ people }) => people)
  @Field(() => [Mention], { description: 'Who is called upon by name.' })
  mentions!: Mention[]

  @Computed({ people: list<EntryReader>(READER_OF_ENTRY) }, ({ people }) => people)
  @Field(() => [EntryReader], {
    description: 'Who has read it, but its author: of those who may, the first 50.',
  })
  readBy!: EntryReader[]
}

/** Whoever may read a message may have what is attached to it. */
widenScope('File', (t, viewer) => {
  const message = sql.raw('attached_to')
  const seen = readableMessages(message, viewer)
  return (
    seen !== false &&
    sql`exists (select from messages ${message} where ${message}.id = ${t}.subject_id and ${predicate(seen)})`
  )
})
