import { fact, type Fact } from '../lib/facts.js'
import { port } from '../platform/port.js'

/** What the rules of an order look at in the work done for it: SQL over the order's row `t`, each a JSON array of ids. */
export interface OrderWork {
  /** Tasks of its lines that are neither done nor cancelled. */
  readonly openTasks: string
  /** Everybody who has or had a task on it. */
  readonly workers: string
}

/** Tasks stand above orders. Bound by the app. */
export const orderWork = port<OrderWork>('order work')

/** One of these as a fact; what is bound is asked for when a statement is made, not when the machine is declared. */
export function factOfWork(which: keyof OrderWork): Fact<string[]> {
  return {
    get sql() {
      return orderWork.bound[which]
    },
    read: fact.texts('').read,
  }
}
