import { Refusal } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { setDeadline } from '../platform/deadlines.js'
import { lockStream, record } from '../platform/events.js'
import { scopeOf } from '../platform/reading/declare.js'
import { predicate, viewerNow } from '../platform/reading/scope.js'
import { type Cadence, lastDue, nextDue, type Reporting } from './cadence.js'
import { endReports } from './order-reports.js'
import { calendarOf, planReport } from './plan-report.js'
import { reportEvents } from './report.events.js'
import { reportMachine } from './report.machine.js'

interface Plan {
  readonly status: string
  readonly paidAt: Date
  readonly before: Cadence
  readonly planned: string | null
  readonly reportedTo: Date | null
}

/**
 * Chooses how often an order is reported on, or that it is not. The next report is due at the first of the new times;
 * what happened since the last one is in it. Returns the order's id.
 * @refuses NOT_FOUND, INVALID_TRANSITION for an order that has no reports
 */
export async function setReportCadence(
  tx: Tx,
  { orderId, cadence }: { orderId: string; cadence: Cadence },
): Promise<string> {
  const plan = await planOf(tx, orderId)
  if (plan.before === cadence) return orderId
  await row(tx, sql`update report_plans set cadence = ${cadence} where order_id = ${orderId}`)
  await record(tx, {
    streamId: orderId,
    aggregateId: orderId,
    type: 'report.cadence-set',
    visibility: reportEvents['report.cadence-set'].visibility,
    data: { before: plan.before, cadence },
  })
  if (cadence === 'NONE') await endReports(tx, orderId)
  else await planAnew(tx, orderId, plan, firstOf(tx, plan.reportedTo ?? tx.now, cadence))
  return orderId
}

/** The first of a cadence's times that is still to come, and not too soon after the last report. */
function firstOf(tx: Tx, after: Date, cadence: Reporting): Date {
  const calendar = calendarOf(tx)
  const first = nextDue(after, cadence, calendar)
  return first > tx.now ? first : nextDue(lastDue(first, tx.now, cadence, calendar), cadence, calendar)
}

async function planAnew(tx: Tx, orderId: string, plan: Plan, dueAt: Date): Promise<void> {
  const { planned, reportedTo, paidAt } = plan
  if (!planned) {
    await planReport(tx, { orderId, periodFrom: reportedTo ?? paidAt, dueAt })
    return
  }
  await row(tx, sql`update reports set due_at = ${dueAt}, version = version + 1 where id = ${planned}`)
  await setDeadline(
    tx,
    { machine: reportMachine.name, subjectId: planned, streamId: orderId },
    'draft',
    dueAt,
  )
}

/** The order's plan, once its stream is locked. */
async function planOf(tx: Tx, orderId: string): Promise<Plan> {
  const seen = predicate(scopeOf('Order')(sql.raw('t'), viewerNow(tx.viewer)))
  const order = await row(tx, sql`select t.id from orders t where t.id = ${orderId} and ${seen}`)
  if (!order) throw new Refusal('NOT_FOUND')
  await lockStream(tx, orderId)
  const plan = await row<Plan>(
    tx,
    sql`select o.status, o.paid_at as "paidAt", p.cadence as before, (select r.id from reports r where r.order_id = o.id and r.status = 'DUE') as planned,
        (select max(r.period_to) from reports r where r.order_id = o.id and r.status in ('DRAFT', 'SENT')) as "reportedTo"
      from orders o join report_plans p on p.order_id = o.id where o.id = ${orderId}`,
  )
  if (!plan || plan.status === 'COMPLETED' || plan.status === 'CANCELLED')
    throw new Refusal(
      'INVALID_TRANSITION',
      'This order has no reports: its work has ended, or it runs by itself.',
      {
        current: plan?.status ?? null,
      },
    )
  return {
    ...plan,
    paidAt: new Date(plan.paidAt),
    reportedTo: plan.reportedTo && new Date(plan.reportedTo),
  }
}
