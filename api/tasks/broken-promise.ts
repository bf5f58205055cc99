import type { brokenPromise } from '../messages/live-promise.js'
import { system } from '../lib/viewer.js'
import { actingAs } from '../platform/context.js'
import { cancelTasksOf } from './cancel-task.js'
import { raiseTask } from './raise-task.js'

const causeOf = (promiseId: string) => `answer-broken:${promiseId}`

/** A question that nobody answered in time is somebody's of SUPPORT, until it is answered. For messages' port. */
export const seeToBrokenPromise: (typeof brokenPromise)['bound'] = {
  async raise(tx, { id, orderId, brokenAt }) {
    await raiseTask(actingAs(tx, system('promises')), {
      cause: causeOf(id),
      orderId,
      role: 'SUPPORT',
      title: 'A question waits: the promise to answer is broken',
      instructions: `We promised an answer by ${brokenAt.toISOString()}. Answer on the order’s feed, and say that we are late; this task ends with the answer.`,
      dueInWorkingHours: 1,
    })
  },
  async settle(tx, { id }) {
    await cancelTasksOf(tx, { cause: causeOf(id), reason: 'The question was answered.' })
  },
}
