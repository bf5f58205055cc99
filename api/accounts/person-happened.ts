import type { Tx } from '../platform/context.js'
import { record } from '../platform/events.js'
import { type AccountEventData, accountEvents } from './accounts.events.js'

type PersonEvent = Extract<keyof AccountEventData, `person.${string}`>

/** Writes on a person's own stream what happened to how they sign in, or to what we know of them. */
export async function personHappened<T extends PersonEvent>(
  tx: Tx,
  userId: string,
  type: T,
  data: AccountEventData[T],
): Promise<void> {
  const { visibility } = accountEvents[type]
  await record(tx, { streamId: userId, aggregateId: userId, type, visibility, data: { ...data } })
}
