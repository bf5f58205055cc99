import 'reflect-metadata'
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchemaSync, type PubSub } from 'type-graphql'
import { guardRoots } from '../platform/graphql/rights.js'
import { finishSchema } from '../platform/reading/finish-schema.js'
import { resolvers } from './resolvers.js'


let built: GraphQLSchema | undefined

/** The whole schema: every room's types and fields, each planned, each root field behind its right. Built once. */
export function schema(): GraphQLSchema {
  built ??= guardRoots(finishSchema(buildSchemaSync({ resolvers, validate: false, pubSub: unused })))
  return built
}

/** The schema as text, sorted: what is committed as `schema.graphql`. */
export function schemaText(): string {
  return `${printSchema(lexicographicSortSchema(schema()))}\n`
}

/** type-graphql asks for one; every subscription of ours brings its own `subscribe` instead. */
const unused: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('Every subscription brings its own subscribe')
  },
}
