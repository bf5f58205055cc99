import type { GraphQLResolveInfo } from 'graphql'
import type { Ctx } from '../platform/context.js'
import { type Hint, untilClosed } from '../platform/live/live.js'
import { readOne, type Row } from '../platform/reading/read.js'

/** What `taskUpdated` tells: a task as the viewer may see it, or that they may not see it any more. */
export interface TaskChange {
  readonly task: Row | null
}

/** One task: now, and again whenever something happens to it or what it waited for ends. */
export function changesOfTask(
  ctx: Ctx,
  info: GraphQLResolveInfo,
  id: string,
): AsyncIterableIterator<TaskChange> {
  return untilClosed(async function* (signal) {
    const hints = ctx.house.live.listen((hint) => concerns(hint).includes(id), signal, 'latest')
    yield { task: await readOne(ctx, info, id) }
    for await (const _ of hints) yield { task: await readOne(ctx, info, id) }
  })
}

/** Every task that something happens to, where the viewer may see it. */
export function changesOfTasks(ctx: Ctx, info: GraphQLResolveInfo): AsyncIterableIterator<TaskChange> {
  return untilClosed(async function* (signal) {
    for await (const hint of ctx.house.live.listen((h) => concerns(h).length > 0, signal, 'all')) {
      for (const id of concerns(hint)) {
        const task = await readOne(ctx, info, id)
        if (task) yield { task }
      }
    }
  })
}

/** The tasks that an event says something of: its own, and those that it freed. */
function concerns({ type, aggregateId, data }: Hint): string[] {
  return type.startsWith('task.') ? [aggregateId, ...((data['freed'] as string[] | undefined) ?? [])] : []
}
