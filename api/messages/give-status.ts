import { readFacts } from '../lib/facts.js'
import { system } from '../lib/viewer.js'
import { standingFacts, standingNow } from '../orders/standing-facts.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { record } from '../platform/events.js'
import { factSql } from '../platform/reading/facts-sql.js'
import type { MessageEventData } from './message.events.js'
import type { Visibility } from './message-words.js'

/**
 * Answers a request for the status by a card of the order's present state, read by whoever may read the request. The
 * order's stream is locked.
 */
export async function giveStatus(
  tx: Tx,
  { orderId, messageId, visibility }: { orderId: string; messageId: string; visibility: Visibility },
): Promise<void> {
  const order = await row<{ facts: Record<string, unknown> }>(
    tx,
    sql`select ${factSql(standingFacts, sql.raw('t'))} as facts from orders t where t.id = ${orderId}`,
  )
  const data: MessageEventData['status.given'] = {
    messageId,
    ...standingNow(readFacts(standingFacts, order!.facts)),
  }
  await record(actingAs(tx, system('status')), {
    streamId: orderId,
    aggregateId: orderId,
    type: 'status.given',
    visibility,
    data: { ...data },
  })
}
