import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { setDeadline } from '../platform/deadlines.js'
import { lockStream } from '../platform/events.js'
import { transition } from '../platform/transition.js'
import { sendTime } from './draft-report.js'
import { contentGiven, type ReportContent } from './report-content.js'
import { chartWithHistory } from './report-history.js'
import { reportMachine } from './report.machine.js'

interface Draft {
  readonly orderId: string
  readonly periodTo: Date | null
  readonly language: string | null
  readonly stepsDone: number
  readonly stepsOpen: number
}

/**
 * Keeps what somebody wrote into a draft. From now on it goes out only by a person's hand; a working day after the last
 * time it was saved, a task asks for it. Returns its id.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, STALE_VERSION, VALIDATION
 */
export async function saveReport(tx: Tx, input: { id: string; content: ReportContent }): Promise<string> {
  const { id } = input
  const content = contentGiven(input.content)
  const set = { ...(await drawn(tx, id, content)), content: JSON.stringify(content) }
  const sendAt = sendTime(tx)
  const { streamId } = await transition(tx, reportMachine, id, 'saveReport', {
    set: { ...set, saved_at: tx.now, saved_by_id: tx.viewer.id, send_at: sendAt },
    data: { sendAt: sendAt.toISOString() },
  })
  await setDeadline(tx, { machine: reportMachine.name, subjectId: id, streamId }, 'send', sendAt)
  return id
}

/** The chart of the draft as it will be; nothing where it is no draft, which the transition refuses. */
async function drawn(tx: Tx, id: string, content: ReportContent): Promise<Record<string, unknown>> {
  const draft = await row<Draft>(
    tx,
    sql`select order_id as "orderId", period_to as "periodTo", language, steps_done as "stepsDone", steps_open as "stepsOpen" from reports where id = ${id}`,
  )
  if (!draft) return {}
  await lockStream(tx, draft.orderId)
  const { periodTo, language } = draft
  if (!periodTo || !language) return {}
  const { figures } = content
  const chart = await chartWithHistory(tx, { ...draft, language, periodTo: new Date(periodTo), figures })
  return { chart: JSON.stringify(chart) }
}
