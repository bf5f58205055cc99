import 'reflect-metadata'
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchemaSync, type PubSub } from 'type-graphql'
import { entryTypes } from '../feed/entry-types.js'
import { guardRoots } from '../platform/graphql/rights.js'
import { finishSchema } from '../platform/reading/finish-schema.js'
import { keyScopes } from './key-scopes.js'
import { resolvers, sandboxResolvers } from './resolvers.js'

const built = new Map<boolean, GraphQLSchema>()

/**
 * The whole schema: every room's types and fields, each planned, each root field behind its right. Built once. What
 * belongs to the sandbox alone does not exist in production's.
 */
export function schema({ sandbox }: { sandbox: boolean }): GraphQLSchema {
  const known = built.get(sandbox)
  if (known) return known
  const all = sandbox ? ([...resolvers, ...sandboxResolvers] as typeof resolvers) : resolvers
  const fresh = guardRoots(
    finishSchema(
      buildSchemaSync({ resolvers: all, orphanedTypes: entryTypes, validate: false, pubSub: unused }),
    ),
    keyScopes,
  )
  built.set(sandbox, fresh)
  return fresh
}

/** The sandbox's schema as text, sorted: what is committed as `schema.graphql`. */
export function schemaText(): string {
  return `${printSchema(lexicographicSortSchema(schema({ sandbox: true })))}\n`
}

/** type-graphql asks for one; every subscription of ours brings its own `subscribe` instead. */
const unused: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('Every subscription brings its own subscribe')
  },
}
