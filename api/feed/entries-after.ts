import { sql } from 'kysely'
import { Refusal } from '../lib/refusal.js'
import type { Ctx } from '../platform/context.js'
import { untilClosed } from '../platform/live/live.js'
import { scopeOf } from '../platform/reading/declare.js'
import { inPlain } from '../platform/reading/plain.js'
import { predicate, viewerNow } from '../platform/reading/scope.js'

const BATCH = 100

/**
 * The ids of a feed's entries after a number, as the viewer may see them: first from the log, then from the log again
 * whenever a hint says there is more. The log is the truth, so nothing is missed between the two, and nothing doubled.
 * @refuses NOT_FOUND
 */
export function entriesAfter(
  ctx: Ctx,
  orderId: string,
  after: bigint,
): AsyncIterableIterator<{ id: string }> {
  return untilClosed(async function* (signal) {
    const hints = ctx.house.live.listen((hint) => hint.streamId === orderId, signal, 'latest')
    if (!(await seesOrder(ctx, orderId))) throw new Refusal('NOT_FOUND')
    let last = after
    do {
      for (;;) {
        const found = await batch(ctx, orderId, last)
        for (const { id, sequence } of found) {
          yield { id }
          last = BigInt(sequence)
        }
        if (found.length < BATCH) break
      }
    } while (!(await hints.next()).done)
  })
}

function batch(ctx: Ctx, orderId: string, after: bigint): Promise<{ id: string; sequence: string }[]> {
  const seen = predicate(scopeOf('ActivityEntry')(sql.raw('t'), viewerNow(ctx.viewer)))
  return inPlain(
    ctx,
    sql<{ id: string; sequence: string }>`select t.id, t.sequence::text as sequence from events t
      where t.stream_id = ${orderId} and t.sequence > ${after} and ${seen} order by t.sequence limit ${sql.lit(BATCH)}`,
  )
}

async function seesOrder(ctx: Ctx, orderId: string): Promise<boolean> {
  const seen = predicate(scopeOf('Order')(sql.raw('t'), viewerNow(ctx.viewer)))
  return (await inPlain(ctx, sql`select t.id from orders t where t.id = ${orderId} and ${seen}`)).length > 0
}
