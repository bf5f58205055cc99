import type { NonEmptyArray } from 'type-graphql'
import { ServiceResolver } from '../catalogue/service.resolver.js'
import { NodeResolver } from './node.resolver.js'

/** Every room's resolvers. */
export const resolvers: NonEmptyArray<Function> = [NodeResolver, ServiceResolver]
