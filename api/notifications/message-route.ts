import type { Tx } from '../platform/context.js'
import { messagePosted } from './emails/message-posted.js'
import type { MessagesFacts } from './facts.js'
import {
  type Conversation,
  conversationSince,
  type PostedMessage,
  type Reading,
  readersOf,
} from './load-message.js'
import { recipientsBy } from './people.js'
import type { Addressed } from './queue-mail.js'
import type { Route } from './route.js'
import { samplesOf } from './samples/shown-samples.js'
import type { ToldEvent } from './told-event.js'

const { template } = messagePosted

/**
 * Messages of about a minute are told in one mail to each of the others who may read them: those that are new to them.
 * Whoever is looking at the feed when the mail would go, or has read them, gets none.
 */
export const messageRoute: Route = {
  template,
  tells: 'The others who may read it, unless they are looking',
  gathers: { within: 'PT1M', knowsWhatWasTold: true },
  samples: (locale, publicUrl) => samplesOf(messagePosted, locale, publicUrl),
  async mails(tx, event) {
    const conversation = await conversationSince(tx, event)
    if (!conversation) return []
    const mails: Addressed<unknown>[] = []
    for (const reader of await readersOf(tx, conversation, template)) {
      const news = newTo(reader, conversation)
      if (news.length) mails.push(...(await addressed(tx, { reader, news, conversation, event })))
    }
    return mails
  },
}

/** What somebody may read, did not write, and neither has read nor was told of. */
function newTo(reader: Reading, { messages }: Conversation): PostedMessage[] {
  if (reader.isLooking) return []
  return messages.filter(
    ({ sequence, authorId, visibility }) =>
      sequence > reader.knows && authorId !== reader.userId && READ_BY[reader.side].includes(visibility),
  )
}

const READ_BY: Readonly<Record<Reading['side'], readonly string[]>> = {
  STAFF: ['STAFF', 'BUYER', 'PARTIES'],
  BUYER: ['BUYER', 'PARTIES'],
  BENEFICIARY: ['PARTIES'],
  CHANNEL: ['PARTIES'],
}

interface Told {
  readonly reader: Reading
  readonly news: readonly PostedMessage[]
  readonly conversation: Conversation
  readonly event: ToldEvent
}

async function addressed(tx: Tx, told: Told): Promise<Addressed<unknown>[]> {
  const { reader, conversation, event } = told
  const { orderId } = conversation
  const toldTo = conversation.messages.at(-1)?.sequence ?? 0
  const found = await recipientsBy[reader.kind](tx, [reader.recipientId])
  const facts = factsFor(told)
  return found.map(
    (to) => ({ mail: messagePosted, facts, to, eventId: event.id, orderId, toldTo }) as Addressed<unknown>,
  )
}

function factsFor({ reader, news, conversation }: Told): MessagesFacts {
  const { orderId, number, campaignId } = conversation
  return {
    orderId,
    number,
    campaignId,
    ofChannel: reader.side === 'CHANNEL',
    messages: news.map(({ author, kind, visibility, body, files, mentions }) => ({
      author,
      kind,
      visibility,
      body,
      files,
      mentionsReader: mentions.includes(reader.userId),
    })),
  }
}
