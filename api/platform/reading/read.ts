import { createHash } from 'node:crypto'
import { type FieldNode, getNamedType, type GraphQLNamedType, type GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { compiler } from './compiler.js'
import { refuseFields } from '../../lib/refusal.js'
import type { Viewer } from '../../lib/viewer.js'
import { pageOf, type PageResult, type PageRows } from './connection.js'
import { COUNT_CAP } from './page.js'
import { Planner } from './plan.js'
import { Bind, type Run, type Sql, viewerKey, viewerKind } from './scope.js'
import { argumentsOf, below, type Selected } from './selection.js'
import { variablesShape } from './shape.js'

/** One SQL statement, ready to run; `name` where it is worth preparing. Its rows have one column `json`, as text. */
export interface Statement {
  readonly name?: string
  readonly text: string
  readonly values: unknown[]
}

/** Who reads, and over which connection. */
export interface ReadingContext {
  readonly viewer: Viewer
  readonly run: (statement: Statement) => Promise<{ json: string }[]>
}

export type Row = Record<string, unknown>

interface Plan {
  readonly text: string
  readonly name: string
  readonly parameters: readonly unknown[]
  readonly withArguments: readonly Selected[]
  uses: number
}

/** The row of this id, as this operation selects it and this viewer may see it; null where there is none. */
export async function readOne(
  ctx: ReadingContext,
  info: GraphQLResolveInfo,
  id: string,
  type: GraphQLNamedType = getNamedType(info.returnType),
): Promise<Row | null> {
  const [row] = await read(ctx, info, `one ${type.name}`, id, (planner) =>
    planner.rows(type, below(info.fieldNodes), (c) => sql`${c}.id = ${idBind}`),
  )
  return row ?? null
}

/** The rows of these ids in their order; those the viewer may not see are left out. Each carries its id as `_id`. */
export async function readMany(
  ctx: ReadingContext,
  info: GraphQLResolveInfo,
  ids: readonly string[],
  type: GraphQLNamedType = getNamedType(info.returnType),
): Promise<Row[]> {
  return read(ctx, info, `many ${type.name}`, ids, (planner) =>
    planner.rows(
      type,
      below(info.fieldNodes),
      (c) => sql`${c}.id = any(${idBind})`,
      (c) => sql`order by array_position(${idBind}::text[], ${c}.id)`,
    ),
  )
}

/** The page of a connection that a root field's arguments ask for; `within` narrows it for everybody. */
export async function readPage(
  ctx: ReadingContext,
  info: GraphQLResolveInfo,
  within: (c: Sql) => Sql = () => sql`true`,
): Promise<PageResult> {
  const selected = rootField(info)
  const args = argumentsOf(info, selected)
  const [page] = await read(ctx, info, 'page', null, (planner) => planner.page(selected, args, within))
  return pageOf(page as unknown as PageRows, args, COUNT_CAP)
}

/** The ids that a statement is run for. */
export const idBind = new Bind((run) => run.ids)
const plans = new WeakMap<FieldNode, Map<string, Plan>>()
const PLANS_PER_FIELD = 64
/** Prepared statements live as long as their connection, so not every passing shape may have one. */
const MAX_PREPARED = 500
const prepared = new Set<string>()

/** Runs the statement that `build` makes for a root field, planned once for each kind of viewer; `ids` are what {@link idBind} stands for. */
export async function read(
  ctx: ReadingContext,
  info: GraphQLResolveInfo,
  root: string,
  ids: unknown,
  build: (planner: Planner) => Sql,
): Promise<Row[]> {
  const plan = planFor(ctx, info, root, build)
  const run: Run = { viewer: ctx.viewer, ids, args: plan.withArguments.map((f) => argumentsOf(info, f)) }
  const values = plan.parameters.map((p) => (p instanceof Bind ? p.value(run) : p))
  const rows = await ctx
    .run({ name: preparedName(plan), text: plan.text, values })
    .catch((error: unknown) => refuseValue(run, error))
  return rows.map((row) => JSON.parse(row.json) as Row)
}

/** A value that PostgreSQL cannot take for what it is compared with came from the caller: a made-up cursor, a NUL. */
function refuseValue({ args }: Run, error: unknown): never {
  if (!String((error as { code?: unknown }).code).startsWith('22')) throw error
  const path = args.some((given) => given['after']) ? 'after' : 'arguments'
  return refuseFields([{ path, message: 'a value of the right kind, and no NUL in texts' }])
}

function planFor(
  ctx: ReadingContext,
  info: GraphQLResolveInfo,
  root: string,
  build: (planner: Planner) => Sql,
): Plan {
  const node = info.fieldNodes[0]!
  const known = plans.get(node) ?? new Map<string, Plan>()
  plans.set(node, known)
  const key = `${root}|${viewerKey(ctx.viewer)}|${variablesShape(info)}`
  const found = known.get(key)
  if (found) return found
  const planner = new Planner(info, viewerKind(ctx.viewer))
  const compiled = sql`select r.json::text as json from (${build(planner)}) r`.compile(compiler)
  const name = createHash('sha1').update(compiled.sql).digest('base64url')
  const plan = {
    text: compiled.sql,
    name,
    parameters: compiled.parameters,
    withArguments: planner.withArguments,
    uses: 0,
  }
  if (known.size >= PLANS_PER_FIELD) known.delete(known.keys().next().value!)
  known.set(key, plan)
  return plan
}

function preparedName(plan: Plan): string | undefined {
  if (prepared.has(plan.name)) return plan.name
  if (++plan.uses < 3 || prepared.size >= MAX_PREPARED) return undefined
  prepared.add(plan.name)
  return plan.name
}

/** The root field of an operation. */
export function rootField(info: GraphQLResolveInfo): Selected {
  return { key: info.fieldName, field: info.parentType.getFields()[info.fieldName]!, nodes: info.fieldNodes }
}
