import { fact, type Fact } from '../lib/facts.js'
import { port } from '../platform/port.js'

/** What an order looks at in the work done for it: SQL over the order's row `t`, JSON arrays of ids but for the last. */
export interface OrderWork {
  /** Tasks of its lines that are neither done nor cancelled. */
  readonly openTasks: string
  /** Everybody who has or had a task on it. */
  readonly workers: string
  /** The moment by which the last open task is due; null while some of them wait and their clock stands still. */
  readonly doneBy: string
}

/** Tasks stand above orders. Bound by the app. */
export const orderWork = port<OrderWork>('order work')

/** One of these as a fact; what is bound is asked for when a statement is made, not when the machine is declared. */
export function factOfWork(which: 'openTasks' | 'workers'): Fact<string[]> {
  return {
    get sql() {
      return orderWork.bound[which]
    },
    read: fact.texts('').read,
  }
}

/** By when the work is due, as a fact. */
export const workDoneBy: Fact<Date | null> = {
  get sql() {
    return orderWork.bound.doneBy
  },
  read: fact.maybeTime('').read,
}
