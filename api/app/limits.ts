import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLField,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeInfo,
  ValidationContext,
} from 'graphql'
import { Refusal } from '../lib/refusal.js'
import type { Planned } from '../platform/reading/declare.js'
import { DEFAULT_FIRST, MAX_FIRST } from '../platform/reading/page.js'

/** How much one operation may ask for. */
export const LIMITS = {
  depth: 14,
  /** Of the schema's own description, which tools ask for whole. */
  introspectionDepth: 20,
  /** Fields and fragments, each as often as it is spread: so counting ends, too. */
  selections: 1200,
  aliases: 60,
  rootFields: 20,
  aliasLength: 60,
  directives: 60,
  rows: 50_000,
} as const

const ROWS_A_POINT = 100
/** What is not paged is short by its nature: an order's lines, a task's dependencies. */
const SHORT_LIST = 5

interface Tally {
  /** How deep the present root field may go. */
  deepest: number
  roots: number
  selections: number
  aliases: number
  directives: number
  rows: number
}

/** A place in the operation: the type whose fields are selected there, how deep, and how many rows of it there may be. */
interface Place {
  readonly type: GraphQLNamedType | undefined
  readonly depth: number
  readonly times: number
  /** The fragments that lead here. */
  readonly open: readonly string[]
}

/** A validation rule: refuses an operation that is too deep, too wide or may give too many rows, before it runs. */
export function withinLimits(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const { complaint } = measure(context, operation)
      if (complaint)
        context.reportError(
          new GraphQLError(`Too complex: ${complaint}.`, {
            nodes: operation,
            originalError: new Refusal('TOO_COMPLEX', `Too complex: ${complaint}.`),
          }),
        )
    },
  }
}

/** What operations cost that were asked for before: whatever their variables, it is the same. */
const costs = new WeakMap<OperationDefinitionNode, number>()

/** What an operation that keeps within the limits costs a caller: a point, and one more for each hundred rows that it may give. */
export function costOf(
  of: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const known = costs.get(operation)
  if (known !== undefined) return known
  const context = new ValidationContext(of, document, new TypeInfo(of), () => undefined)
  const cost = 1 + Math.floor(measure(context, operation).rows / ROWS_A_POINT)
  costs.set(operation, cost)
  return cost
}

function measure(context: ValidationContext, operation: OperationDefinitionNode) {
  const tally: Tally = { deepest: LIMITS.depth, roots: 0, selections: 0, aliases: 0, directives: 0, rows: 0 }
  const type = context.getSchema().getRootType(operation.operation) ?? undefined
  const complaint = walk(context, operation.selectionSet, { type, depth: 1, times: 1, open: [] }, tally)
  return { complaint, rows: tally.rows }
}

function walk(
  context: ValidationContext,
  set: SelectionSetNode,
  place: Place,
  tally: Tally,
): string | undefined {
  if (place.depth > tally.deepest) return `at most ${tally.deepest} levels deep`
  for (const node of set.selections) {
    if (++tally.selections > LIMITS.selections) return `at most ${LIMITS.selections} fields and fragments`
    tally.directives += node.directives?.length ?? 0
    if (tally.directives > LIMITS.directives) return `at most ${LIMITS.directives} directives`
    if (node.kind === Kind.FIELD) {
      const complaint = field(context, node, place, tally)
      if (complaint) return complaint
      continue
    }
    const name = node.kind === Kind.FRAGMENT_SPREAD ? node.name.value : ''
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : context.getFragment(name)
    if (!fragment || place.open.includes(name)) continue
    const { typeCondition } = fragment
    const type = typeCondition ? context.getSchema().getType(typeCondition.name.value) : place.type
    const open = name ? [...place.open, name] : place.open
    const complaint = walk(context, fragment.selectionSet, { ...place, type, open }, tally)
    if (complaint) return complaint
  }
  return undefined
}

function field(
  context: ValidationContext,
  node: FieldNode,
  { type, depth, times, open }: Place,
  tally: Tally,
): string | undefined {
  const name = node.name.value
  if (depth === 1) {
    if (++tally.roots > LIMITS.rootFields) return `at most ${LIMITS.rootFields} root fields`
    tally.deepest = name.startsWith('__') ? LIMITS.introspectionDepth : LIMITS.depth
  }
  if (node.alias && ++tally.aliases > LIMITS.aliases) return `at most ${LIMITS.aliases} aliases`
  if ((node.alias?.value.length ?? 0) > LIMITS.aliasLength)
    return `aliases of at most ${LIMITS.aliasLength} letters`
  if (!node.selectionSet) return undefined
  const known = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
  const planned = known?.extensions['planned'] as Planned | undefined
  const rows = times * rowsOf(node, known, planned)
  // What its parent carries, money or a page's nodes for example, is no row of its own.
  if (planned ? ROWS.includes(planned.kind) : depth === 1) tally.rows += rows
  if (tally.rows > LIMITS.rows) return `it could give more than ${LIMITS.rows} rows; ask for smaller pages`
  const below = { type: known && getNamedType(known.type), depth: depth + 1, times: rows, open }
  return walk(context, node.selectionSet, below, tally)
}

const ROWS: readonly Planned['kind'][] = ['one', 'many', 'page']

/**
 * How many rows a field may give: a page as many as are asked for, or the most where a variable says it; of a list without
 * pages, which is short, a few are counted.
 */
function rowsOf(
  node: FieldNode,
  known: GraphQLField<unknown, unknown> | undefined,
  planned: Planned | undefined,
): number {
  if (planned?.kind === 'many') return Math.min(planned.limit, SHORT_LIST)
  const takes = (name: string) => known?.args.some((argument) => argument.name === name)
  if (takes('ids')) return MAX_FIRST
  if (!takes('first')) return 1
  const first = node.arguments?.find((argument) => argument.name.value === 'first')?.value
  if (!first) return DEFAULT_FIRST
  return first.kind === Kind.INT ? Math.min(MAX_FIRST, Number(first.value)) : MAX_FIRST
}
