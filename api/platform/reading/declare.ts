import 'reflect-metadata'
import { sql } from 'kysely'
import { Extensions } from 'type-graphql'
import type { Facts, FactsOf } from '../../lib/facts.js'
import type { Viewer } from '../../lib/viewer.js'
import { anyOf, type Scope, type Sql, type ViewerKind } from './scope.js'

/** How a field is read. */
export type Planned =
  | { kind: 'column'; sql: (t: Sql) => Sql; only?: Scope }
  | { kind: 'one'; join: Join; only?: Scope; newest?: string }
  | { kind: 'many'; join: Join; orderBy: (t: Sql) => Sql; limit: number; only?: Scope }
  | { kind: 'page'; join: Join; only?: Scope }
  | { kind: 'computed'; needs: Facts; compute: Compute; only?: Scope }

/** How rows of the child (`c`) belong to a row of the parent (`p`). */
export type Join = (p: Sql, c: Sql) => Sql
export type Compute = (facts: never, at: { viewer: Viewer; args: Record<string, unknown> }) => unknown

/** One thing a list may be filtered by: its SQL, its type for casts, and who may use it (a filter is a look, too). */
export interface Filter {
  readonly sql: (t: Sql) => Sql
  readonly type: 'text' | 'timestamptz' | 'bigint' | 'boolean'
  readonly only?: Scope
  /**
   * Of a long list: the columns (or expressions) among which its values are looked for, each indexed before the default
   * sort and the id. A list that is filtered by one of some values is then read from that index, value by value, instead
   * of by walking through everything in the order of the sort. A row fits where one of them has one of the values.
   */
  readonly nearBy?: readonly ((t: Sql) => Sql)[]
}

/** One thing a list may be sorted by; never null, and indexed together with the id. */
export type Sort = Pick<Filter, 'sql' | 'only'> & {
  readonly type: 'text' | 'timestamptz' | 'bigint'
  /** No two rows of one list have the same: nothing decides after it, and its index alone gives the order. */
  readonly decides?: true
}

/**
 * Columns that hold an id, and the ids (a `text[]`) whose rows are the viewer's: they see exactly the rows
 * that have one of the ids in one of the columns. Each column is indexed before the sort and the id, so that a list is read from the index for each
 * id in turn instead of by walking through everybody's rows.
 */
export interface FoundBy {
  readonly columns: readonly string[]
  readonly ids: unknown
}

export interface ReadingSpec {
  readonly table: string
  readonly scope: Scope
  readonly filters?: Readonly<Record<string, Filter>>
  /** What a list's `search` finds. */
  readonly searched?: Searched
  readonly sorts?: Readonly<Record<string, Sort>>
  /** The order of a list nobody sorted: a key of `sorts` with its direction. */
  readonly defaultSort?: readonly [string, 'ASC' | 'DESC']
  /** For viewers who see few rows of many: how a list finds theirs. It opens and closes nothing; that is the scope's. */
  readonly foundBy?: (viewer: ViewerKind) => FoundBy | undefined
  /** Of an abstract type: the GraphQL type of a row. */
  readonly typeName?: (t: Sql) => Sql
}

/** Whether a row fits the text that a list is searched for: that is in small letters by now. */
export type Searched = (t: Sql, wanted: Sql, viewer: ViewerKind) => Sql

/** Searched as one text of the row: what stands there in any case of letters is found, by looking at every row. */
export function within(text: (t: Sql) => Sql): Searched {
  return (t, wanted) => sql`position(${wanted} in lower(${text(t)})) > 0`
}

const readings = new Map<string, ReadingSpec>()
const widened = new Map<string, Scope[]>()

/** Gives a type its reading: table, scope, filters and sorts. The class name is the type's name. */
export function Reading(spec: ReadingSpec): ClassDecorator {
  return (target) => {
    readings.set(target.name, spec)
    Extensions({ reading: true })(target)
  }
}

/** A reading by the name of its type, or undefined where the type has none: a value that its parent carries. */
export function readingOf(typeName: string): ReadingSpec | undefined {
  return readings.get(typeName)
}

/** A room above lets more viewers see a lower type: those rows are seen, too. Called once, beside the room's own type. */
export function widenScope(typeName: string, scope: Scope): void {
  widened.set(typeName, [...(widened.get(typeName) ?? []), scope])
}

/** Which rows of the type a viewer may see, all rooms' grants together. The system sees everything. */
export function scopeOf(typeName: string): Scope {
  const spec = readings.get(typeName)
  if (!spec) throw new Error(`${typeName} has no reading`)
  const whole = anyOf([spec.scope, ...(widened.get(typeName) ?? [])])
  return (t, viewer) => (viewer.kind === 'system' ? true : whole(t, viewer))
}

/** How the viewer's rows of a type are found; undefined where a room above shows them others, which it would miss. */
export function foundByOf(typeName: string, t: Sql, viewer: ViewerKind): FoundBy | undefined {
  const seesMore = (widened.get(typeName) ?? []).some((scope) => scope(t, viewer) !== false)
  return viewer.kind === 'system' || seesMore ? undefined : readings.get(typeName)?.foundBy?.(viewer)
}

/** Seen by whoever sees the row's parent: `column` holds the parent's id. */
export function throughParent(typeName: string, column: string): Scope {
  return (t, viewer) => {
    const { table } = readings.get(typeName)!
    const parent = sql.raw(`of_${table}`)
    const seen = scopeOf(typeName)(parent, viewer)
    if (typeof seen === 'boolean') return seen
    return sql`exists (select from ${sql.table(table)} ${parent} where ${parent}.id = ${t}.${sql.id(column)} and ${seen})`
  }
}

const plan = (planned: Planned) => Extensions({ planned })
const snake = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

/**
 * A field that is a column (by default the one of its name), or an SQL expression over the row. `text` writes a bigint
 * as text, so that no digit is lost; `only` hides the value, as null, from those whom its scope does not name.
 */
export function Column(
  column?: string | ((t: Sql) => Sql),
  options: { only?: Scope; text?: boolean } = {},
): PropertyDecorator & MethodDecorator {
  return (target: object, property: string | symbol, descriptor?: unknown) => {
    const name = typeof column === 'string' ? column : snake(String(property))
    const expression = typeof column === 'function' ? column : (t: Sql) => sql`${t}.${sql.id(name)}`
    const read = options.text ? (t: Sql) => sql`(${expression(t)})::text` : expression
    ;(plan({ kind: 'column', sql: read, only: options.only }) as PropertyDecorator)(target, property)
    void descriptor
  }
}

/** A field that is one row of another reading, or null where there is none that the viewer may see. */
export function One(join: Join | { from?: string; to?: string }, only?: Scope) {
  return plan({ kind: 'one', join: asJoin(join), only })
}

/** A field that is the newest row of another reading, by a moment, that the viewer may see, or null where there is none. */
export function Newest(options: { from?: string; to: string; by: string; only?: Scope }) {
  return plan({ kind: 'one', join: asJoin(options), newest: options.by, only: options.only })
}

/** A field that is a short list of another reading, in an order of its own, cut at a limit. */
export function Many(options: {
  from?: string
  to: string
  join?: Join
  orderBy?: string
  limit?: number
  only?: Scope
}) {
  const order = options.orderBy ?? 'id'
  return plan({
    kind: 'many',
    join: options.join ?? asJoin(options),
    orderBy: (t) => sql`${t}.${sql.id(order)}`,
    limit: options.limit ?? 200,
    only: options.only,
  })
}

/** A field that is a connection over another reading. */
export function Page(join: Join | { from?: string; to: string }, only?: Scope) {
  return plan({ kind: 'page', join: asJoin(join), only })
}

/** A field that SQL can't give: computed from selected facts, for the viewer who asks. */
export function Computed<F extends Facts>(
  needs: F,
  compute: (facts: FactsOf<F>, at: { viewer: Viewer; args: Record<string, unknown> }) => unknown,
  only?: Scope,
) {
  return plan({ kind: 'computed', needs, compute: compute, only })
}

function asJoin(join: Join | { from?: string; to?: string }): Join {
  if (typeof join === 'function') return join
  const { from = 'id', to = 'id' } = join
  return (p, c) => sql`${c}.${sql.id(to)} = ${p}.${sql.id(from)}`
}
