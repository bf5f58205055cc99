import { sql } from 'kysely'
import type { Ctx, House } from '../platform/context.js'
import type { Hint } from '../platform/live/live.js'
import { inPlain } from '../platform/reading/plain.js'

/** The columns of an order that name the organisations whose members may see it: its buyer, its beneficiary, and once it is paid its channel. */
export const PARTIES = ['buyer_id', 'beneficiary_id', 'channel_id'] as const

/** For so many events the parties are kept: those that came last. */
const MOST_KEPT = 200
const kept = new WeakMap<House, Map<string, Promise<readonly string[]>>>()

/**
 * The organisations whose members may see an order after this event on it. Asked once for everybody who follows orders, so
 * that an event costs those whom it does not concern nothing.
 */
export function partiesOf(ctx: Ctx, { eventId, streamId }: Hint): Promise<readonly string[]> {
  const events = kept.get(ctx.house) ?? new Map<string, Promise<readonly string[]>>()
  kept.set(ctx.house, events)
  const known = events.get(eventId)
  if (known) return known
  const parties = readParties(ctx, streamId)
  events.set(eventId, parties)
  parties.catch(() => events.delete(eventId))
  const [oldest] = events.keys()
  if (events.size > MOST_KEPT) events.delete(oldest!)
  return parties
}

async function readParties(ctx: Ctx, id: string): Promise<readonly string[]> {
  const [order] = await inPlain<{ parties: string[] }>(
    ctx,
    sql`select array_remove(array[${sql.join(PARTIES.map((party) => sql.ref(`o.${party}`)))}], null) as parties from orders o where o.id = ${id}`,
  )
  return order?.parties ?? []
}
