import { Refusal } from '../lib/refusal.js'
import type { Viewer } from '../lib/viewer.js'
import type { Ctx, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { inPlain } from '../platform/reading/plain.js'
import { scopeOf } from '../platform/reading/declare.js'
import { predicate, type Sql, viewerNow } from '../platform/reading/scope.js'

/** Whether an order `t` is one that the viewer sees, as SQL. */
export function seenBy(viewer: Viewer): Sql {
  return predicate(scopeOf('Order')(sql.raw('t'), viewerNow(viewer)))
}

/** Whether the viewer sees the order. */
export async function seesOrder(ctx: Ctx, orderId: string): Promise<boolean> {
  const found = await inPlain(
    ctx,
    sql`select t.id from orders t where t.id = ${orderId} and ${seenBy(ctx.viewer)}`,
  )
  return found.length > 0
}

/** Within a command: the order is one that the caller sees. @refuses NOT_FOUND */
export async function requireOrder(tx: Tx, orderId: string): Promise<void> {
  const found = await row(tx, sql`select t.id from orders t where t.id = ${orderId} and ${seenBy(tx.viewer)}`)
  if (!found) throw new Refusal('NOT_FOUND')
}
