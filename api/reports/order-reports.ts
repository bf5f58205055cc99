import { system } from '../lib/viewer.js'
import type { OrderPart } from '../orders/order-part.js'
import { actingAs, type Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { setDeadline } from '../platform/deadlines.js'
import { transition } from '../platform/transition.js'
import { type Cadence, lastDue, nextDue, type Reporting, USUAL_CADENCE } from './cadence.js'
import { sendTime } from './draft-report.js'
import { calendarOf, planReport } from './plan-report.js'
import { type ReportStatus, reportMachine } from './report.machine.js'
import { closeWaitingTask } from './send-report.js'

/** A part whose order is reported on: from its start, not while it is held, and no longer than it runs. */
export function reportedOn(part: OrderPart): OrderPart {
  return {
    ...part,
    async start(tx, line) {
      await part.start(tx, line)
      await startReports(tx, line.orderId)
    },
    async resume(tx, line) {
      await part.resume(tx, line)
      await resumeReports(tx, line.orderId)
    },
    async end(tx, line) {
      await part.end(tx, line)
      await endReports(tx, line.orderId)
    },
  }
}

/** Plans the first report of an order, once however many of its lines start. */
async function startReports(tx: Tx, orderId: string): Promise<void> {
  const started = await row(
    tx,
    sql`insert into report_plans (order_id, cadence) values (${orderId}, ${USUAL_CADENCE}) on conflict do nothing returning order_id`,
  )
  if (!started) return
  const dueAt = nextDue(tx.now, USUAL_CADENCE, calendarOf(tx))
  await planReport(tx, { orderId, periodFrom: tx.now, dueAt })
}

/** The order goes on: the next report comes at the next of its times, and a draft has a whole working day again. */
async function resumeReports(tx: Tx, orderId: string): Promise<void> {
  for (const report of await openReports(tx, orderId)) {
    const of = { machine: reportMachine.name, subjectId: report.id, streamId: orderId }
    if (report.status === 'DRAFT') {
      const sendAt = sendTime(tx)
      await row(tx, sql`update reports set send_at = ${sendAt} where id = ${report.id}`)
      await setDeadline(tx, of, 'send', sendAt)
    } else {
      const dueAt = notBefore(tx, report)
      await row(tx, sql`update reports set due_at = ${dueAt} where id = ${report.id}`)
      await setDeadline(tx, of, 'draft', dueAt)
    }
  }
}

/** The order ends, or has no reports any more: what was planned or drafted is not sent. */
export async function endReports(tx: Tx, orderId: string): Promise<void> {
  for (const { id } of await openReports(tx, orderId)) {
    await transition(actingAs(tx, system('reports')), reportMachine, id, 'endReport')
    await closeWaitingTask(tx, id)
  }
}

interface OpenReport {
  readonly id: string
  readonly status: ReportStatus
  readonly dueAt: Date
  readonly cadence: Cadence
}

/** The time of a planned report, or the next of its cadence where that has gone by. */
function notBefore(tx: Tx, { dueAt, cadence }: OpenReport): Date {
  if (dueAt > tx.now) return dueAt
  const calendar = calendarOf(tx)
  return nextDue(lastDue(dueAt, tx.now, cadence as Reporting, calendar), cadence as Reporting, calendar)
}

async function openReports(tx: Tx, orderId: string): Promise<OpenReport[]> {
  const found = await rows<OpenReport>(
    tx,
    sql`select r.id, r.status, r.due_at as "dueAt", p.cadence from reports r join report_plans p on p.order_id = r.order_id
      where r.order_id = ${orderId} and r.status in ('DUE', 'DRAFT') order by r.due_at`,
  )
  return found.map((report) => ({ ...report, dueAt: new Date(report.dueAt) }))
}
