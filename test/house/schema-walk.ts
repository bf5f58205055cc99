import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql'
import { schema as wholeSchema } from '../../api/app/schema.js'
import type { Caller, GraphqlError } from '../support/caller.js'

export const schema: GraphQLSchema = wholeSchema({ sandbox: true })

export type Root = 'Query' | 'Mutation' | 'Subscription'
export type RootField = GraphQLField<unknown, unknown>

/** Every root field with its root. */
export const rootFields: readonly { root: Root; field: RootField }[] = [
  schema.getQueryType()!,
  schema.getMutationType()!,
  schema.getSubscriptionType()!,
].flatMap((type) => Object.values(type.getFields()).map((field) => ({ root: type.name as Root, field })))

/** Every type but GraphQL's own and the roots. */
export const ownTypes: readonly GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !['Query', 'Mutation', 'Subscription'].includes(type.name),
)

export const objectTypes = ownTypes.filter((type) => isObjectType(type))

/** Every type with an id of its own. */
export const nodeTypes = objectTypes.filter((type) => type.getInterfaces().some((i) => i.name === 'Node'))

/** The type of a connection's rows, or undefined where the type is no connection. */
export function rowsOf(type: GraphQLNamedType): GraphQLNamedType | undefined {
  const nodes =
    type instanceof GraphQLObjectType && type.name.endsWith('Connection')
      ? type.getFields()['nodes']
      : undefined
  return nodes && getNamedType(nodes.type)
}

/** The selection of a field's ids: its own, its rows', or nothing below where it has none. */
export function idsBelow(type: GraphQLNamedType): string {
  if (rowsOf(type)) return '{ nodes { id } }'
  if (isObjectType(type) || isInterfaceType(type)) return type.getFields()['id'] ? '{ id }' : '{ __typename }'
  return isUnionType(type) ? '{ __typename }' : ''
}

/** The ids that stand anywhere in an answer. */
export function idsIn(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(idsIn)
  if (answer === null || typeof answer !== 'object') return []
  return Object.entries(answer).flatMap(([key, value]) => (key === 'id' ? [String(value)] : idsIn(value)))
}

/** An id that could be of this type, of something that is not there. */
export function absentId(example: string): string {
  return example.replace(/_.*/, '_01zzzzzzzzzzzzzzzzzzzzzzzz')
}

/** Something that an argument of this type would take, where the caller gives nothing better. */
function anything(type: GraphQLInputType): unknown {
  const bare = getNullableType(type)
  if (isListType(bare)) return [anything(bare.ofType)]
  if (isEnumType(bare)) return bare.getValues()[0]!.name
  if (isInputObjectType(bare)) {
    const required = Object.values(bare.getFields()).filter(isRequiredInputField)
    return Object.fromEntries(required.map((field) => [field.name, anything(field.type)]))
  }
  const scalars: Record<string, unknown> = {
    Int: 1,
    Float: 1,
    Boolean: true,
    BigInt: '1',
    DateTime: '2026-03-01T12:00:00Z',
    Day: '2026-03-01',
    Duration: 'PT1S',
    CurrencyCode: 'EUR',
    Sequence: '0',
    ID: 'ord_01zzzzzzzzzzzzzzzzzzzzzzzz',
  }
  return scalars[(bare as GraphQLNamedType).name] ?? 'x'
}

/** One root field as a document: its required arguments are filled, `given` wins, and nothing is kept where that can be said. */
export function documentOf(root: Root, field: RootField, given: Record<string, unknown> = {}) {
  const dry = field.args.some((arg) => arg.name === 'dryRun') ? { dryRun: true } : {}
  const required = Object.fromEntries(
    field.args
      .filter((arg) => isRequiredArgument(arg) || isNonNullType(arg.type))
      .map((arg) => [arg.name, anything(arg.type)]),
  )
  const variables: Record<string, unknown> = { ...required, ...dry, ...given }
  const used = field.args.filter((arg) => arg.name in variables)
  const declared = used.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')
  const passed = used.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const query = `${root.toLowerCase()}${declared && `(${declared})`} { it: ${field.name}${passed && `(${passed})`} ${idsBelow(getNamedType(field.type))} }`
  return { query, variables }
}

/** Calls one query or mutation; gives its answer or its first error. */
export async function call(
  caller: Caller,
  root: Root,
  field: RootField,
  given: Record<string, unknown> = {},
): Promise<{ it?: unknown; error?: GraphqlError }> {
  const { query, variables } = documentOf(root, field, given)
  const { data, errors } = await caller.raw(query, variables)
  return { it: data?.['it'], error: errors?.[0] }
}
