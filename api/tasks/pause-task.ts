import { refuseFields } from '../lib/refusal.js'
import { postMessage } from '../messages/post-message.js'
import type { Tx } from '../platform/context.js'
import { cancelDeadlines } from '../platform/deadlines.js'
import { reasonFor } from '../platform/reasons.js'
import { transition } from '../platform/transition.js'
import { pausedNow } from './due-clock.js'
import { taskMachine } from './task.machine.js'

/**
 * The work waits. Where it waits for the buyer, the reason is what they are asked on the order's feed, and the due clock
 * stands still until the task goes on. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, VALIDATION
 */
export async function pauseTask(
  tx: Tx,
  input: { id: string; reason: string; waitingOnBuyer?: boolean | null },
): Promise<string> {
  const { id } = input
  const reason = reasonFor(input.reason)
  const waitingOnBuyer = input.waitingOnBuyer ?? false
  const { facts, streamId } = await transition(tx, taskMachine, id, 'pauseTask', (task) => ({
    set: {
      waiting_reason: reason.text,
      waiting_on_buyer: waitingOnBuyer,
      paused_at: waitingOnBuyer ? pausedNow(tx, task) : null,
    },
    data: { reasonId: reason.id, waitingOnBuyer },
  }))
  await reason.keep(tx, streamId)
  if (!waitingOnBuyer) return id
  if (!facts.orderId)
    refuseFields([
      { path: 'waitingOnBuyer', message: 'this task belongs to no order, so there is no buyer to ask' },
    ])
  await cancelDeadlines(tx, id, ['due-soon', 'overdue'])
  await postMessage(tx, { orderId: facts.orderId, body: reason.text, visibility: 'BUYER' })
  return id
}
