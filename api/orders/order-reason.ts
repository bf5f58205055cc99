import { newId } from '../lib/ids.js'
import { wordsGiven } from '../lib/words.js'
import type { Tx } from '../platform/context.js'
import { OrderReasonEntity } from './order.entity.js'

/** Words that somebody gives with a verb, before they are kept: events carry the id alone, so that the words can be erased. */
export interface GivenReason {
  readonly id: string
  /** Keeps them, once the verb is allowed. */
  keep(tx: Tx, orderId: string): Promise<void>
  readonly text: string
}

/** Takes the words, 1 to 1000 characters; `path` names the argument. @refuses VALIDATION */
export function reasonFor(text: string, path = 'reason'): GivenReason {
  const id = newId('rsn')
  const tidy = wordsGiven(text, path)
  return {
    id,
    text: tidy,
    async keep(tx, orderId) {
      const reason = { id, orderId, text: tidy, givenBy: tx.viewer.id, givenAt: tx.now }
      await tx.em.insert(OrderReasonEntity, reason)
    },
  }
}
