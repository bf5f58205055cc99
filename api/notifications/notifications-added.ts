import type { Ctx } from '../platform/context.js'
import { type Passing, untilClosed } from '../platform/live/live.js'

const topicOf = (userId: string) => `notifications:${userId}`

/** That somebody was told of something, to be passed on to them. */
export function notificationNews({ id, userId }: { id: string; userId: string }): Passing {
  return { topic: topicOf(userId), data: { id } }
}

/** The ids of what the viewer is told of from now on. */
export function notificationsAdded(ctx: Ctx): AsyncIterableIterator<{ id: string }> {
  return untilClosed(async function* (signal) {
    for await (const { data } of ctx.house.live.hear(topicOf(ctx.viewer.id), signal))
      yield { id: String(data['id']) }
  })
}
