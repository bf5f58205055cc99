import type { Ctx, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { MailContent } from '../platform/mailer/content.js'
import { renderMail } from '../platform/mailer/render.js'
import { scopeOf } from '../platform/reading/declare.js'
import { predicate, viewerNow } from '../platform/reading/scope.js'
import { transaction } from '../platform/transaction.js'
import type { ReportChart } from '../reports/chart.js'
import { chartSvg } from '../reports/chart-svg.js'
import { drawPicture } from '../reports/draw-picture.js'
import { contentGiven, type ReportContent } from '../reports/report-content.js'
import { chartWithHistory } from '../reports/report-history.js'
import { compose } from './email.js'
import { report as reportMail } from './emails/report.js'
import { withPicture } from './mail-pictures.js'
import { orderFacts } from './load-order.js'
import { contacts } from './people.js'
import { type DraftedReport, draftedReport, factsOf } from './report-facts.js'

/** The mail of a report as it would look. */
export interface ReportPreview {
  readonly subject: string
  readonly html: string
  readonly text: string
}

/**
 * The mail of a draft as its reader would get it now, with what somebody is writing in place of what is kept; null where
 * the viewer sees no such draft. Nothing is kept. @refuses VALIDATION
 */
export async function previewReport(
  ctx: Ctx,
  input: { id: string; content?: ReportContent },
): Promise<ReportPreview | null> {
  const content = input.content && contentGiven(input.content)
  const written = await transaction(ctx.house, ctx.viewer, (tx) => write(tx, input.id, content))
  if (!written) return null
  const { html, subject, text } = await renderMail(written.mail)
  const picture = await drawPicture(chartSvg(written.chart, written.language))
  return { subject, html: withPicture(html, input.id, picture), text }
}

interface WrittenMail {
  readonly mail: MailContent
  readonly chart: ReportChart
  readonly language: string
}

async function write(tx: Tx, id: string, content?: ReportContent): Promise<WrittenMail | undefined> {
  const seen = predicate(scopeOf('Report')(sql.raw('t'), viewerNow(tx.viewer)))
  const visible = await row<{ id: string }>(
    tx,
    sql`select t.id from reports t where t.id = ${id} and ${seen}`,
  )
  const kept = visible ? await draftedReport(tx, id) : undefined
  if (!kept) return undefined
  const draft = content ? await rewritten(tx, kept, content) : kept
  const order = await orderFacts(tx, {
    id: '',
    type: 'report.sent',
    streamId: draft.orderId,
    aggregateId: id,
    actorKind: 'system',
    actorId: '',
    occurredAt: tx.now,
    data: {},
  })
  const [reader] = order ? await contacts(tx, [order.placedById]) : []
  if (!order || !reader) return undefined
  const mail = compose(reportMail, factsOf(order, draft), reader, tx.house.config.publicUrl)
  return { mail, chart: draft.chart, language: draft.language }
}

async function rewritten(tx: Tx, draft: DraftedReport, content: ReportContent): Promise<DraftedReport> {
  const chart = await chartWithHistory(tx, { ...draft, periodTo: draft.to, figures: content.figures })
  return { ...draft, content, chart }
}
