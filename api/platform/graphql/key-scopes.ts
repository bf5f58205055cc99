import { type GraphQLSchema, isObjectType } from 'graphql'
import type { ApiScope } from '../../lib/api-scopes.js'
import type { AvailableAction } from '../../lib/machine.js'
import { Refusal } from '../../lib/refusal.js'
import type { Viewer } from '../../lib/viewer.js'

/**
 * What an API key needs for each root field, by its name: a scope, nothing (`ANY`), or it may never call it (`NONE`).
 * What is not named is never called with a key, either.
 */
export type KeyScopes = Readonly<Record<string, ApiScope | 'ANY' | 'NONE'>>

/** Refuses an API key what its scopes do not reach; others pass. @refuses SCOPE_MISSING, FORBIDDEN */
export function refuseBeyondScopes(viewer: Viewer, field: string, scopes: KeyScopes): void {
  const needed = neededBy(viewer, field, scopes)
  if (needed === 'NONE')
    throw new Refusal('FORBIDDEN', 'No API key may do this: somebody has to sign in for it.')
  if (needed) throw new Refusal('SCOPE_MISSING', `The API key lacks the scope ${needed}.`, { scope: needed })
}

/** What an API key is told it may do is what its scopes reach, too: every `availableActions` goes through here. */
export function showWhatKeysMay(schema: GraphQLSchema, scopes: KeyScopes): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const field = isObjectType(type) ? type.getFields()['availableActions'] : undefined
    const resolve = field?.resolve
    if (!field || !resolve) continue
    field.resolve = (row, args, ctx, info) => {
      const actions = resolve(row, args, ctx, info) as AvailableAction[]
      const { viewer } = ctx as { viewer: Viewer }
      return viewer.key && actions ? actions.flatMap((action) => within(viewer, action, scopes)) : actions
    }
  }
}

function within(viewer: Viewer, action: AvailableAction, scopes: KeyScopes): AvailableAction[] {
  const needed = neededBy(viewer, action.name, scopes)
  if (needed === 'NONE') return []
  if (!needed) return [action]
  const message = `The API key lacks the scope ${needed}.`
  return [{ ...action, allowed: false, refusal: 'SCOPE_MISSING', message }]
}

/** What a key lacks for a root field; undefined where it lacks nothing. */
function neededBy({ key }: Viewer, field: string, scopes: KeyScopes): ApiScope | 'NONE' | undefined {
  const needed = scopes[field] ?? 'NONE'
  if (!key || needed === 'ANY') return undefined
  return needed !== 'NONE' && key.scopes.includes(needed) ? undefined : needed
}
