import type { Facts, FactsOf } from './facts.js'
import { Refusal, type RefusalCode } from './refusal.js'
import type { Viewer } from './viewer.js'

/** The moment of a check: the trade's time, and who asks. */
export interface At {
  readonly now: Date
  readonly viewer: Viewer
}

/** A rule that may stand in a verb's way: `refuses` gives the refusal's parameters where it does. */
export interface Guard<F> {
  readonly code: RefusalCode
  readonly doc: string
  readonly refuses: (facts: F, at: At) => Record<string, unknown> | undefined
}

/** A row of a machine: one verb, from which states to which, by whom, unless what. `system` is ours alone. */
export interface VerbSpec<State extends string, Role extends string, Deadline extends string, F> {
  readonly from: readonly State[]
  /** The state after; left out, the state stays; a list, and the verb says which. */
  readonly to?: State | readonly State[]
  readonly by: readonly (Role | 'system')[]
  /** Allowed only before this deadline. */
  readonly before?: Deadline
  readonly unless?: readonly Guard<F>[]
  /** What the log says happened; left out where the verb writes its own events, or none. */
  readonly event?: string
  /** The same call again is a new happening, not a retry. */
  readonly repeats?: true
  readonly doc: string
}

/** What an event means and who may read it on the feed: `STAFF`, `BUYER` or `PARTIES`. */
export interface EventSpec {
  readonly visibility: 'STAFF' | 'BUYER' | 'PARTIES'
  readonly doc: string
}

/** A deadline lives in a set of states: armed on entering the set, cancelled on leaving it. */
export interface DeadlineSpec<State extends string, FactKey> {
  readonly in: readonly State[]
  /** The fact that holds its moment; or, for reminders, how long after entering the set each comes (ISO-8601). */
  readonly at?: FactKey
  readonly after?: readonly string[]
  /** Overdue by more than this it is dropped: a reminder nobody has a use for any more. */
  readonly useful?: string
  /** It only has the team told of something: nothing is overdue by it. */
  readonly warns?: true
  readonly doc: string
}

export interface MachineSpec<
  State extends string,
  Role extends string,
  F extends Facts,
  Verb extends string,
  D extends string,
> {
  /** The GraphQL type, also the key of its reading. */
  readonly name: string
  readonly table: string
  /** The column with the id of the stream whose lock and sequence it uses. */
  readonly stream: string
  readonly doc: string
  readonly states: Readonly<Record<State, string>>
  readonly initial: State
  readonly final: readonly State[]
  readonly facts: F
  /** Who a viewer is to this aggregate. */
  readonly roles: Readonly<Record<Role, (viewer: Viewer, facts: FactsOf<F>) => boolean>>
  readonly deadlines: Readonly<Record<D, DeadlineSpec<State, keyof F>>>
  readonly events: Readonly<Record<string, EventSpec>>
  readonly verbs: Readonly<Record<Verb, VerbSpec<State, Role, NoInfer<D>, FactsOf<F>>>>
}

export type Machine<
  State extends string = string,
  Role extends string = string,
  F extends Facts = Facts,
  Verb extends string = string,
  D extends string = string,
> = MachineSpec<State, Role, F, Verb, D>

/** Any machine, for code that serves them all. */
// oxlint-disable-next-line typescript/no-explicit-any -- a machine is invariant in its states and facts
export type AnyMachine = MachineSpec<any, any, any, any, any>

/** Declares a machine: its whole behaviour as data. Throws at start where a state can't be reached or left. */
export function machine<
  State extends string,
  Role extends string,
  F extends Facts,
  Verb extends string,
  D extends string,
>(spec: MachineSpec<State, Role, F, Verb, D>): Machine<State, Role, F, Verb, D> {
  const faults = machineFaults(spec)
  if (faults.length) throw new Error(`Machine ${spec.name}: ${faults.join('; ')}`)
  return spec
}

/** One thing that may be done to an aggregate, for one viewer, and what stands in its way. */
export interface AvailableAction {
  readonly name: string
  readonly allowed: boolean
  readonly refusal: RefusalCode | null
  readonly message: string | null
  readonly deadline: Date | null
}

/** Why this verb is refused in this state with these facts, or undefined where it is allowed. Pure. */
export function refusalOf<F extends Facts>(
  m: Machine<string, string, F>,
  verb: string,
  state: string,
  facts: FactsOf<F>,
  at: At,
): Refusal | undefined {
  const spec = m.verbs[verb]
  if (!spec) throw new Error(`Machine ${m.name} has no verb ${verb}`)
  if (!mayTake(m, spec, facts, at.viewer)) return new Refusal('FORBIDDEN')
  const refusal = obstacle(m, spec, state, facts, at)
  if (refusal?.code !== 'INVALID_TRANSITION') return refusal
  const instead = availableActions(m, state, facts, at).filter((action) => action.allowed)
  const params = { ...refusal.params, availableActions: instead.map((action) => action.name) }
  return new Refusal(refusal.code, refusal.message, params)
}

/** What this viewer may do, each verb with the first thing that stands in its way. Only verbs of the viewer's roles. */
export function availableActions<F extends Facts>(
  m: Machine<string, string, F>,
  state: string,
  facts: FactsOf<F>,
  at: At,
): AvailableAction[] {
  return Object.entries(m.verbs)
    .filter(([, spec]) => at.viewer.kind !== 'system' && mayTake(m, spec, facts, at.viewer))
    .map(([name, spec]) => {
      const refusal = obstacle(m, spec, state, facts, at)
      const deadline =
        spec.before && spec.from.includes(state) ? deadlineOf(m, spec.before, facts) : undefined
      return {
        name,
        allowed: !refusal,
        refusal: refusal?.code ?? null,
        message: refusal?.message ?? null,
        deadline: deadline ?? null,
      }
    })
}

/** The first deadline of the present state that is over, or undefined: what reads call `overdue`. */
export function overdueDeadline<F extends Facts>(
  m: Machine<string, string, F>,
  state: string,
  facts: FactsOf<F>,
  now: Date,
): string | undefined {
  return Object.entries(m.deadlines).find(([name, d]) => {
    const due = d.in.includes(state) && !d.warns ? deadlineOf(m, name, facts) : undefined
    return due !== undefined && due <= now
  })?.[0]
}

function deadlineOf<F extends Facts>(
  m: Machine<string, string, F>,
  name: string,
  facts: FactsOf<F>,
): Date | undefined {
  const at = m.deadlines[name]?.at
  return at === undefined ? undefined : ((facts[at] as Date | null) ?? undefined)
}

/** Whether a viewer's roles take this verb at all, whatever the state. Pure. */
export function mayTake<F extends Facts>(
  m: Machine<string, string, F>,
  spec: VerbSpec<string, string, string, FactsOf<F>>,
  facts: FactsOf<F>,
  viewer: Viewer,
) {
  return spec.by.some((role) =>
    role === 'system' ? viewer.kind === 'system' : m.roles[role]!(viewer, facts),
  )
}

function obstacle<F extends Facts>(
  m: Machine<string, string, F>,
  spec: VerbSpec<string, string, string, FactsOf<F>>,
  state: string,
  facts: FactsOf<F>,
  at: At,
): Refusal | undefined {
  if (!spec.from.includes(state)) {
    return new Refusal(
      'INVALID_TRANSITION',
      `Not possible while ${state}: only while ${spec.from.join(', ')}.`,
      { current: state },
    )
  }
  const due = spec.before && deadlineOf(m, spec.before, facts)
  if (due && at.now >= due) {
    return new Refusal('DEADLINE_PASSED', `The time for this was over at ${due.toISOString()}.`, {
      deadlineAt: due.toISOString(),
      deadline: spec.before,
    })
  }
  for (const guard of spec.unless ?? []) {
    const params = guard.refuses(facts, at)
    if (params) return new Refusal(guard.code, guard.doc, params)
  }
  return undefined
}

function targets(spec: VerbSpec<string, string, string, never>): readonly string[] {
  return spec.to === undefined ? [] : typeof spec.to === 'string' ? [spec.to] : spec.to
}

function machineFaults(m: AnyMachine): string[] {
  const verbs = Object.values(m.verbs) as VerbSpec<string, string, string, never>[]
  const reached = new Set([m.initial as string])
  for (let before = -1; before !== reached.size;) {
    before = reached.size
    for (const v of verbs) if (v.from.some((s) => reached.has(s))) targets(v).forEach((s) => reached.add(s))
  }
  const left = new Set(verbs.filter((v) => targets(v).length).flatMap((v) => v.from))
  return Object.keys(m.states).flatMap((s) => [
    ...(reached.has(s) ? [] : [`${s} cannot be reached`]),
    ...(left.has(s) || m.final.includes(s) ? [] : [`${s} cannot be left`]),
    ...(left.has(s) && m.final.includes(s) ? [`${s} is final, yet can be left`] : []),
  ])
}
