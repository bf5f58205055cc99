import type { NotificationsQuery } from '../gen/operations.js'
import { entryText, sentenceFor } from './feed.js'
import { notificationWords as words } from './notifications.js'

type Notification = NotificationsQuery['notifications']['nodes'][number]

/** As much of a message as fits a line or two. */
const EXCERPT = 140

/** What somebody is told of, in a sentence; of a message also how it begins. `buys` as on the order's feed. */
export function notificationText({ what, why, entry }: Notification, buys: boolean): string {
  if (!entry) return sentenceFor(what, buys)
  if (entry.__typename !== 'MessageEntry') return entryText(entry, buys)
  const said = (why === 'MENTIONED' ? words.mention : words.message)(entry.actor.name)
  const body = entry.body?.replace(/\s+/g, ' ').trim()
  if (!body) return said
  return `${said}: ${body.length > EXCERPT ? `${body.slice(0, EXCERPT)}…` : body}`
}
