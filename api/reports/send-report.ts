import type { Tx } from '../platform/context.js'
import { record } from '../platform/events.js'
import { transition } from '../platform/transition.js'
import { cancelTasksOf } from '../tasks/cancel-task.js'
import { reportEvents } from './report.events.js'
import { reportMachine } from './report.machine.js'
import { drawReportJob } from './report-picture.js'

/** Why a task asks for a report that waits for its person: one for each. */
export const waitingCause = (reportId: string) => `report.waits:${reportId}`

/**
 * Sends a report, once: by a person, or by its deadline. What it says stays as it is now. Returns its id.
 * @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, STALE_VERSION
 */
export async function sendReport(tx: Tx, { id }: { id: string }): Promise<string> {
  const byPerson = tx.viewer.kind === 'staff'
  const { streamId, facts } = await transition(tx, reportMachine, id, 'sendReport', (report) => ({
    set: {
      number: report.sentBefore + 1,
      sent_at: tx.now,
      sent_by_id: byPerson ? tx.viewer.id : null,
    },
  }))
  const { visibility } = reportEvents['report.sent']
  await record(tx, {
    streamId,
    aggregateId: id,
    type: 'report.sent',
    visibility,
    verb: 'sendReport',
    data: { reportId: id, number: facts.sentBefore + 1, by: byPerson ? 'PERSON' : 'DEADLINE' },
  })
  await tx.house.jobs.send(tx, drawReportJob, { reportId: id })
  await closeWaitingTask(tx, id)
  return id
}

/** The task that asked for it has nothing to ask any more. */
export function closeWaitingTask(tx: Tx, reportId: string): Promise<void> {
  return cancelTasksOf(tx, { cause: waitingCause(reportId), reason: 'The report waits no longer.' })
}
