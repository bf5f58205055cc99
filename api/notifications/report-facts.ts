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

/** A drafted or sent report as its mail needs it; a draft has the number that it would get. */
export interface DraftedReport extends Omit<ReportFacts, keyof OrderFacts | 'shows'> {
  readonly orderId: string
  readonly language: string
  readonly stepsDone: number
  readonly stepsOpen: number
}

/** The facts of the report that the event names, with its order. */
export async function reportFacts(tx: Tx, event: ToldEvent): Promise<ReportFacts | undefined> {
  const order = await orderFacts(tx, event)
  const report = await draftedReport(tx, idIn(event, 'reportId') ?? '')
  return order && report && factsOf(order, report)
}

/** A report with its order. */
export function factsOf(order: OrderFacts, report: DraftedReport): ReportFacts {
  const { reportId, report: number, from, to, content, chart, language } = report
  const shows = chartInWords(chart, language)
  return { ...order, reportId, report: number, from, to, content, chart, shows }
}

/** Reads a report that is drafted or sent; undefined where there is none. */
export async function draftedReport(tx: Tx, id: string): Promise<DraftedReport | undefined> {
  const found = await row<DraftedReport>(
    tx,
    sql`select id as "reportId", order_id as "orderId", period_from as "from", period_to as "to", content, chart, language, steps_done as "stepsDone", steps_open as "stepsOpen",
        coalesce(number, 1 + (select count(*) from reports s where s.order_id = r.order_id and s.status = 'SENT'))::int as report
      from reports r where id = ${id} and content is not null`,
  )
  return found && { ...found, from: new Date(found.from), to: new Date(found.to) }
}
