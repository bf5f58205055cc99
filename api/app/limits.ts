import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'
import { Refusal } from '../lib/refusal.js'

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
  rows: 20_000,
} as const

interface Tally {
  /** How deep the present root field may go. */
  deepest: number
  roots: number
  selections: number
  aliases: number
  directives: number
  rows: number
}

/** A validation rule: refuses an operation that is too deep, too wide or may give too many rows, before it runs. */
export function withinLimits(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const complaint = measure(context, operation)
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

function measure(context: ValidationContext, operation: OperationDefinitionNode): string | undefined {
  const tally: Tally = { deepest: LIMITS.depth, roots: 0, selections: 0, aliases: 0, directives: 0, rows: 0 }
  return walk(context, operation.selectionSet, 1, 1, tally, [])
}

function walk(
  context: ValidationContext,
  set: SelectionSetNode,
  depth: number,
  times: number,
  tally: Tally,
  open: readonly string[],
): string | undefined {
  if (depth > tally.deepest) return `at most ${tally.deepest} levels deep`
  for (const node of set.selections) {
    if (++tally.selections > LIMITS.selections) return `at most ${LIMITS.selections} fields and fragments`
    tally.directives += node.directives?.length ?? 0
    if (tally.directives > LIMITS.directives) return `at most ${LIMITS.directives} directives`
    if (node.kind === Kind.FIELD) {
      if (depth === 1 && ++tally.roots > LIMITS.rootFields) return `at most ${LIMITS.rootFields} root fields`
      if (depth === 1)
        tally.deepest = node.name.value.startsWith('__') ? LIMITS.introspectionDepth : LIMITS.depth
      const complaint =
        field(node, times, tally) ??
        (node.selectionSet && walk(context, node.selectionSet, depth + 1, times * rowsOf(node), tally, open))
      if (complaint) return complaint
      continue
    }
    const fragment: { selectionSet: SelectionSetNode } | FragmentDefinitionNode | null | undefined =
      node.kind === Kind.INLINE_FRAGMENT ? node : context.getFragment(node.name.value)
    const name = node.kind === Kind.FRAGMENT_SPREAD ? node.name.value : ''
    if (!fragment || open.includes(name)) continue
    const complaint = walk(context, fragment.selectionSet, depth, times, tally, name ? [...open, name] : open)
    if (complaint) return complaint
  }
  return undefined
}

function field(node: FieldNode, times: number, tally: Tally): string | undefined {
  if (node.alias && ++tally.aliases > LIMITS.aliases) return `at most ${LIMITS.aliases} aliases`
  if ((node.alias?.value.length ?? 0) > LIMITS.aliasLength)
    return `aliases of at most ${LIMITS.aliasLength} letters`
  if (node.selectionSet && (tally.rows += times * rowsOf(node)) > LIMITS.rows)
    return `it could give more than ${LIMITS.rows} rows; ask for smaller pages`
  return undefined
}

/** How many rows a field may give: what `first` says where it is written out, 25 where a variable says it. */
function rowsOf(node: FieldNode): number {
  const first = node.arguments?.find((argument) => argument.name.value === 'first')?.value
  if (!first) return 1
  return first.kind === Kind.INT ? Math.min(100, Number(first.value)) : 25
}
