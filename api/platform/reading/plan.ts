import {
  getNamedType,
  type GraphQLNamedType,
  GraphQLObjectType,
  isAbstractType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql'
import { sql } from 'kysely'
import { factSql } from './facts-sql.js'
import { foundByOf, type Join, type Planned, readingOf, type ReadingSpec, scopeOf } from './declare.js'
import { COUNT_CAP, type ArgBind, type PageArgs, pageShape, type PageShape } from './page.js'
import { Bind, predicate, type Sql, type ViewerKind } from './scope.js'
import { argumentsOf, below, type Operation, type Selected, selectedFields } from './selection.js'

/**
 * Builds the one SQL statement of a root field: nested objects and lists as JSON, every type's scope wherever the type
 * appears. Values that may differ between runs stand as {@link Bind}s.
 */
export class Planner {
  /** The fields with arguments, by the index their binds use. */
  readonly withArguments: Selected[] = []
  private aliases = 0

  constructor(
    private readonly op: Operation,
    private readonly viewer: ViewerKind,
  ) {}

  /** Rows of a type as JSON objects, each with its id as `_id`: `select json … from table where scope and …`. */
  rows(
    type: GraphQLNamedType,
    sets: readonly SelectionSetNode[],
    where: (c: Sql) => Sql,
    tail: (c: Sql) => Sql = () => sql``,
  ): Sql {
    const c = this.alias()
    return sql`select to_json(x) as json from (select ${this.columns(type, sets, c)}, ${c}.id as "_id" from ${this.from(type, c)} where ${this.seen(type, c)} and ${where(c)} ${tail(c)}) x`
  }

  /** A page of a type as `{ rows, total }`; each row carries its place in the order as `_cursor`. */
  page(selected: Selected, args: PageArgs, where: (c: Sql) => Sql): Sql {
    const { connection, node } = connectionOf(selected)
    const asked = selectedFields(this.op, connection, below(selected.nodes))
    const edges = asked.filter((f) => f.key === 'edges').flatMap((f) => below(f.nodes))
    const edge = getNamedType(connection.getFields()['edges']!.type) as GraphQLObjectType
    const sets = [
      ...asked.filter((f) => f.key === 'nodes').flatMap((f) => below(f.nodes)),
      ...selectedFields(this.op, edge, edges)
        .filter((f) => f.key === 'node')
        .flatMap((f) => below(f.nodes)),
    ]
    const bind = this.bindsOf(selected)
    const c = this.alias()
    const shape = this.shape(node, args, c, bind)
    const most = shape.first + shape.offset + 1
    const all = sql.join(
      [this.seen(node, c), where(c), ...shape.where, this.near(node, args, c, where, bind, most)],
      sql` and `,
    )
    const total = asked.some((f) => f.key === 'totalCount') ? this.total(node, args, where, bind) : sql`null`
    return sql`select json_build_object('rows', (select coalesce(json_agg(to_json(x)), '[]') from (${this.pageRows(node, sets, c, shape, all)}) x), 'first', ${sql.raw(String(shape.first))}, 'total', ${total}) as json`
  }

  /** Where the values of a field's arguments are found when the plan runs. */
  bindsOf(selected: Selected): ArgBind {
    const index = this.withArguments.push(selected) - 1
    return (path) =>
      new Bind((run) =>
        path.reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], run.args[index]),
      )
  }

  /** The SQL of a list's arguments over a row of its type. @refuses VALIDATION for arguments that can't be */
  shape(type: GraphQLNamedType, args: PageArgs, c: Sql, bind: ArgBind): PageShape {
    return pageShape(reading(type), args, c, this.viewer, bind)
  }

  private pageRows(
    node: GraphQLNamedType,
    sets: readonly SelectionSetNode[],
    c: Sql,
    shape: PageShape,
    all: Sql,
  ): Sql {
    const limit = sql.raw(`limit ${shape.first + 1}${shape.offset ? ` offset ${shape.offset}` : ''}`)
    return sql`select ${this.columns(node, sets, c)}, ${shape.cursor} as "_cursor" from ${this.from(node, c)} where ${all} order by ${shape.orderBy} ${limit}`
  }

  /** The ids among which a page's rows must lie, the viewer's own or those it is filtered by: the `most` that it needs, from each of their indexes. */
  near(
    node: GraphQLNamedType,
    args: PageArgs,
    c: Sql,
    where: (c: Sql) => Sql,
    bind: ArgBind,
    most: number,
  ): Sql {
    const found = foundByOf(readingName(node), c, this.viewer)
    const wanted = found
      ? { places: found.columns.map((name) => column(name)), ids: found.ids, seen: () => sql`true` }
      : this.wanted(node, args, bind)
    if (!wanted) return sql`true`
    return sql`${c}.id = any(array(${this.ways(node, wanted, args, where, bind, most)}))`
  }

  /** The ids of rows that have one of the wanted values in one of the places: the first so many of each, by its index. */
  private ways(
    node: GraphQLNamedType,
    { places, ids, seen }: Wanted,
    args: PageArgs,
    where: (c: Sql) => Sql,
    bind: ArgBind,
    most: number,
  ): Sql {
    const whose = this.alias()
    const each = places.map((place) => {
      const k = this.alias()
      const shape = this.shape(node, args, k, bind)
      const all = sql.join([seen(k), where(k), ...shape.where], sql` and `)
      return sql`(select ${k}.id from ${this.from(node, k)} where ${place(k)} = ${whose}.id and ${all} order by ${shape.orderBy} limit ${sql.raw(String(most))})`
    })
    return sql`select way.id from unnest(${ids}::text[]) ${whose}(id) cross join lateral (${sql.join(each, sql` union all `)}) way`
  }

  /** The first filter that says by which index its rows are found. */
  private wanted(node: GraphQLNamedType, args: PageArgs, bind: ArgBind): Wanted | undefined {
    const { filters = {} } = reading(node)
    const [key] =
      Object.entries(args.where ?? {}).find(([name, value]) => filters[name]?.nearBy && isOneOf(value)) ?? []
    const places = key === undefined ? undefined : filters[key]?.nearBy
    return places && { places, ids: bind(['where', key!, 'in']), seen: (k: Sql) => this.seen(node, k) }
  }

  /** How many rows the whole list has, counted up to the cap: without the cursor, which only says where a page begins. */
  private total(node: GraphQLNamedType, args: PageArgs, where: (c: Sql) => Sql, bind: ArgBind): Sql {
    const whole = { ...args, after: null, offset: 0 }
    const wanted = this.wanted(node, whole, bind)
    const cap = sql.raw(String(COUNT_CAP + 1))
    if (wanted) {
      const ids = this.ways(node, wanted, whole, where, bind, COUNT_CAP + 1)
      return sql`(select count(*) from (select distinct id from (${ids}) w limit ${cap}) n)`
    }
    const c = this.alias()
    const shape = this.shape(node, whole, c, bind)
    const all = sql.join([this.seen(node, c), where(c), ...shape.where], sql` and `)
    return sql`(select count(*) from (select 1 from ${this.from(node, c)} where ${all} limit ${cap}) n)`
  }

  private columns(type: GraphQLNamedType, sets: readonly SelectionSetNode[], t: Sql): Sql {
    if (isAbstractType(type)) return this.abstractColumns(type, sets, t)
    const parts = selectedFields(this.op, type as GraphQLObjectType, sets).flatMap((f) => {
      const value = this.field(f, t)
      return value ? [sql`${value} as ${sql.id(f.key)}`] : []
    })
    return parts.length ? sql.join(parts) : sql`true as "_"`
  }

  /** A row of an abstract type has the columns of all types it may be: what they share once, the others only for rows of their type. */
  private abstractColumns(type: GraphQLNamedType, sets: readonly SelectionSetNode[], t: Sql): Sql {
    const typeName = reading(type).typeName!(t)
    const kinds = this.op.schema.getPossibleTypes(type as never)
    const byKey = new Map<string, { kind: string; f: Selected }[]>()
    for (const concrete of kinds)
      for (const f of selectedFields(this.op, concrete, sets))
        if (plannedOf(f)) byKey.set(f.key, [...(byKey.get(f.key) ?? []), { kind: concrete.name, f }])
    const merged = [...byKey].map(([key, ways]) => {
      const [first] = ways
      if (ways.length === kinds.length && ways.every(({ f }) => isSame(f, first!.f)))
        return sql`${this.field(first!.f, t)} as ${sql.id(key)}`
      const whens = ways.map(({ kind, f }) => sql`when ${sql.lit(kind)} then to_json(${this.field(f, t)})`)
      return sql`case ${typeName} ${sql.join(whens, sql` `)} end as ${sql.id(key)}`
    })
    return sql.join([sql`${typeName} as "__typename"`, ...merged])
  }

  private field(f: Selected, t: Sql): Sql | undefined {
    const planned = plannedOf(f)
    if (!planned) return undefined
    const value = this.value(f, planned, t)
    return planned.only
      ? sql`case when ${predicate(this.viewer.kind === 'system' || planned.only(t, this.viewer))} then ${value} end`
      : value
  }

  private value(f: Selected, planned: Planned, t: Sql): Sql {
    if (planned.kind === 'column') return planned.sql(t)
    if (planned.kind === 'computed') return factSql(planned.needs, t)
    const where = (join: Join) => (c: Sql) => join(t, c)
    if (planned.kind === 'page') return sql`(${this.page(f, argumentsOf(this.op, f), where(planned.join))})`
    const type = getNamedType(f.field.type)
    if (planned.kind === 'one')
      return sql`(${this.rows(type, below(f.nodes), where(planned.join), (c) => first(c, planned.newest))})`
    const tail = (c: Sql) => sql`order by ${planned.orderBy(c)} limit ${sql.raw(String(planned.limit))}`
    return sql`(select coalesce(json_agg(r.json), '[]') from (${this.rows(type, below(f.nodes), where(planned.join), tail)}) r)`
  }

  private seen(type: GraphQLNamedType, c: Sql): Sql {
    return predicate(scopeOf(readingName(type))(c, this.viewer))
  }

  private from(type: GraphQLNamedType, c: Sql): Sql {
    return sql`${sql.table(reading(type).table)} ${c}`
  }

  private alias(): Sql {
    return sql.raw(`t${this.aliases++}`)
  }
}

/** One row: any, or the newest by a moment. */
function first(c: Sql, newest: string | undefined): Sql {
  return newest ? sql`order by ${c}.${sql.id(newest)} desc, ${c}.id desc limit 1` : sql`limit 1`
}

/** Where the rows of a page are found: by some values in some indexed places. */
interface Wanted {
  readonly places: readonly ((t: Sql) => Sql)[]
  readonly ids: unknown
  readonly seen: (k: Sql) => Sql
}

const column = (name: string) => (t: Sql) => sql`${t}.${sql.id(name)}`

/** Whether a condition names values, and nothing else. */
function isOneOf(condition: unknown): boolean {
  const given = Object.entries(condition ?? {}).filter(([, value]) => value !== null && value !== undefined)
  return given.length === 1 && given[0]![0] === 'in'
}

/** Whether two types' fields of one key are read alike: inherited from their interface and selected in the same place. */
function isSame(a: Selected, b: Selected): boolean {
  return (
    plannedOf(a) === plannedOf(b) &&
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, i) => node === b.nodes[i])
  )
}

/** How a selected field is read, or undefined for `__typename` and the like. */
function plannedOf(f: Selected): Planned | undefined {
  return f.field.extensions['planned'] as Planned | undefined
}

function reading(type: GraphQLNamedType): ReadingSpec {
  return readingOf(readingName(type))!
}

/** The type whose reading serves this one: itself, or the interface whose rows it is a kind of. */
function readingName(type: GraphQLNamedType): string {
  if (readingOf(type.name)) return type.name
  const kindOf = isObjectType(type) ? type.getInterfaces().find((i) => readingOf(i.name)) : undefined
  if (!kindOf) throw new Error(`${type.name} has no reading`)
  return kindOf.name
}

function connectionOf(selected: Selected): { connection: GraphQLObjectType; node: GraphQLNamedType } {
  const connection = getNamedType(selected.field.type)
  if (!(connection instanceof GraphQLObjectType) || !connection.getFields()['nodes'])
    throw new Error(`${selected.field.name} is no connection`)
  return { connection, node: getNamedType(connection.getFields()['nodes']!.type) }
}
