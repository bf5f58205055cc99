import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { chartInWords, type ReportChart } from '../reports/chart.js'
import type { ReportContent } from '../reports/report-content.js'
import type { OrderFacts } from './facts.js'
import { orderFacts } from './load-order.js'
import { idIn, type ToldEvent } from './told-event.js'

/** What the regular report about an order says. */
export interface ReportFacts extends OrderFacts {
  readonly reportId: string
  /** Counts the order's reports from 1. */
  readonly report: number
  readonly from: Date
  readonly to: Date
  readonly content: ReportContent
  readonly chart: ReportChart
  /** What its picture shows, in words. */
  readonly shows: string
}

interface Found {
  readonly reportId: string
  readonly report: number
  readonly from: Date
  readonly to: Date
  readonly content: ReportContent
  readonly chart: ReportChart
  readonly language: string
}

/** The facts of the report that the event names, with its order. */
export async function reportFacts(tx: Tx, event: ToldEvent): Promise<ReportFacts | undefined> {
  const order = await orderFacts(tx, event)
  const found = await row<Found>(
    tx,
    sql`select id as "reportId", number as report, period_from as "from", period_to as "to", content, chart, language from reports
      where id = ${idIn(event, 'reportId')} and status = 'SENT'`,
  )
  if (!order || !found) return undefined
  const { language, from, to, ...report } = found
  const shows = chartInWords(report.chart, language)
  return { ...order, ...report, from: new Date(from), to: new Date(to), shows }
}
