import type { EventSpec } from '../lib/machine.js'

/** What happens to reports, and who may read it on the feed: until one is sent it is the team's alone. */
export const reportEvents = {
  'report.planned': { visibility: 'STAFF', doc: 'The next report has its time.' },
  'report.drafted': {
    visibility: 'STAFF',
    doc: 'The report was drafted; somebody of the team completes it.',
  },
  'report.saved': { visibility: 'STAFF', doc: 'Somebody of the team worked on it.' },
  'report.waits': {
    visibility: 'STAFF',
    doc: 'Somebody began to complete it and its time to go out is over: it waits for them, and a task says so.',
  },
  'report.sent': { visibility: 'PARTIES', doc: 'The report was sent.' },
  'report.skipped': { visibility: 'STAFF', doc: 'It is not sent; the next one covers its time, too.' },
  'report.ended': { visibility: 'STAFF', doc: 'Its order ended, or has no reports any more.' },
  'report.cadence-set': { visibility: 'STAFF', doc: 'How often the order is reported on was changed.' },
} as const satisfies Record<string, EventSpec>

/** What each of them carries. */
export interface ReportEventData {
  'report.planned': { dueAt: string }
  'report.drafted': { periodTo: string; sendAt: string }
  'report.saved': { sendAt: string }
  'report.waits': { taskId: string }
  'report.sent': { reportId: string; number: number; by: 'PERSON' | 'DEADLINE' }
  'report.skipped': { reasonGiven: boolean }
  'report.ended': Record<string, never>
  'report.cadence-set': { before: string; cadence: string }
}
