import {
  type FieldNode,
  getArgumentValues,
  getDirectiveValues,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  isAbstractType,
  type SelectionSetNode,
} from 'graphql'

/** A field of a type as one operation asks for it, under the key of its answer in the row. */
export interface Selected {
  readonly key: string
  readonly field: GraphQLField<unknown, unknown>
  readonly nodes: readonly FieldNode[]
}

/** What is read of an operation to plan it. */
export type Operation = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>

/**
 * The fields that an operation selects on a concrete type: fragments opened, `@skip` and `@include` obeyed. A field
 * without arguments is read once under its name whatever its aliases; one with arguments once per alias.
 */
export function selectedFields(
  op: Operation,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Selected[] {
  const found = new Map<string, { key: string; field: GraphQLField<unknown, unknown>; nodes: FieldNode[] }>()
  const visit = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!included(op, node)) continue
      if (node.kind === 'Field') {
        const field = type.getFields()[node.name.value]
        if (!field) continue
        const key = field.args.length ? (node.alias ?? node.name).value : field.name
        const entry = found.get(key) ?? { key, field, nodes: [] }
        entry.nodes.push(node)
        found.set(key, entry)
      } else {
        const fragment = node.kind === 'InlineFragment' ? node : op.fragments[node.name.value]!
        const on = fragment.typeCondition?.name.value
        if (!on || on === type.name || covers(op, on, type)) visit(fragment.selectionSet)
      }
    }
  }
  sets.forEach(visit)
  return [...found.values()]
}

/** The selection sets below some field nodes. */
export function below(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap((node) => node.selectionSet ?? [])
}

/** The arguments of a selected field with the operation's variables put in. */
export function argumentsOf(op: Operation, selected: Selected): Record<string, unknown> {
  return getArgumentValues(selected.field, selected.nodes[0]!, op.variableValues)
}

function included(op: Operation, node: SelectionSetNode['selections'][number]): boolean {
  if (!node.directives?.length) return true
  if (getDirectiveValues(GraphQLSkipDirective, node, op.variableValues)?.['if'] === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, op.variableValues)?.['if'] !== false
}

function covers(op: Operation, on: string, type: GraphQLObjectType): boolean {
  const condition = op.schema.getType(on)
  return isAbstractType(condition) && op.schema.isSubType(condition, type)
}
