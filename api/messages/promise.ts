import type { Tx } from '../platform/context.js'
import type { Side } from './side.js'

/** What was written on a feed, as the promise to answer looks at it. */
export interface Said {
  readonly orderId: string
  readonly messageId: string
  /** The id of the message's event, which is its entry in the feed. */
  readonly entryId: string
  readonly kind: 'MESSAGE' | 'QUESTION' | 'STATUS_REQUEST'
  readonly visibility: 'STAFF' | 'BUYER' | 'PARTIES'
  /** On whose side it was written. */
  readonly side: Side
}

/**
 * Takes note of a message for the promise to answer within 10 to 20 minutes. The first that asks us something after our
 * last answer starts the clock: from the buyer or the beneficiary any question or request for the status, and a message to
 * us (`BUYER`); what the parties tell each other starts none. A message of one of our people that whoever waits can read
 * keeps it. The order's stream is locked: call it once the message is written.
 */
export async function noteMessage(_tx: Tx, _said: Said): Promise<void> {}
