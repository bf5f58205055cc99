import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { type DeadlineAct, type DueDeadline, setDeadline } from '../platform/deadlines.js'
import { transition } from '../platform/transition.js'
import { raiseTask } from '../tasks/raise-task.js'
import { lastDue, nextDue, type Reporting } from './cadence.js'
import { draftReport } from './draft-report.js'
import { calendarOf } from './plan-report.js'
import { reportMachine } from './report.machine.js'
import { sendReport, waitingCause } from './send-report.js'
import { skipReport } from './skip-report.js'

/** What happens to a report when its time comes, by the deadlines of its machine. */
export const reportDeadlines = {
  'Report.draft': draftOrPutOff,
  'Report.send': sendOrAsk,
} as const satisfies Record<string, DeadlineAct>

interface Standing {
  readonly orderStatus: string
  readonly number: string
  readonly touched: boolean
}

/** An order that is delivered waits for its buyer: its next report comes if it goes on. */
async function draftOrPutOff(tx: Tx, due: DueDeadline): Promise<void> {
  const { subjectId: id } = due
  const { orderStatus } = await standing(tx, id)
  if (orderStatus === 'OPEN') await draftReport(tx, { id })
  else if (orderStatus === 'COMPLETED' || orderStatus === 'CANCELLED')
    await transition(tx, reportMachine, id, 'endReport')
  else await putOff(tx, due)
}

async function putOff(tx: Tx, { subjectId, streamId, machine }: DueDeadline): Promise<void> {
  const next = (report: { dueAt: Date; cadence: string }) => {
    const [cadence, calendar] = [report.cadence as Reporting, calendarOf(tx)]
    return nextDue(lastDue(report.dueAt, tx.now, cadence, calendar), cadence, calendar)
  }
  const { facts } = await transition(tx, reportMachine, subjectId, 'putOffReport', (report) => ({
    set: { due_at: next(report) },
  }))
  await setDeadline(tx, { machine, subjectId, streamId }, 'draft', next(facts))
}

/**
 * Untouched it goes out as it is, unless the work was handed over since: then the next tells it. What somebody has begun
 * is theirs to send: a task asks for it.
 */
async function sendOrAsk(tx: Tx, { subjectId: id, streamId }: DueDeadline): Promise<void> {
  const { touched, number, orderStatus } = await standing(tx, id)
  if (orderStatus === 'COMPLETED' || orderStatus === 'CANCELLED') {
    await transition(tx, reportMachine, id, 'endReport')
    return
  }
  if (!touched) {
    if (orderStatus === 'DELIVERED') await skipReport(tx, { id, reason: 'The work was delivered first.' })
    else await sendReport(tx, { id })
    return
  }
  const taskId = await raiseTask(tx, {
    orderId: streamId,
    cause: waitingCause(id),
    role: 'ADMIN',
    title: `A report on order ${number} waits to be sent`,
    instructions:
      'Somebody began to complete this report, so it does not go out by itself. Read it through and send it, or skip it.',
    dueInWorkingHours: 8,
  })
  await transition(tx, reportMachine, id, 'noteReportWaits', { data: { taskId } })
}

async function standing(tx: Tx, id: string): Promise<Standing> {
  const found = await row<Standing>(
    tx,
    sql`select o.status as "orderStatus", o.number, r.saved_at is not null as touched from reports r join orders o on o.id = r.order_id where r.id = ${id}`,
  )
  if (!found) throw new Error(`There is no report ${id}`)
  return found
}
