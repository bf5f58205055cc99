import { sql } from 'kysely'
import { newId } from '../lib/ids.js'
import type { AnyMachine, DeadlineSpec } from '../lib/machine.js'
import { after } from '../lib/time.js'
import type { Tx } from './context.js'
import { row, rows } from './database.js'
import { port } from './port.js'

/** A click that is in flight at the deadline is not beaten by us: the deadline itself acts this much later. */
export const GRACE_MS = 2000

/** A deadline whose moment has come. `step` counts reminders from 0. */
export interface DueDeadline {
  readonly id: string
  readonly machine: string
  readonly kind: string
  readonly subjectId: string
  readonly streamId: string
  readonly step: number
  readonly dueAt: Date
  readonly attempts: number
}

/** What a deadline does: the same transition that a person would take, which checks everything again. */
export type DeadlineAct = (tx: Tx, due: DueDeadline) => Promise<unknown>

/** Every deadline's act, by `Machine.kind`; bound by the app. */
export const deadlineActs = port<Readonly<Record<string, DeadlineAct>>>('deadline acts')

/** Told when a deadline has failed too often: raises a task for a person. Bound by the app. */
export const deadlineGivenUp =
  port<(tx: Tx, due: DueDeadline, error: string) => Promise<void>>('deadline given up')

/** What a move between states means for the deadlines of an aggregate; `from` is undefined on entering the machine. */
export interface Move {
  readonly id: string
  readonly streamId: string
  readonly from: string | undefined
  readonly to: string
}

/** Cancels the deadlines whose states were left, arms those whose states were entered; inside a set nothing changes. */
export async function armDeadlines(tx: Tx, m: AnyMachine, move: Move): Promise<void> {
  const specs = Object.entries(m.deadlines) as [string, DeadlineSpec<string, string>][]
  const lives = (d: DeadlineSpec<string, string>, state: string | undefined) =>
    state !== undefined && d.in.includes(state)
  const left = specs.filter(([, d]) => lives(d, move.from) && !lives(d, move.to)).map(([kind]) => kind)
  const entered = specs.filter(([, d]) => !lives(d, move.from) && lives(d, move.to))
  if (left.length) await cancelDeadlines(tx, move.id, left)
  for (const [kind, spec] of entered) await arm(tx, m, move, kind, spec)
}

/** Arms a kind of deadline anew, as if its states were entered now; nothing where the aggregate is in none of them. */
export async function rearmDeadline(
  tx: Tx,
  m: AnyMachine,
  of: { id: string; streamId: string; state: string },
  kind: string,
): Promise<void> {
  const spec = m.deadlines[kind] as DeadlineSpec<string, string>
  if (!spec.in.includes(of.state)) return
  await cancelDeadlines(tx, of.id, [kind])
  await arm(tx, m, { id: of.id, streamId: of.streamId, from: undefined, to: of.state }, kind, spec)
}

/** Cancels an aggregate's deadlines of these kinds; all their steps, or one. */
export async function cancelDeadlines(
  tx: Tx,
  subjectId: string,
  kinds: readonly string[],
  step: number | null = null,
): Promise<void> {
  await rows(
    tx,
    sql`delete from deadlines where subject_id = ${subjectId} and kind = any(${kinds}) and step = coalesce(${step}::int, step)`,
  )
}

/**
 * Sets one deadline of an aggregate to an exact moment, whatever it was before; of reminders that go in steps, where a
 * `step` is given, that one alone. One that `runsOn` does not stand still while its stream is held.
 */
export async function setDeadline(
  tx: Tx,
  of: { machine: string; subjectId: string; streamId: string; runsOn?: true; step?: number },
  kind: string,
  dueAt: Date,
): Promise<void> {
  await cancelDeadlines(tx, of.subjectId, [kind], of.step)
  await insert(tx, {
    step: 0,
    ...of,
    kind,
    dueAt,
    tryAt: new Date(dueAt.getTime() + GRACE_MS),
    usefulUntil: null,
  })
}

async function arm(
  tx: Tx,
  m: AnyMachine,
  move: Move,
  kind: string,
  spec: DeadlineSpec<string, string>,
): Promise<void> {
  const of = { machine: m.name, kind, subjectId: move.id, streamId: move.streamId }
  const usefulUntil = (dueAt: Date) => (spec.useful ? after(dueAt, spec.useful) : null)
  if (spec.at) {
    const dueAt = await moment(tx, m, move.id, spec.at)
    if (dueAt)
      await insert(tx, {
        ...of,
        step: 0,
        dueAt,
        tryAt: new Date(dueAt.getTime() + GRACE_MS),
        usefulUntil: usefulUntil(dueAt),
      })
  }
  for (const [step, pause] of (spec.after ?? []).entries()) {
    const dueAt = after(tx.now, pause)
    await insert(tx, { ...of, step, dueAt, tryAt: dueAt, usefulUntil: usefulUntil(dueAt) })
  }
}

/** The moment that the aggregate's own column names, read after the verb wrote it. */
async function moment(tx: Tx, m: AnyMachine, id: string, fact: string): Promise<Date | null> {
  const found = await row<{ at: Date | null }>(
    tx,
    sql`select ${sql.raw(m.facts[fact]!.sql)} as at from ${sql.table(m.table)} t where t.id = ${id}`,
  )
  return found?.at ? new Date(found.at) : null
}

/** One that is armed while its stream is held stands still from the start. */
async function insert(
  tx: Tx,
  deadline: Omit<DueDeadline, 'id' | 'attempts'> & {
    tryAt: Date
    usefulUntil: Date | null
    runsOn?: true
  },
): Promise<void> {
  const { machine, kind, subjectId, streamId, step, dueAt, tryAt, usefulUntil, runsOn = false } = deadline
  await row(
    tx,
    sql`insert into deadlines (id, machine, kind, subject_id, stream_id, step, due_at, try_at, useful_until, runs_on, held_from)
      values (${newId('dln')}, ${machine}, ${kind}, ${subjectId}, ${streamId}, ${step}, ${dueAt}, ${tryAt}, ${usefulUntil}, ${runsOn},
        (select ${tx.now}::timestamptz from streams where id = ${streamId} and held_at is not null and not ${runsOn}::boolean))`,
  )
}
