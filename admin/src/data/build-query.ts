import { parse, type DocumentNode, type FragmentDefinitionNode } from 'graphql'
import { namedType, type FieldDescription, type SchemaDescription } from './schema-description.js'
import { toSort, toWhere } from './where.js'

type Values = Record<string, unknown>

/** What a resource's rows and pages select: documents that hold one fragment first, then those it spreads. */
export interface Selection {
  row: DocumentNode
  page?: DocumentNode
  /** It is read in lists alone: the API finds none of it by an id. */
  listed?: true
}

/** The parameters of react-admin's reading methods, as far as they are used here. */
export interface ReadParams {
  id?: unknown
  ids?: unknown[]
  target?: string
  filter?: Values
  sort?: { field: string; order: string }
  pagination?: { page: number; perPage: number }
}

/** One request to the API, and how its answer reads for react-admin. */
export interface BuiltQuery {
  query: DocumentNode
  variables: Values
  parseResponse: (response: { data: any }) => unknown // oxlint-disable-line typescript/no-explicit-any -- the shape follows the query
}

type Reading = (known: Known, params: ReadParams) => BuiltQuery

interface Known {
  schema: SchemaDescription
  resource: string
  selection: Selection
}

/**
 * The one query builder of the back office: react-admin's reading methods as documents, from the schema and each
 * resource's selection. A resource is named as its connection field (`orders`). Nothing is created, updated or deleted
 * by it: changes are verbs.
 * What is asked with differs in the variables alone, never in the text: so every text is known beforehand.
 */
export function queryBuilder(schema: SchemaDescription, selections: Record<string, Selection>) {
  return (method: string, resource: string, params: ReadParams): BuiltQuery => {
    const selection = selections[resource]
    const reading = selection && readingsOf(selection)[method]
    if (!reading) throw new Error(`The back office cannot ${method} ${resource}: changes are verbs.`)
    return reading({ schema, resource, selection }, params)
  }
}

/** Every document that can be built: of each resource with each reading method, and of each verb. */
export function everyDocument(
  schema: SchemaDescription,
  selections: Record<string, Selection>,
): DocumentNode[] {
  const build = queryBuilder(schema, selections)
  const read = Object.entries(selections).flatMap(([resource, selection]) =>
    Object.keys(readingsOf(selection)).map((method) => build(method, resource, {}).query),
  )
  return [...read, ...Object.keys(schema.mutations).map((name) => buildVerb(schema, name, {}).query)]
}

/** What a list may be asked with, where it takes it. */
const listArguments = ['first', 'offset', 'where', 'sort', 'search']

const lists: Record<string, Reading> = {
  GET_LIST: list,
  GET_MANY_REFERENCE: (known, params) =>
    list(known, { ...params, filter: { ...params.filter, [params.target ?? '']: params.id } }),
}
const readings: Record<string, Reading> = { ...lists, GET_ONE: one, GET_MANY: many }

function readingsOf({ listed }: Selection): Record<string, Reading> {
  return listed ? lists : readings
}

function list({ schema, resource, selection }: Known, params: ReadParams): BuiltQuery {
  const field = schema.queries[resource]
  if (!field) throw new Error(`The API has no list of ${resource}.`)
  const { page = 1, perPage = 25 } = params.pagination ?? {}
  const variables = taken(field, {
    first: perPage,
    offset: page > 1 ? (page - 1) * perPage : undefined,
    where: toWhere(schema, field.args.where ?? '', params.filter ?? {}),
    sort: toSort(schema, field.args.sort ?? '', params.sort),
    search: params.filter?.q,
  })
  const body = `nodes { ...${fragmentName(selection.row)} } totalCount { count precision } pageInfo { hasNextPage hasPreviousPage }`
  return {
    query: operation('query', resource, field, listArguments, body, selection.row),
    variables,
    parseResponse: ({ data: { answer } }) => ({
      data: answer.nodes,
      total: answer.totalCount.count,
      pageInfo: answer.pageInfo,
      meta: { precision: answer.totalCount.precision },
    }),
  }
}

function one({ schema, selection }: Known, params: ReadParams): BuiltQuery {
  const document = selection.page ?? selection.row
  const type = fragment(document).typeCondition.name.value
  const own = Object.entries(schema.queries).find(([, f]) => namedType(f.type) === type && f.args.id)
  const [name, field] = own ?? ['node', schema.queries.node]
  if (!field) throw new Error(`The API has no way to one ${type}.`)
  return {
    query: operation('query', name, field, ['id'], `...${fragmentName(document)}`, document),
    variables: { id: params.id },
    parseResponse: ({ data: { answer } }) => ({ data: answer ?? missing(type) }),
  }
}

function many({ schema, selection }: Known, params: ReadParams): BuiltQuery {
  const field = schema.queries.nodes
  if (!field) throw new Error('The API has no nodes(ids).')
  return {
    query: operation('query', 'nodes', field, ['ids'], `...${fragmentName(selection.row)}`, selection.row),
    variables: { ids: params.ids ?? [] },
    parseResponse: ({ data: { answer } }) => ({ data: answer.filter(Boolean) }),
  }
}

/**
 * A verb as a mutation: its input, and, where it takes them, the idempotency key and the version it was seen at.
 * It selects what a front end needs to know that it happened; everything else is read again.
 */
export function buildVerb(
  schema: SchemaDescription,
  name: string,
  input: Values,
): Omit<BuiltQuery, 'parseResponse'> {
  const field = schema.mutations[name]
  if (!field) throw new Error(`The API has no verb ${name}.`)
  const leaves = schema.leaves[namedType(field.type)]
  const body = leaves?.includes('version') ? 'id version' : leaves?.join(' ')
  return {
    query: operation('mutation', name, field, Object.keys(field.args), body),
    variables: taken(field, input),
  }
}

/** The given values that the field takes; what is undefined is not sent. */
function taken(field: FieldDescription, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([k, v]) => v !== undefined && field.args[k] !== undefined),
  )
}

/** Documents that were built before, by their text: one object each, so that it is printed and hashed once. */
const built = new Map<string, DocumentNode>()

/**
 * A document with all of these arguments that the field takes as variables; what is not given stays out of the
 * variables. Its operation comes first: one that starts with a fragment would be sent as a mutation.
 */
function operation(
  kind: 'query' | 'mutation',
  name: string,
  field: FieldDescription,
  mayTake: readonly string[],
  body: string | undefined,
  fragments?: DocumentNode,
): DocumentNode {
  const names = mayTake.filter((n) => field.args[n] !== undefined)
  const declared = names.length ? `(${names.map((n) => `$${n}: ${field.args[n]}`).join(', ')})` : ''
  const given = names.length ? `(${names.map((n) => `${n}: $${n}`).join(', ')})` : ''
  const text = `${kind} ${name}${declared} { answer: ${name}${given} ${body ? `{ ${body} }` : ''} }`
  const known = built.get(text)
  if (known) return known
  const { kind: whole, definitions } = parse(text, { noLocation: true })
  const document = { kind: whole, definitions: [...definitions, ...(fragments?.definitions ?? [])] }
  built.set(text, document)
  return document
}

function fragment(document: DocumentNode): FragmentDefinitionNode {
  return document.definitions[0] as FragmentDefinitionNode
}

function fragmentName(document: DocumentNode): string {
  return fragment(document).name.value
}

function missing(type: string): never {
  throw new Error(`There is no such ${type}, or it is not yours to see.`)
}
