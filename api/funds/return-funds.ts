import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { standingAuthorisations } from './authorisations.js'
import { cancelOperation } from './cancel-operation.js'
import { movableFunds } from './held-funds.js'
import { LIVE } from './operation.js'
import { forgetFailedCaptures } from './stop-captures.js'
import { requestRefund } from './request-refund.js'
import { requestVoid } from './request-void.js'

/**
 * Gives back whatever is set aside or held of an order, in full: what is held is refunded, what is set aside is let go. A
 * capture that is under way is called off first: what was set aside is let go once the gateway has said so, and what was
 * taken in all the same is refunded when it lands.
 * @refuses FUNDS_FROZEN
 */
export async function returnFunds(tx: Tx, { orderId }: { orderId: string }): Promise<void> {
  const { held } = await movableFunds(tx, orderId)
  await forgetFailedCaptures(tx, orderId)
  const capture = await row<{ id: string; kind: string }>(
    tx,
    sql`select id, kind from operations where order_id = ${orderId} and purpose = 'CAPTURE' and state = any(${[...LIVE]})`,
  )
  const underWay = capture && (await cancelOperation(tx, capture)) === 'ASKED'
  if (!underWay || capture.kind === 'CHARGE')
    for (const authorisation of await standingAuthorisations(tx, orderId))
      await requestVoid(tx, authorisation)
  if (held > 0n) await requestRefund(tx, { orderId })
}
