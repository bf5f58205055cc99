import type { Op } from './op.js'
import type { Rig } from './rig.js'
import type { Entry } from './scripted-gateway.js'
import type { Step } from './steps.js'
import type { Verb } from './verb.js'

/** A moment, in milliseconds. */
export type Moment = number

/** What every life has: the order it is of, and what was asked of the gateway for it. */
export interface AnyLife {
  readonly id: string
  readonly ops: Op[]
}

/** How often each step was taken and each refusal heard: a sequence that does nothing proves nothing. */
export type Tally = Map<string, number>

/** A sequence being played: the program, the model, and what only the program knows. */
export interface Run<L extends AnyLife, I> {
  readonly rig: Rig
  readonly life: L
  readonly tally: Tally
  ids: I
  /** What was done last: asked again with the same key it is not done twice. */
  last?: Parameters<Rig['ask']> | undefined
}

/** What is done, and by whom. */
export type Turn = Pick<Step, 'what' | 'who'>

/** A kind of order, as the model tells its life. */
export interface Kind<L extends AnyLife, I> {
  readonly verbs: Readonly<Record<string, Verb<L, I>>>
  /** Places an order of this kind; `variant` says which. */
  begin(rig: Rig, variant: boolean): Promise<{ life: L; ids: I }>
  /** The state of what a verb is taken on; undefined where there is no such thing. */
  stateOf(life: L, on: string): string | undefined
  /** What somebody is told who has nothing to do with what a verb is taken on; nothing for all others. */
  strange(life: L, verb: Verb<L, I>, step: Turn): string | undefined
  /** What moves a life on, for a sequence to get anywhere; nothing where only time does. */
  forward(life: L, step: Step): Turn | undefined
  /** Whether an operation goes on its way at all; all do where nothing is said. */
  moves?(life: L, op: Op): boolean
  /** What came of an operation, whoever brings it. */
  settle(life: L, op: Op, outcome: Entry['outcome'], now: Moment): void
  /** Everything that is due at a moment acts, as where a worker runs. */
  actOnDue(life: L, now: Moment): void
  /** The moments that something happens at. */
  moments(life: L): readonly (Moment | undefined)[]
  /** A step of this kind's own; says what it was, or nothing where there was nothing to take it on. */
  happen?(run: Run<L, I>, step: Step): Promise<string | undefined>
  /** Holds the program's books and states against the model's, and notes what only the program knows. */
  compare(run: Run<L, I>, after: string): Promise<void>
}
