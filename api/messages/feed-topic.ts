import type { Passing } from '../platform/live/live.js'
import type { Visibility } from './message-words.js'

/** What passes by on an order's feed and is kept nowhere: that somebody came, went, types, stopped, or read on. */
export type FeedNews =
  | { readonly what: 'here' | 'left' | 'read' | 'wrote'; readonly userId: string }
  | { readonly what: 'typing'; readonly userId: string; readonly visibility: Visibility }

/** Where news of an order's feed are passed on. */
export function feedTopic(orderId: string): string {
  return `feed:${orderId}`
}

/** News of an order's feed, to be passed on. */
export function feedNews(orderId: string, news: FeedNews): Passing {
  return { topic: feedTopic(orderId), data: { ...news } }
}
