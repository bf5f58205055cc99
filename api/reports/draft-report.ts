import { addWorkingTime } from '../lib/working-time.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockStream } from '../platform/events.js'
import { transition } from '../platform/transition.js'
import { type Cadence, lastDue, nextDue, type Reporting } from './cadence.js'
import { calendarOf, planReport } from './plan-report.js'
import { emptyContent, type ReportContent } from './report-content.js'
import { chartWithHistory } from './report-history.js'
import { reportMachine } from './report.machine.js'
import { whatIsNext } from './what-is-next.js'
import { whatWasDone } from './what-happened.js'
import { reportLanguage, reportWords } from './words.js'

/** A draft that nobody has touched goes out after so many working hours: a working day. */
const UNTOUCHED_HOURS = 8
const HOUR_MS = 3_600_000

/** When a draft that is made or saved now goes out, or its person is asked for it. */
export function sendTime(tx: Tx): Date {
  return addWorkingTime(tx.now, UNTOUCHED_HOURS * HOUR_MS, calendarOf(tx))
}

interface Planned {
  readonly orderId: string
  readonly periodFrom: Date
  readonly dueAt: Date
  readonly cadence: Cadence
  readonly locale: string | null
}

/**
 * Drafts a report from what happened since the last one, and plans the next. Where reports were missed, this one covers
 * the whole time. Returns its id.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, STALE_VERSION
 */
export async function draftReport(tx: Tx, { id }: { id: string }): Promise<string> {
  const planned = await plannedReport(tx, id)
  if (!planned) return (await transition(tx, reportMachine, id, 'draftReport')).id // the rules say why not
  const { orderId, periodFrom } = planned
  const calendar = calendarOf(tx)
  const cadence = planned.cadence as Reporting
  const periodTo = planned.dueAt > tx.now ? tx.now : lastDue(planned.dueAt, tx.now, cadence, calendar)
  const language = reportLanguage(planned.locale)
  const draft = await compose(tx, { orderId, from: periodFrom, to: periodTo }, language)
  const sendAt = sendTime(tx)
  await transition(tx, reportMachine, id, 'draftReport', {
    set: {
      period_to: periodTo,
      send_at: sendAt,
      drafted_at: tx.now,
      language,
      content: JSON.stringify(draft.content),
      chart: JSON.stringify(draft.chart),
      steps_done: draft.stepsDone,
      steps_open: draft.stepsOpen,
    },
    data: { periodTo: periodTo.toISOString(), sendAt: sendAt.toISOString() },
  })
  await planReport(tx, { orderId, periodFrom: periodTo, dueAt: nextDue(periodTo, cadence, calendar) })
  return id
}

async function compose(tx: Tx, period: { orderId: string; from: Date; to: Date }, language: string) {
  const words = reportWords(language)
  const done = await whatWasDone(tx, period, words)
  const { next, questions, open } = await whatIsNext(tx, period.orderId, words)
  const content: ReportContent = { ...emptyContent, done: done.items, next, questions }
  const counts = { stepsDone: done.steps, stepsOpen: open }
  const chart = await chartWithHistory(tx, {
    orderId: period.orderId,
    language,
    periodTo: period.to,
    figures: [],
    ...counts,
  })
  return { content, chart, ...counts }
}

/** The report, once its order's stream is locked; undefined where it is not planned (any more). */
async function plannedReport(tx: Tx, id: string): Promise<Planned | undefined> {
  const of = await row<{ orderId: string }>(
    tx,
    sql`select order_id as "orderId" from reports where id = ${id}`,
  )
  if (!of) return undefined
  await lockStream(tx, of.orderId)
  const found = await row<Planned>(
    tx,
    sql`select r.order_id as "orderId", r.period_from as "periodFrom", r.due_at as "dueAt", p.cadence,
        (select coalesce(c.locale, g.locale) from contacts c join organisations g on g.id = c.organisation_id where c.id = o.placed_by_contact_id) as locale
      from reports r join report_plans p on p.order_id = r.order_id join orders o on o.id = r.order_id where r.id = ${id} and r.status = 'DUE'`,
  )
  return found && { ...found, periodFrom: new Date(found.periodFrom), dueAt: new Date(found.dueAt) }
}
