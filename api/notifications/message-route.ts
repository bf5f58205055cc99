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
import { gather } from './mail-digests.js'
import { recipientsBy } from './people.js'
import type { Addressed } from './write-mail.js'
import type { Gathering, Route } from './route.js'
import { samplesOf } from './samples/shown-samples.js'
import type { ToldEvent } from './told-event.js'

const { template } = messagePosted
const gathers: Gathering = { within: 'PT1M', knowsWhatWasTold: true }

/**
 * Messages of about a minute are told in one mail to each of the others who may read them: those that they have not read.
 * Whoever is at the feed meanwhile has some minutes more to read them: being there is not reading.
 */
export const messageRoute: Route = {
  template,
  tells: 'The others who may read it, unless they have read it by then',
  gathers,
  samples: (locale, publicUrl) => samplesOf(messagePosted, locale, publicUrl),
  async mails(tx, event) {
    const conversation = await conversationSince(tx, event)
    if (!conversation) return []
    const mails: Addressed<unknown>[] = []
    const waiting: PostedMessage[] = []
    for (const reader of await readersOf(tx, conversation, template)) {
      const news = newTo(reader, conversation)
      const isDue = !reader.isLooking || news.some(({ hadTime }) => hadTime)
      if (isDue) mails.push(...(await addressed(tx, { reader, news, conversation })))
      else waiting.push(...news)
    }
    await lookAgain(tx, event, waiting)
    return mails
  },
}

/** What waits to be read is looked at again, from the first of it on. */
async function lookAgain(tx: Tx, event: ToldEvent, waiting: readonly PostedMessage[]): Promise<void> {
  const first = waiting.toSorted((a, b) => a.sequence - b.sequence)[0]
  if (first) await gather(tx, { ...event, id: first.eventId }, { template, ...gathers })
}

/** What somebody may read, did not write, and neither has read nor was told of. */
function newTo(reader: Reading, { messages }: Conversation): PostedMessage[] {
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
}

async function addressed(tx: Tx, told: Told): Promise<Addressed<unknown>[]> {
  const { reader, news, conversation } = told
  const first = news[0]
  if (!first) return []
  const { orderId } = conversation
  const toldTo = conversation.messages.at(-1)?.sequence ?? 0
  const found = await recipientsBy[reader.kind](tx, [reader.recipientId])
  const facts = factsFor(told)
  return found.map(
    (to) =>
      ({ mail: messagePosted, facts, to, eventId: first.eventId, orderId, toldTo }) as Addressed<unknown>,
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
