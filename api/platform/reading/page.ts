import { sql } from 'kysely'
import { refuseFields } from '../../lib/refusal.js'
import type { Filter, ReadingSpec } from './declare.js'
import { Bind, predicate, type Sql, type ViewerKind } from './scope.js'

/** The most that a total is counted to; beyond it says AT_LEAST. */
export const COUNT_CAP = 10_000
export const MAX_FIRST = 100
export const DEFAULT_FIRST = 25
const MAX_OFFSET = 10_000

export interface PageArgs {
  readonly first?: number | null
  readonly after?: string | null
  readonly offset?: number | null
  readonly where?: Where | null
  /** A text to be found in what the list is searched by; of a longer one only the beginning counts. */
  readonly search?: string | null
  readonly sort?: readonly { field: string; direction: 'ASC' | 'DESC' }[] | null
}
export type Where = { [key: string]: unknown }

/** Where the value of an argument is found when the plan runs. */
export type ArgBind = (path: readonly (string | number)[]) => Bind

interface SortKey {
  readonly sql: Sql
  readonly type: string
  readonly descending: boolean
}

export interface PageShape {
  readonly first: number
  readonly where: Sql[]
  readonly orderBy: Sql
  readonly offset: number
  /** The values of a row's place in the order, as JSON texts. */
  readonly cursor: Sql
}

/**
 * The SQL of a page's arguments over a row `t`: filter, order, keyset and size.
 * @refuses VALIDATION for a size, offset, filter or cursor that can't be
 */
export function pageShape(
  spec: ReadingSpec,
  args: PageArgs,
  t: Sql,
  viewer: ViewerKind,
  bind: ArgBind,
): PageShape {
  const first = args.first ?? DEFAULT_FIRST
  const offset = args.offset ?? 0
  if (first < 0 || first > MAX_FIRST) refuseFields([{ path: 'first', message: `from 0 to ${MAX_FIRST}` }])
  if (offset < 0 || offset > MAX_OFFSET)
    refuseFields([{ path: 'offset', message: `from 0 to ${MAX_OFFSET}; use \`after\` to go on` }])
  const keys = sortKeys(spec, args, t, viewer)
  const where = args.where ? [filterSql(spec, args.where, t, viewer, bind, ['where'], { leaves: 0 }, 1)] : []
  if (typeof args.search === 'string') where.push(searchSql(spec, t, viewer, bind(['search'])))
  if (args.after) where.push(keyset(keys, bind))
  return {
    first,
    offset,
    where,
    orderBy: sql.join(keys.map((k) => sql`${k.sql} ${sql.raw(k.descending ? 'desc' : 'asc')}`)),
    cursor: sql`json_build_array(${sql.join(keys.map((k) => sql`(${k.sql})::text`))})`,
  }
}

function decodeCursor(cursor: unknown, keys: number): string[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(String(cursor), 'base64url').toString())
    if (Array.isArray(place) && place.length === keys && place.every((p) => typeof p === 'string'))
      return place
  } catch {
    // falls through to the refusal: no cursor of ours
  }
  return refuseFields([{ path: 'after', message: 'a cursor of this list with this sort' }])
}

function sortKeys(spec: ReadingSpec, args: PageArgs, t: Sql, viewer: ViewerKind): SortKey[] {
  const wanted = args.sort?.length
    ? args.sort
    : spec.defaultSort
      ? [{ field: spec.defaultSort[0], direction: spec.defaultSort[1] }]
      : []
  if (wanted.length > 2) refuseFields([{ path: 'sort', message: 'at most two' }])
  const keys: SortKey[] = []
  for (const { field, direction } of wanted) {
    const sort = spec.sorts?.[field]
    if (!sort) throw new Error(`No sort ${field} on ${spec.table}`)
    keys.push({
      sql: visible(sort, sort.sql(t), t, viewer),
      type: sort.type,
      descending: direction === 'DESC',
    })
    if (sort.decides) return keys
  }
  return [...keys, { sql: sql`${t}.id`, type: 'text', descending: keys.at(-1)?.descending ?? false }]
}

/** Rows behind the cursor: the first differing key decides. */
function keyset(keys: readonly SortKey[], bind: ArgBind): Sql {
  const after = bind(['after'])
  const place = (i: number) => new Bind((run) => decodeCursor(after.value(run), keys.length)[i])
  const behind = keys.map((key, i) => {
    const same = keys.slice(0, i).map((k, j) => sql`${k.sql} = ${place(j)}::${sql.raw(k.type)}`)
    const beyond = sql`${key.sql} ${sql.raw(key.descending ? '<' : '>')} ${place(i)}::${sql.raw(key.type)}`
    return sql`(${sql.join([...same, beyond], sql` and `)})`
  })
  // The first key's bound says nothing new, but an index can be entered by it: a late page costs what the first does.
  const [first] = keys
  const bound = sql`${first!.sql} ${sql.raw(first!.descending ? '<=' : '>=')} ${place(0)}::${sql.raw(first!.type)}`
  return sql`(${bound} and (${sql.join(behind, sql` or `)}))`
}

const LONGEST_SEARCH = 100

/** Whether a row fits the text looked for, whatever the case of the letters; nothing but spaces is no condition. */
function searchSql(spec: ReadingSpec, t: Sql, viewer: ViewerKind, bind: Bind): Sql {
  if (!spec.searched) throw new Error(`Nothing of ${spec.table} is searched`)
  const wanted = sql`lower(left(btrim(${bind}::text), ${sql.lit(LONGEST_SEARCH)}))`
  return sql`(${wanted} = '' or ${spec.searched(t, wanted, viewer)})`
}

const OPERATORS: Record<string, string> = { gt: '>', gte: '>=', lt: '<', lte: '<=' }

function filterSql(
  spec: ReadingSpec,
  where: Where,
  t: Sql,
  viewer: ViewerKind,
  bind: ArgBind,
  path: (string | number)[],
  count: { leaves: number },
  depth: number,
): Sql {
  if (depth > 3) refuseFields([{ path: path.join('.'), message: 'at most 3 levels deep' }])
  const deeper = (w: unknown, at: (string | number)[]) =>
    filterSql(spec, w as Where, t, viewer, bind, at, count, depth + 1)
  const parts = Object.entries(where).flatMap(([key, value]): Sql[] => {
    if (value === null || value === undefined) return []
    const at = [...path, key]
    if (key === 'not') return [sql`not coalesce(${deeper(value, at)}, false)`]
    if (key === 'and' || key === 'or') {
      const items = (value as unknown[]).map((w, i) => deeper(w, [...at, i]))
      return items.length ? [sql`(${sql.join(items, sql.raw(` ${key} `))})`] : []
    }
    const filter = spec.filters?.[key]
    if (!filter) throw new Error(`No filter ${key} on ${spec.table}`)
    return Object.entries(value).map(([op, operand]) => {
      if (++count.leaves > 20) refuseFields([{ path: path.join('.'), message: 'at most 20 conditions' }])
      return visible(filter, leaf(filter, op, operand, t, bind([...at, op])), t, viewer)
    })
  })
  return parts.length ? sql`(${sql.join(parts, sql` and `)})` : sql`true`
}

function leaf(filter: Filter, op: string, operand: unknown, t: Sql, bind: Bind): Sql {
  const type = sql.raw(filter.type)
  if (op === 'isNull') return sql`(${filter.sql(t)} is ${sql.raw(operand ? 'null' : 'not null')})`
  if (op === 'eq') return sql`${filter.sql(t)} = ${bind}::${type}`
  if (op === 'in') {
    const places = (filter.nearBy ?? [filter.sql]).map((place) => sql`${place(t)} = any(${bind}::${type}[])`)
    return sql`(${sql.join(places, sql` or `)})`
  }
  const operator = OPERATORS[op]
  if (!operator) throw new Error(`No filter operator ${op}`)
  return sql`${filter.sql(t)} ${sql.raw(operator)} ${bind}::${type}`
}

/** A filter or sort is a look: over rows whose value the viewer may not see, it sees null. */
function visible(rule: Pick<Filter, 'only'>, expression: Sql, t: Sql, viewer: ViewerKind): Sql {
  return rule.only ? sql`(case when ${predicate(rule.only(t, viewer))} then ${expression} end)` : expression
}
