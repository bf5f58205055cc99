import type { Life } from './life.js'
import type { Person } from './rig.js'
import type { Habit } from './scripted-gateway.js'

/** The tasks of the model's service, and those of revisions. */
export const workSteps = ['make', 'publish', 'revision 1', 'revision 2'] as const
export type WorkStep = (typeof workSteps)[number]

/** One step's whim: what a verb makes of it is the verb's own. */
export interface Whim {
  readonly who: Person
  readonly pick: number
  readonly habit: Habit
}

/** What stands where, for a verb to name: ids that the program gave. */
export interface Ids {
  readonly order: string
  readonly document: string | undefined
  readonly revisions: readonly string[]
  readonly tasks: Readonly<Record<string, string>>
}

/** A verb as the trade tells it: who may take it, when, what stands in its way, and what it does. Written a second time, on purpose. */
export interface Verb {
  readonly on: 'order' | 'document' | WorkStep
  readonly by: readonly Person[]
  readonly from: readonly string[]
  /** The moment from which it is too late. */
  readonly before?: (life: Life) => number | undefined
  /** What its deadline does, where it comes too late. */
  readonly whenLate?: (life: Life) => void
  readonly unless?: (life: Life, whim: Whim, now: number) => string | undefined
  readonly apply: (life: Life, whim: Whim, now: number) => void
  readonly ask: (ids: Ids, whim: Whim, life: Life) => [document: string, variables: Record<string, unknown>]
}
