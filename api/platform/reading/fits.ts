import { getNamedType, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import type { PageArgs } from './page.js'
import { idBind, read, type ReadingContext, rootField, type Row } from './read.js'
import type { Sql } from './scope.js'
import { argumentsOf, below, selectedFields } from './selection.js'

/** One row held against the filter of a root field. */
export interface Fitting {
  /** Whether the viewer may see the row, fitting or not. */
  readonly seen: boolean
  /** The row as it was asked for, where the viewer may see it and it fits; otherwise null. */
  readonly row: Row | null
}

/**
 * Holds the row of this id against the root field's `where`, and reads it where it fits, as the operation selects it below
 * `field` of the answer.
 * @refuses VALIDATION for a filter that can't be
 */
export async function readFitting(
  ctx: ReadingContext,
  info: GraphQLResolveInfo,
  field: string,
  id: string,
): Promise<Fitting> {
  const root = rootField(info)
  const { answer, type } = rowsIn(info, field)
  const [fitting] = await read(ctx, info, `fitting ${type.name}`, id, (planner) => {
    const sets = selectedFields(info, answer, below(info.fieldNodes))
      .filter(({ key }) => key === field)
      .flatMap(({ nodes }) => below(nodes))
    const bind = planner.bindsOf(root)
    const isThis = (c: Sql) => sql`${c}.id = ${idBind}`
    const fits = (c: Sql) => allOf([isThis(c), ...planner.shape(type, filterOf(info), c, bind).where])
    return sql`select json_build_object('seen', exists (${planner.rows(type, [], isThis)}), 'row', (${planner.rows(type, sets, fits)})) as json`
  })
  return fitting as unknown as Fitting
}

/**
 * The ids of what a root field's `where` leaves of what the viewer may see, of the rows that its answer carries in `field`:
 * the first `most` in their default order.
 * @refuses VALIDATION for a filter that can't be
 */
export async function readFittingIds(
  ctx: ReadingContext,
  info: GraphQLResolveInfo,
  field: string,
  most: number,
): Promise<string[]> {
  const { type } = rowsIn(info, field)
  const rows = await read(ctx, info, `ids ${type.name} ${most}`, null, (planner) => {
    const bind = planner.bindsOf(rootField(info))
    const args = filterOf(info)
    const fits = (c: Sql) =>
      allOf([
        ...planner.shape(type, args, c, bind).where,
        planner.near(type, args, c, () => sql`true`, bind, most),
      ])
    const first = (c: Sql) =>
      sql`order by ${planner.shape(type, args, c, bind).orderBy} limit ${sql.raw(String(most))}`
    return planner.rows(type, [], fits, first)
  })
  return rows.map((row) => String(row['_id']))
}

function rowsIn(info: GraphQLResolveInfo, field: string) {
  const answer = getNamedType(info.returnType) as GraphQLObjectType
  return { answer, type: getNamedType(answer.getFields()[field]!.type) }
}

function filterOf(info: GraphQLResolveInfo): PageArgs {
  return { where: argumentsOf(info, rootField(info))['where'] as PageArgs['where'] }
}

const allOf = (conditions: readonly Sql[]) => sql.join(conditions, sql` and `)
