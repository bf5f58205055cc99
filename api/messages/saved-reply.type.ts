import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { DateTime } from '../platform/graphql/scalars.js'
import { connectionOf, Node } from '../platform/graphql/types.js'
import { sortInput } from '../platform/graphql/args.js'
import { Column, Reading } from '../platform/reading/declare.js'

@Reading({
  table: 'saved_replies',
  scope: (_t, viewer) => viewer.staff(),
  sorts: { title: { sql: (t) => sql`${t}.title`, type: 'text' } },
  defaultSort: ['title', 'ASC'],
})
@ObjectType({
  implements: Node,
  description: 'An answer that our team gives often, ready to be put into a message.',
})
export class SavedReply extends Node {
  @Column()
  @Field(() => String, { description: 'What it is found by.' })
  title!: string

  @Column()
  @Field(() => String, { description: 'What it says.' })
  body!: string

  @Column()
  @Field(() => DateTime, { description: 'When it was saved as it is.' })
  changedAt!: Date

  @Column()
  @Field(() => Int, { description: 'Rises with every change: give it as `expectedVersion`.' })
  version!: number
}

export const SavedReplyConnection = connectionOf(SavedReply)
export const SavedReplySort = sortInput('SavedReply', { title: 'By its title.' })
