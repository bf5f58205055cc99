import type { DeadlineAct } from '../platform/deadlines.js'
import { livePromise } from './live-promise.js'

/** Looks at the promise as it truly stands, which warns of it or breaks it where it is time. */
const look: DeadlineAct = (tx, due) => livePromise(tx, due.subjectId)

/** What the promise's deadlines do, by `Order.kind`. */
export const promiseDeadlines = {
  'Order.answer-at-risk': look,
  'Order.answer-broken': look,
} as const satisfies Record<string, DeadlineAct>
