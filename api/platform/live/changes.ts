import type { Ctx } from '../context.js'
import type { Keep } from './listen.js'
import { type Hint, untilClosed } from './live.js'

/** What a subscription is told: the hint, or nothing for the state at the beginning. */
export type Change = Hint | { readonly eventId: null }

/**
 * One change at once, for the state as it is, then one after everything that happened and is wanted. By
 * default several that wait while one is read become one: the reader reads the state, not the steps.
 */
export function changesOf(
  ctx: Ctx,
  wants: (hint: Hint) => boolean,
  keep: Keep<Hint> = 'latest',
): AsyncIterableIterator<Change> {
  return untilClosed(async function* (signal) {
    const hints = ctx.house.live.listen(wants, signal, keep)
    yield { eventId: null }
    yield* hints
  })
}
