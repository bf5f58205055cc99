import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { reasonGiven } from '../tasks/words.js'
import { reportMachine } from './report.machine.js'
import { closeWaitingTask } from './send-report.js'

/**
 * Decides not to send a draft; what it would have told is told by the next one. Returns its id.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, STALE_VERSION, VALIDATION
 */
export async function skipReport(tx: Tx, input: { id: string; reason: string }): Promise<string> {
  const { id } = input
  const reason = reasonGiven(input.reason)
  const { facts } = await transition(tx, reportMachine, id, 'skipReport', {
    set: { skip_reason: reason },
    data: { reasonGiven: true },
  })
  await row(
    tx,
    sql`update reports set period_from = least(period_from, ${facts.periodFrom}::timestamptz) where order_id = ${facts.orderId} and status = 'DUE'`,
  )
  await closeWaitingTask(tx, id)
  return id
}
