import type { GraphQLResolveInfo } from 'graphql'
import type { Ctx } from '../platform/context.js'
import { changesOf } from '../platform/live/changes.js'
import type { Hint } from '../platform/live/live.js'
import { untilClosed } from '../platform/live/live.js'
import { readOne, type Row } from '../platform/reading/read.js'

/** What `taskUpdated` gives for one task: it now, and again whenever something happens to it or what it waited for ends. */
export function changesOfTask(
  ctx: Ctx,
  info: GraphQLResolveInfo,
  id: string,
): AsyncIterableIterator<{ task: Row | null }> {
  return untilClosed(async function* () {
    for await (const _ of changesOf(ctx, (hint) => concerns(hint).includes(id)))
      yield { task: await readOne(ctx, info, id) }
  })
}

/** What it gives for all: each task that something happens to, where the viewer may see it. */
export function changesOfTasks(
  ctx: Ctx,
  info: GraphQLResolveInfo,
): AsyncIterableIterator<{ task: Row | null }> {
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
