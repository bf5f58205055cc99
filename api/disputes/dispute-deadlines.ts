import { closeDisputed } from '../campaigns/disputed-campaign.js'
import { after } from '../lib/time.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { type DeadlineAct, type DueDeadline, setDeadline } from '../platform/deadlines.js'
import { record } from '../platform/events.js'
import { transition } from '../platform/transition.js'
import { cancelTasksOf } from '../tasks/cancel-task.js'
import { raiseTask } from '../tasks/raise-task.js'
import { disputeEvents } from './dispute.events.js'
import { TASK_CAUSE } from './dispute.facts.js'
import { disputeMachine, OPEN } from './dispute.machine.js'

/** What happens to a dispute when its time comes, by the deadlines of its machine. */
export const disputeDeadlines = {
  'Dispute.response': (tx, { subjectId }) => transition(tx, disputeMachine, subjectId, 'lapseResponse'),
  'Dispute.information': (tx, { subjectId }) =>
    transition(tx, disputeMachine, subjectId, 'lapseInformation', ({ asked }) => ({
      set: { asked: null, information_by: null },
      data: { of: asked },
    })),
  'Dispute.fallback-warning': warn,
  'Dispute.fallback': fallBackOrWait,
} as const satisfies Record<string, DeadlineAct>

const causeOf = (disputeId: string) => `${TASK_CAUSE}${disputeId}`

/** The task that asks for a decision has nothing to ask any more. */
export function endDisputeTasks(tx: Tx, disputeId: string): Promise<void> {
  return cancelTasksOf(tx, { cause: causeOf(disputeId), reason: 'The dispute has ended.' })
}

/** Money that a bank wants back does not move: it is looked at again four times a day until that is settled. */
async function fallBackOrWait(tx: Tx, due: DueDeadline): Promise<void> {
  const { subjectId: id, machine, streamId } = due
  const waits = await row(
    tx,
    sql`select from freezes z where z.order_id = ${streamId} and z.cause = 'CHARGEBACK' and z.lifted_at is null`,
  )
  if (!waits) return fallBack(tx, { id })
  await setDeadline(tx, { machine, subjectId: id, streamId }, 'fallback', after(tx.now, 'PT6H'))
}

/** Nobody has decided within 30 days: what is held goes back to the buyer. */
async function fallBack(tx: Tx, { id }: { id: string }): Promise<void> {
  const { facts } = await transition(tx, disputeMachine, id, 'fallBack', ({ held, currency }) => ({
    set: {
      decision: 'REFUND',
      refund: held,
      held,
      ended_at: tx.now,
      asked: null,
      information_by: null,
    },
    data: { refund: held, currency },
  }))
  await closeDisputed(tx, { id: facts.campaignId, refund: BigInt(facts.held) })
  await endDisputeTasks(tx, id)
}

const DAY_MS = 86_400_000

/** The team is warned: by a task at the first time, by mail each time. The dispute itself keeps its version. */
async function warn(tx: Tx, { subjectId: id, streamId, dueAt }: DueDeadline): Promise<void> {
  const dispute = await row<{ number: string; openedAt: Date; fallbackAt: Date }>(
    tx,
    sql`select o.number, d.opened_at as "openedAt", d.fallback_at as "fallbackAt" from disputes d join orders o on o.id = d.order_id
      where d.id = ${id} and d.status = any(${[...OPEN]})`,
  )
  if (!dispute) return
  const days = (from: Date, to: Date) =>
    Math.round((new Date(to).getTime() - new Date(from).getTime()) / DAY_MS)
  const [day, daysLeft] = [days(dispute.openedAt, dueAt), days(dueAt, dispute.fallbackAt)]
  const taskId = await raiseTask(tx, {
    orderId: streamId,
    cause: causeOf(id),
    role: 'ADMIN',
    title: `The dispute of order ${dispute.number} waits to be decided`,
    instructions: `It has been open for ${day} days. Read what both sides said and showed, and decide, or give it to somebody who did not work on this order. Where nobody decides until ${new Date(dispute.fallbackAt).toISOString()}, the buyer gets everything back.`,
    dueInWorkingHours: 8,
  })
  const { visibility } = disputeEvents['dispute.fallback-warned']
  await record(tx, {
    streamId,
    aggregateId: id,
    type: 'dispute.fallback-warned',
    visibility,
    data: { day, daysLeft, taskId },
  })
}
