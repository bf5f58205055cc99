import {
  keepCommunicationPromise,
  noteCommunicationAtRisk,
  noteCommunicationBroken,
} from '../orders/communication-promise.js'
import type { Tx } from '../platform/context.js'
import type { DeadlineAct, DueDeadline } from '../platform/deadlines.js'
import { cancelTasksOf } from './cancel-task.js'
import { raiseTask } from './raise-task.js'

/** What the deadlines of the promise do: they are the order's, and raise work for somebody of SUPPORT. */
export const communicationDeadlines = {
  'Order.communication-at-risk': async (tx: Tx, due: DueDeadline) => {
    const by = await noteCommunicationAtRisk(tx, due.subjectId)
    if (by)
      await raise(tx, due.subjectId, 'at-risk', {
        title: 'The invitation to talk to the team has not gone out',
        instructions: `We promised the buyer to tell them by ${by.toISOString()} how to talk to us, and the mail server has not taken that mail. See what becomes of it under the order’s mails, or tell them yourself.`,
        dueInWorkingHours: 2,
      })
  },
  'Order.communication-broken': async (tx: Tx, due: DueDeadline) => {
    const by = await noteCommunicationBroken(tx, due.subjectId)
    if (by)
      await raise(tx, due.subjectId, 'broken', {
        title: 'The 24-hour promise is broken: tell the buyer how to talk to us',
        instructions: `The invitation was promised by ${by.toISOString()}. Reach the buyer in another way, and say that we are late.`,
        dueInWorkingHours: 1,
      })
  },
} as const satisfies Record<string, DeadlineAct>

/** The mail server has taken the invitation: the promise is kept, and what was to be done about it is not any more. */
export async function communicationKept(tx: Tx, orderId: string): Promise<void> {
  if (!(await keepCommunicationPromise(tx, orderId))) return
  for (const which of ['at-risk', 'broken'] as const)
    await cancelTasksOf(tx, { cause: causeOf(orderId, which), reason: 'The invitation has gone out.' })
}

type Which = 'at-risk' | 'broken'

const causeOf = (orderId: string, which: Which) => `communication-${which}:${orderId}`

function raise(
  tx: Tx,
  orderId: string,
  which: Which,
  task: { title: string; instructions: string; dueInWorkingHours: number },
): Promise<string> {
  return raiseTask(tx, { ...task, orderId, role: 'SUPPORT', cause: causeOf(orderId, which) })
}
