import type { EventSpec } from '../lib/machine.js'
import type { Tx } from '../platform/context.js'
import { record } from '../platform/events.js'

/** What becomes of the promise to answer. All of it is for staff; it stands on the order's feed. */
export const promiseEvents = {
  'promise.started': { visibility: 'STAFF', doc: 'Somebody asked us: the clock to answer runs.' },
  'promise.at-risk': { visibility: 'STAFF', doc: 'Half of the time to answer is over.' },
  'promise.broken': { visibility: 'STAFF', doc: 'Nobody answered in time.' },
  'promise.kept': { visibility: 'STAFF', doc: 'One of our people answered, in time or late.' },
} as const satisfies Record<string, EventSpec>

/** What each of them carries. `messageId` is what was asked. */
export interface PromiseEventData {
  /** `dueAt` is absent where the order is held: the clock stands still from the start. */
  'promise.started': { promiseId: string; messageId: string; dueAt: string | null }
  'promise.at-risk': { promiseId: string; messageId: string; dueAt: string }
  /** `brokenAt` is when it truly broke, whenever we found out. */
  'promise.broken': { promiseId: string; messageId: string; brokenAt: string }
  'promise.kept': { promiseId: string; messageId: string; answerId: string; late: boolean; usedMs: number }
}

/** Writes on the order's stream what became of a promise. */
export async function promised<T extends keyof PromiseEventData>(
  tx: Tx,
  orderId: string,
  type: T,
  data: PromiseEventData[T],
): Promise<void> {
  const { visibility } = promiseEvents[type]
  await record(tx, { streamId: orderId, aggregateId: data.promiseId, type, visibility, data: { ...data } })
}
