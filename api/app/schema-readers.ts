import { NoSchemaIntrospectionCustomRule, type ValidationRule } from 'graphql'
import type { Viewer } from '../lib/viewer.js'
import type { House } from '../platform/context.js'
import { withinLimits } from './limits.js'

/** What no question of a person's comes near; beyond it not even parsed. */
export const MAX_TOKENS = 10_000

/** Whether the viewer may read the schema's own description: everybody in the sandbox, else who is signed in. */
export function readsSchema(house: House, viewer: Viewer): boolean {
  return house.config.mode === 'sandbox' || viewer.kind === 'staff' || viewer.kind === 'member'
}

/** What an operation must keep to beside GraphQL's own rules, of a caller who reads the schema or does not. */
export function rulesFor(reads: boolean): ValidationRule[] {
  return reads ? [withinLimits] : [withinLimits, NoSchemaIntrospectionCustomRule]
}
