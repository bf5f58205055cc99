import { sql } from 'kysely'
import { FieldResolver, Resolver } from 'type-graphql'
import { InboxEntry } from '../messages/inbox.type.js'
import { One } from '../platform/reading/declare.js'
import { MessageEntry } from './message-entry.type.js'

@Resolver(() => InboxEntry)
export class InboxMessage {
  @One((entry, event) => sql`${event}.id = ${entry}.last_entry_id`)
  @FieldResolver(() => MessageEntry, {
    nullable: true,
    description: 'What somebody wrote last, whoever may read it.',
  })
  lastMessage(): never {
    throw new Error('planned')
  }
}
