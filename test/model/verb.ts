import type { AnyLife, Moment } from './kind.js'
import type { Person } from './rig.js'
import type { Habit } from './scripted-gateway.js'

/** One step's whim: what a verb makes of it is the verb's own. */
export interface Whim {
  readonly who: Person
  readonly pick: number
  readonly habit: Habit
}

/** A verb as the trade tells it: who may take it, when, what stands in its way, and what it does. Written a second time, on purpose. */
export interface Verb<L extends AnyLife, I> {
  /** What it is taken on. */
  readonly on: string
  readonly by: readonly Person[]
  /** Whose it is now, where that changes; nobody's, too: all others are told that it is not theirs. */
  readonly onlyBy?: (life: L) => Person | 'anybody' | undefined
  readonly from: readonly string[]
  /** The moment from which it is too late. */
  readonly before?: (life: L) => Moment | undefined
  /** What its deadline does, where it comes too late. */
  readonly whenLate?: (life: L, now: Moment) => void
  readonly unless?: (life: L, whim: Whim, now: Moment) => string | undefined
  readonly apply: (life: L, whim: Whim, now: Moment) => void
  readonly ask: (
    ids: I,
    whim: Whim,
    life: L,
    now: Moment,
  ) => [document: string, variables: Record<string, unknown>]
}
