import type { Life } from './life.js'
import type { Rig } from './rig.js'
import type { Ids } from './verb.js'

/** How often each step was taken and each refusal heard: a sequence that does nothing proves nothing. */
export type Tally = Map<string, number>

/** A sequence being played: the program, the model, and what only the program knows. */
export interface Run {
  readonly rig: Rig
  readonly life: Life
  readonly withAddOn: boolean
  readonly tally: Tally
  ids: Ids
  /** What was done last: asked again with the same key it is not done twice. */
  last?: Parameters<Rig['ask']> | undefined
}
