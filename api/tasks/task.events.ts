import type { EventSpec } from '../lib/machine.js'

/** What happens to tasks, and who may read it on the feed: the work inside the house is for staff. */
export const taskEvents = {
  'task.raised': { visibility: 'STAFF', doc: 'There is work to do.' },
  'task.delegated': { visibility: 'STAFF', doc: 'It was given to somebody, by an admin or by the rule.' },
  'task.claimed': { visibility: 'STAFF', doc: 'Somebody took it on.' },
  'task.released': {
    visibility: 'STAFF',
    doc: 'Its person was disabled, or has lost its role or skill: it may be claimed again.',
  },
  'task.declined': { visibility: 'STAFF', doc: 'Its person gave it back.' },
  'task.started': { visibility: 'STAFF', doc: 'The work on it began.' },
  'task.paused': { visibility: 'STAFF', doc: 'It waits for something.' },
  'task.continued': { visibility: 'STAFF', doc: 'The wait is over.' },
  'task.set-aside': {
    visibility: 'STAFF',
    doc: "It waits because its line's onboarding was asked for again.",
  },
  'task.taken-up': { visibility: 'STAFF', doc: 'That onboarding is decided on: it goes on where it stood.' },
  'task.submitted': { visibility: 'STAFF', doc: 'The work is ready for somebody else to look at.' },
  'task.done': { visibility: 'STAFF', doc: 'It is done.' },
  'task.returned': { visibility: 'STAFF', doc: 'The reviewer gave it back with remarks.' },
  'task.cancelled': { visibility: 'STAFF', doc: 'It is not to be done any more.' },
  'task.due-soon': { visibility: 'STAFF', doc: 'Its time is nearly over.' },
  'task.overdue': { visibility: 'STAFF', doc: 'Its time is over.' },
} as const satisfies Record<string, EventSpec>

/** What each of them carries. `freed` are tasks that waited for this one alone. */
export interface TaskEventData {
  'task.raised': {
    role: string
    skill: string | null
    stepKey: string | null
    cause: string | null
    lineId: string | null
  }
  'task.delegated': { assigneeId: string; by: 'PERSON' | 'RULE'; before: string | null }
  'task.claimed': { assigneeId: string }
  'task.released': { assigneeId: string | null }
  'task.declined': { assigneeId: string | null; reasonId: string }
  'task.started': Record<string, never>
  'task.paused': { reasonId: string; waitingOnBuyer: boolean }
  'task.continued': { dueAt: string }
  'task.set-aside': { from: string }
  'task.taken-up': { to: string; dueAt: string }
  'task.submitted': Record<string, never>
  'task.done': { assigneeId: string | null; freed: string[] }
  'task.returned': { assigneeId: string | null; reasonId: string }
  'task.cancelled': { assigneeId: string | null; reasonId: string; freed: string[] }
  'task.due-soon': { assigneeId: string | null; dueAt: string }
  'task.overdue': { assigneeId: string | null; dueAt: string }
}
