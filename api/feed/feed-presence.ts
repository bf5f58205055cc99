import { Refusal } from '../lib/refusal.js'
import { type FeedNews, feedTopic } from '../messages/feed-topic.js'
import type { Visibility } from '../messages/message-words.js'
import type { Ctx } from '../platform/context.js'
import { type Fading, openFading, withBeats } from '../platform/live/fading.js'
import { untilClosed } from '../platform/live/live.js'
import { comeTo, leave } from './looking.js'
import { seesOrder } from './sees-order.js'
import { type OnFeed, whoIsThere } from './who-is-there.js'

/** How long somebody is shown as typing after they were last heard of, in milliseconds. */
const TYPING_MS = 6000
/** How often somebody who looks is heard of, and how soon a change without news is seen, in milliseconds. */
const BEAT_MS = 15_000
const TYPING_BEAT_MS = 1500

/**
 * Who is at an order's feed, who types there, and how far they have read: now, and again whenever that changes. Whoever
 * follows this is there themself, until they stop. Ends once the order is not the viewer's to see any more.
 * @refuses NOT_FOUND
 */
export function feedPresence(ctx: Ctx, orderId: string): AsyncIterableIterator<{ people: OnFeed[] }> {
  return untilClosed(async function* (signal) {
    if (!(await seesOrder(ctx, orderId))) throw new Refusal('NOT_FOUND')
    const heard = ctx.house.live.hear(feedTopic(orderId), signal)
    const me = ctx.viewer.id
    const typing = openFading<Visibility>(TYPING_MS)
    const beats = () => (typing.now.length ? TYPING_BEAT_MS : BEAT_MS)
    let last = ''
    try {
      await comeTo(ctx, { orderId, userId: me })
      for await (const passing of withBeats(heard, beats)) {
        const news = passing && (passing.data as unknown as FeedNews)
        if (news) heed(news, typing)
        // Who left by another window is still here by this one.
        const isStillHere = !news || (news.what === 'left' && news.userId === me)
        if (isStillHere) await comeTo(ctx, { orderId, userId: me })
        const people = await whoIsThere(ctx, orderId, new Map(typing.now))
        if (!people) return
        const shown = JSON.stringify(people)
        if (shown !== last) yield { people }
        last = shown
      }
    } finally {
      await leave(ctx, { orderId, userId: me })
    }
  })
}

function heed(news: FeedNews, typing: Fading<Visibility>): void {
  if (news.what === 'typing') typing.say(news.userId, news.visibility)
  if (news.what === 'wrote' || news.what === 'left') typing.forget(news.userId)
}
