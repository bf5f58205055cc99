import { FieldResolver, Resolver } from 'type-graphql'
import { InboxEntry } from '../messages/inbox.type.js'
import { One } from '../platform/reading/declare.js'
import { MessageEntry } from './message-entry.type.js'

/** What the feed shows of an order in the inbox. */
@Resolver(() => InboxEntry)
export class InboxEntryFields {
  @One({ from: 'last_entry_id' })
  @FieldResolver(() => MessageEntry, {
    nullable: true,
    description: 'What was written last, whoever may read it.',
  })
  lastMessage(): never {
    throw new Error('planned')
  }
}
