import type { DeadlineAct } from '../platform/deadlines.js'
import { refundLateCharge } from './request-refund.js'
import { retryOperation } from './retry-operation.js'

/** What this room's deadlines do, by `Operation.kind`. */
export const fundsDeadlines = {
  'Operation.retry': (tx, due) => retryOperation(tx, { id: due.subjectId }),
  'Operation.refund-late': (tx, due) => refundLateCharge(tx, { id: due.subjectId }),
} as const satisfies Record<string, DeadlineAct>
