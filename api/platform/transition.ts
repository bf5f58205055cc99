import { sql } from 'kysely'
import type { Facts, FactsOf } from '../lib/facts.js'
import { readFacts } from '../lib/facts.js'
import { type AnyMachine, type Machine, mayTake, refusalOf, type VerbSpec } from '../lib/machine.js'
import { assert, Refusal } from '../lib/refusal.js'
import type { Tx } from './context.js'
import { row } from './database.js'
import { armDeadlines } from './deadlines.js'
import { lockStream, record, startStream } from './events.js'
import { factSql } from './reading/facts-sql.js'
import { scopeOf } from './reading/declare.js'
import { predicate, viewerNow } from './reading/scope.js'

/** What a verb adds to its transition. */
export interface Change<State extends string> {
  /** The state after, where the machine leaves a choice. */
  readonly to?: State
  /** Other columns of the aggregate, by column name. */
  readonly set?: Record<string, unknown>
  /** What the event carries: ids, amounts and words of the trade, never names or addresses. */
  readonly data?: Record<string, unknown>
}

/** An aggregate after its transition. */
export interface Moved<State extends string, F extends Facts> {
  readonly id: string
  readonly streamId: string
  readonly from: State
  readonly state: State
  /** The facts as they were when the rules were checked. */
  readonly facts: FactsOf<F>
}

/** The caller asked again for what they did last: nothing is done twice, and the first answer stands. */
export class Repeated extends Error {
  constructor(readonly id: string) {
    super(`Already done: ${id}`)
  }
}

/**
 * Takes one verb of a machine on one aggregate: locks its stream, reads state and facts, checks who, state, deadline and
 * guards, writes state, version, event and deadlines.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, DEADLINE_PASSED and what the verb's guards name
 */
export async function transition<
  State extends string,
  Role extends string,
  F extends Facts,
  Verb extends string,
  D extends string,
>(
  tx: Tx,
  m: Machine<State, Role, F, Verb, D>,
  id: string,
  verb: NoInfer<Verb>,
  change: Change<State> | ((facts: FactsOf<F>) => Change<State>) = {},
): Promise<Moved<State, F>> {
  const found = await lockAndRead(tx, m, id)
  const spec: VerbSpec<State, Role, D, FactsOf<F>> = m.verbs[verb]
  if (!spec.repeats && isRepeat(tx, verb, found)) throw new Repeated(id)
  if (tx.expected?.id === id && tx.expected.version !== found.version)
    throw new Refusal('STALE_VERSION', undefined, { current: found.version })
  const facts = readFacts(m.facts, found.facts)
  const refusal = refusalOf(m as never, verb, found.state, facts, { now: tx.now, viewer: tx.viewer })
  if (refusal) throw withDeadline(refusal, m.name, id)
  const { to, set = {}, data = {} } = typeof change === 'function' ? change(facts) : change
  const state = nextState(spec, found.state as State, to)
  await write(tx, m, id, state, set)
  if (spec.event) {
    const { visibility } = m.events[spec.event]!
    await record(tx, {
      streamId: found.stream,
      aggregateId: id,
      type: spec.event,
      visibility,
      data,
      verb,
    })
  }
  await armDeadlines(tx, m, { id, streamId: found.stream, from: found.state, to: state })
  return { id, streamId: found.stream, from: found.state as State, state, facts }
}

/**
 * Takes an aggregate's lock for a verb that reads more under it before its transition. Whoever may not take the verb is
 * refused first and waits for nobody. @refuses NOT_FOUND, FORBIDDEN
 */
export async function lockFor(tx: Tx, m: AnyMachine, id: string, verb: string): Promise<void> {
  const { stream, facts } = await read(tx, m, id)
  if (!mayTake(m, m.verbs[verb]!, readFacts(m.facts, facts), tx.viewer)) throw new Refusal('FORBIDDEN')
  await lockStream(tx, stream)
}

/**
 * Brings a new aggregate into its machine's first state, with its event and deadlines. Its row must have been inserted;
 * a stream named after the aggregate itself is started here.
 */
export async function enter(
  tx: Tx,
  m: AnyMachine,
  id: string,
  event: { type: string; data?: Record<string, unknown> },
): Promise<void> {
  const found = await row<{ stream: string }>(
    tx,
    sql`select ${sql.id(m.stream)} as stream from ${sql.table(m.table)} where id = ${id}`,
  )
  assert(found, `${m.name} ${id} was inserted`)
  if (found.stream === id) await startStream(tx, id)
  const { visibility } = m.events[event.type]!
  await record(tx, {
    streamId: found.stream,
    aggregateId: id,
    type: event.type,
    visibility,
    data: event.data ?? {},
  })
  await armDeadlines(tx, m, { id, streamId: found.stream, from: undefined, to: m.initial })
}

interface Found {
  readonly stream: string
  readonly state: string
  readonly version: number
  readonly facts: Record<string, unknown>
  readonly visible: boolean
  readonly last: { verb: string | null; actor: string; hash: string | null } | null
}

/** Locks the stream first, then reads in a second statement: the first keeps the picture from before the wait. */
async function lockAndRead(tx: Tx, m: AnyMachine, id: string): Promise<Found> {
  await row(
    tx,
    sql`select id from streams where id = (select ${sql.id(m.stream)} from ${sql.table(m.table)} where id = ${id}) for no key update`,
  )
  return read(tx, m, id)
}

/** What the viewer may see of it, as the transaction sees it now. @refuses NOT_FOUND */
async function read(tx: Tx, m: AnyMachine, id: string): Promise<Found> {
  const t = sql.raw('t')
  const seen = predicate(scopeOf(m.name)(t, viewerNow(tx.viewer)))
  const found = await row<Found>(
    tx,
    sql<Found>`select t.${sql.id(m.stream)} as stream, t.status as state, t.version, ${factSql(m.facts, t)} as facts, (${seen}) as visible,
      (select json_build_object('verb', e.verb, 'actor', e.actor_id, 'hash', e.input_hash) from events e where e.aggregate_id = t.id order by e.sequence desc limit 1) as last
      from ${sql.table(m.table)} t where t.id = ${id}`,
  )
  if (!found?.visible) throw new Refusal('NOT_FOUND')
  return found
}

/** The same caller, the same verb, the same input, and nothing has happened to it since: a retry without a key. */
function isRepeat(tx: Tx, verb: string, found: Found): boolean {
  const { last } = found
  return (
    tx.asked !== undefined &&
    !tx.asked.keyed &&
    last !== null &&
    tx.asked.verb === verb &&
    last.verb === verb &&
    last.actor === tx.viewer.id &&
    last.hash === tx.asked.inputHash
  )
}

/** A refusal for lateness carries what is late, so that the command can act on it before it refuses. */
function withDeadline(refusal: Refusal, machine: string, id: string): Refusal {
  if (refusal.code !== 'DEADLINE_PASSED') return refusal
  const { deadline, ...params } = refusal.params
  return Object.assign(new Refusal(refusal.code, refusal.message, params), {
    late: { machine, kind: deadline, subjectId: id },
  })
}

function nextState<State extends string>(
  spec: VerbSpec<State, string, string, never>,
  from: State,
  wanted: State | undefined,
): State {
  if (typeof spec.to === 'string') return spec.to
  if (spec.to === undefined) return from
  assert(wanted && spec.to.includes(wanted), `a choice of ${spec.to.join(', ')}`)
  return wanted
}

async function write(
  tx: Tx,
  m: AnyMachine,
  id: string,
  state: string,
  set: Record<string, unknown>,
): Promise<void> {
  const columns = Object.entries(set).map(([column, value]) => sql`${sql.id(column)} = ${value}`)
  await row(
    tx,
    sql`update ${sql.table(m.table)} set ${sql.join([sql`status = ${state}`, sql`version = version + 1`, ...columns])} where id = ${id}`,
  )
}
