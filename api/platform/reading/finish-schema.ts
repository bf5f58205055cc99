import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
} from 'graphql'
import { readFacts } from '../../lib/facts.js'
import type { Viewer } from '../../lib/viewer.js'
import { pageOf, type PageRows } from './connection.js'
import type { Planned } from './declare.js'
import { COUNT_CAP } from './page.js'

/**
 * Hands every planned field over to the planner: its answer stands in the row already. Abstract types get a resolver
 * that reads the row's type name. Throws where a type with a reading has a field nobody reads.
 */
export function finishSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (row: { __typename: string }) => row.__typename
    if (isObjectType(type) && !type.name.startsWith('__')) finishType(schema, type)
  }
  return schema
}

function finishType(schema: GraphQLSchema, type: GraphQLObjectType): void {
  if (
    type === schema.getQueryType() ||
    type === schema.getMutationType() ||
    type === schema.getSubscriptionType()
  )
    return
  const isRead = type.extensions['reading'] || type.getInterfaces().some((i) => i.extensions['reading'])
  for (const field of Object.values(type.getFields())) {
    const planned = field.extensions['planned'] as Planned | undefined
    if (isRead && !planned)
      throw new Error(`${type.name}.${field.name} has no column, relation or computation`)
    if (planned) finishField(field, planned)
  }
}

function finishField(field: GraphQLField<unknown, unknown>, planned: Planned): void {
  if (planned.kind === 'computed') {
    field.resolve = (row, args, ctx, info) => {
      const raw = (row as Record<string, unknown>)[field.args.length ? String(info.path.key) : field.name]
      if (raw === null || raw === undefined) return null
      const facts = readFacts(planned.needs, raw as Record<string, unknown>)
      return planned.compute(facts as never, { viewer: (ctx as { viewer: Viewer }).viewer, args })
    }
  } else if (planned.kind === 'page') {
    field.resolve = (row, args, _ctx, info) => {
      const page = (row as Record<string, unknown>)[String(info.path.key)]
      return page ? pageOf(page as PageRows, args as { after?: unknown; offset?: unknown }, COUNT_CAP) : null
    }
  } else if (field.args.length) {
    field.resolve = (row, _args, _ctx, info) => (row as Record<string, unknown>)[String(info.path.key)]
  } else {
    delete field.resolve
  }
}
