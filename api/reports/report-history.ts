import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { chartOf, type ReportChart, type Reported } from './chart.js'

/** How many reports a course goes back, the new one included. */
const LONGEST_COURSE = 8

/** The chart of a report with the ones that were sent before it on the same order. */
export async function chartWithHistory(
  tx: Tx,
  report: Reported & { readonly orderId: string; readonly language: string },
): Promise<ReportChart> {
  const before = await rows<Reported & { periodTo: Date }>(
    tx,
    sql`select period_to as "periodTo", content->'figures' as figures, steps_done as "stepsDone", steps_open as "stepsOpen" from reports
      where order_id = ${report.orderId} and status = 'SENT' and period_to < ${report.periodTo} order by period_to desc limit ${LONGEST_COURSE - 1}`,
  )
  const zone = tx.house.config.workingZone
  const earlier = before.toReversed().map((one) => ({ ...one, periodTo: new Date(one.periodTo) }))
  return chartOf(report, earlier, { language: report.language, zone })
}
