import type { GraphQLResolveInfo } from 'graphql'
import { prefixOf } from '../lib/ids.js'
import type { Ctx } from '../platform/context.js'
import { type Known, openKnown } from '../platform/live/known.js'
import { type Hint, untilClosed } from '../platform/live/live.js'
import { readFitting, readFittingIds } from '../platform/reading/fits.js'
import type { Row } from '../platform/reading/read.js'
import { partiesOf } from './parties-of.js'

/** What `ordersUpdated` tells: an order as the viewer may see it, or that it is in their set no more. */
export interface OrderNews {
  readonly id: string
  readonly order: Row | null
}

/** So many orders of a set are remembered for each subscription, about 80 bytes each. */
const MOST_KNOWN = 1000

/**
 * The orders that the viewer may see and that fit the filter, each after something happened on it. One that was in the
 * set, at the beginning or since, and is no longer, comes once with null; one that never was is not named. Beyond what is
 * remembered, null comes for any order that the viewer may see and that does not fit; of what they may not see, for none.
 * @refuses VALIDATION for a filter that can't be
 */
export async function changesOfOrders(
  ctx: Ctx,
  info: GraphQLResolveInfo,
): Promise<AsyncIterableIterator<OrderNews>> {
  const known = openKnown(MOST_KNOWN)
  // It listens before it looks at the set, so that nothing falls between the two.
  const news = untilClosed((signal) =>
    newsOf(ctx, info, known, ctx.house.live.listen(isOfOrder, signal, orderOf)),
  )
  try {
    const inSet = await readFittingIds(ctx, info, 'order', MOST_KNOWN + 1)
    for (const id of inSet.toReversed()) known.add(id)
    return news
  } catch (error) {
    await news.return?.()
    throw error
  }
}

/** What happens is on an order's stream, whatever it happens to: its campaign, its tasks, its money. */
const isOfOrder = (hint: Hint) => prefixOf(hint.streamId) === 'ord'
const orderOf = (hint: Hint) => hint.streamId

async function* newsOf(
  ctx: Ctx,
  info: GraphQLResolveInfo,
  known: Known,
  hints: AsyncIterable<Hint>,
): AsyncGenerator<OrderNews> {
  for await (const hint of hints) {
    const id = hint.streamId
    if (!known.has(id) && !(await mayConcern(ctx, hint))) continue
    const { seen, row } = await readFitting(ctx, info, 'order', id)
    if (row) {
      known.add(id)
      yield { id, order: row }
    } else if (known.drop(id) || (seen && !known.isWhole)) yield { id, order: null }
  }
}

/** Whether the viewer might see what it is about: of most orders most viewers may see nothing, and then nothing is read for them. */
async function mayConcern(ctx: Ctx, hint: Hint): Promise<boolean> {
  const { kind, organisations } = ctx.viewer
  if (kind !== 'member') return kind === 'staff'
  return (await partiesOf(ctx, hint)).some((party) => organisations.includes(party))
}
