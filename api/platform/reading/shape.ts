import {
  type GraphQLInputType,
  type GraphQLResolveInfo,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  typeFromAST,
} from 'graphql'

/**
 * The shape of an operation's variables: equal shapes share a plan. Texts, ids, amounts and times are parameters of the
 * plan and count only as present; enum values, booleans and whole numbers stand in the SQL itself and count whole.
 */
export function variablesShape(
  info: Pick<GraphQLResolveInfo, 'operation' | 'schema' | 'variableValues'>,
): string {
  const definitions = info.operation.variableDefinitions
  if (!definitions?.length) return ''
  return definitions
    .map((d) =>
      shapeOf(
        typeFromAST(info.schema, d.type as never) as GraphQLInputType,
        info.variableValues[d.variable.name.value],
      ),
    )
    .join()
}

function shapeOf(type: GraphQLInputType, value: unknown): string {
  if (value === undefined) return '-'
  if (value === null) return '0'
  if (isNonNullType(type)) return shapeOf(type.ofType, value)
  if (isListType(type)) {
    const items = type.ofType
    const leaf = isNonNullType(items) ? items.ofType : items
    if (isScalarType(leaf) || isEnumType(leaf)) return '*'
    return `[${(value as unknown[]).map((item) => shapeOf(items, item)).join()}]`
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields()
    return `{${Object.entries(value)
      .map(([key, v]) => `${key}:${shapeOf(fields[key]!.type, v)}`)
      .join()}}`
  }
  if (isEnumType(type)) return value as string
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : '*'
}
