import type { DeadlineAct } from '../platform/deadlines.js'
import { refundLateMoney } from './request-refund.js'
import { requestVoid } from './request-void.js'
import { retryOperation } from './retry-operation.js'

/** What this room's deadlines do, by `Operation.kind`. */
export const fundsDeadlines = {
  'Operation.retry': (tx, due) => retryOperation(tx, { id: due.subjectId }),
  'Operation.refund-late': (tx, due) => refundLateMoney(tx, { id: due.subjectId }),
  'Operation.void-late': (tx, due) => requestVoid(tx, { id: due.subjectId }),
} as const satisfies Record<string, DeadlineAct>
