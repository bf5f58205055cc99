import { happen } from './happen.js'
import type { AnyLife, Kind, Run, Tally } from './kind.js'
import type { Rig } from './rig.js'
import type { Step } from './steps.js'
import type { Verb, Whim } from './verb.js'

/** A life to be played: of which variant, and how it goes. */
export interface Sequence {
  readonly variant: boolean
  readonly steps: readonly Step[]
}

/** Plays one sequence on a new order, and holds the program against the model after every step. */
export async function play<L extends AnyLife, I>(
  kind: Kind<L, I>,
  rig: Rig,
  { variant, steps }: Sequence,
  tally: Tally,
): Promise<void> {
  await rig.rows('delete from deadlines')
  rig.gateway.books.clear()
  rig.gateway.refuses = []
  const run: Run<L, I> = { rig, tally, ...(await kind.begin(rig, variant)) }
  await kind.compare(run, 'checkout')
  for (const one of steps) {
    const said = await take(kind, run, one.what === 'forward' ? forward(kind, run.life, one) : one)
    if (said !== undefined) await kind.compare(run, said)
  }
}

/** What was asked of the gateway goes on its way first; then the kind knows what is next, or only time does. */
function forward<L extends AnyLife, I>(kind: Kind<L, I>, life: L, one: Step): Step {
  const live = life.ops.find((op) => op.state === 'REQUESTED' && kind.moves?.(life, op) !== false)
  if (live) return { ...one, what: 'send' }
  if (life.ops.some((op) => op.state === 'UNKNOWN'))
    return { ...one, what: one.pick % 2 ? 'inquire' : 'decide' }
  return { ...one, ...(kind.forward(life, one) ?? { what: 'minutes' }) }
}

/** Takes a step; says what it was, or nothing where there was nothing to take it on. */
async function take<L extends AnyLife, I>(
  kind: Kind<L, I>,
  run: Run<L, I>,
  one: Step,
): Promise<string | undefined> {
  const verb = kind.verbs[one.what]
  if (!verb) return happen(kind, run, one)
  const who = one.who === 'whose-it-is' ? verb.by[one.pick % verb.by.length]! : one.who
  return tryVerb(kind, run, { ...one, who }, verb)
}

type Trial = Step & Whim

async function tryVerb<L extends AnyLife, I>(
  kind: Kind<L, I>,
  run: Run<L, I>,
  one: Trial,
  verb: Verb<L, I>,
): Promise<string | undefined> {
  const { rig, life, ids, tally } = run
  const state = kind.stateOf(life, verb.on)
  if (state === undefined) return undefined
  const now = (await rig.now()).getTime()
  const expected = refusalOf(kind, life, verb, state, one, now)
  const question = verb.ask(ids, one, life, now)
  const answer = await rig.ask(one.who, ...question)
  const label = `${one.what} by ${one.who} while ${state}`
  if (answer.code !== expected)
    throw new Error(
      `${label}: expected ${expected ?? 'success'}, was ${answer.code ?? 'success'}. ${answer.message ?? ''}`,
    )
  run.last = expected === undefined ? [one.who, ...question] : undefined
  if (expected === undefined) verb.apply(life, one, now)
  else if (expected === 'DEADLINE_PASSED') verb.whenLate?.(life, now)
  const counted = expected ? `${one.what}: ${expected}` : one.what
  tally.set(counted, (tally.get(counted) ?? 0) + 1)
  return label
}

/** Who may not even see it finds nothing; what is not for one's kind at all is forbidden; then state, time and rules. */
function refusalOf<L extends AnyLife, I>(
  kind: Kind<L, I>,
  life: L,
  verb: Verb<L, I>,
  state: string,
  one: Trial,
  now: number,
): string | undefined {
  const strange = kind.strange(life, verb, one)
  if (strange) return strange
  if (!verb.by.includes(one.who)) return 'FORBIDDEN'
  if (verb.onlyBy && !['anybody', one.who].includes(verb.onlyBy(life) ?? 'nobody')) return 'FORBIDDEN'
  if (!verb.from.includes(state)) return 'INVALID_TRANSITION'
  const deadline = verb.before?.(life)
  if (deadline !== undefined && now >= deadline) return 'DEADLINE_PASSED'
  return verb.unless?.(life, one, now)
}
