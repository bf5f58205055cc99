import type { GraphQLField, GraphQLSchema } from 'graphql'
import { Extensions } from 'type-graphql'
import { Refusal } from '../../lib/refusal.js'
import { isStaff, type Viewer } from '../../lib/viewer.js'
import { type KeyScopes, refuseBeyondScopes, showWhatKeysMay } from './key-scopes.js'

/** Who may call a root field at all. What they see or may do there is for scopes and machines to say. */
export type Right =
  | 'anyone'
  | 'signed-in'
  | 'member'
  | 'link'
  | 'staff'
  | 'ADMIN'
  | 'FULFILMENT'
  | 'SUPPORT'
  | 'FINANCE'

/** Names who may call this query, mutation or subscription: any of these. A root field without it stops the start. */
export function Rights(...rights: [Right, ...Right[]]) {
  return Extensions({ rights })
}

/** Whether the viewer has one of the rights. */
export function hasRight(viewer: Viewer, rights: readonly Right[]): boolean {
  return rights.some((right) => {
    if (right === 'anyone') return true
    if (right === 'signed-in') return viewer.kind === 'staff' || viewer.kind === 'member'
    return right === 'member' || right === 'link' || right === 'staff'
      ? viewer.kind === right
      : isStaff(viewer, right)
  })
}

/**
 * Puts every root field behind its right, and before API keys behind its scope. Throws where one has no right: nothing is
 * open by being forgotten.
 */
export function guardRoots(schema: GraphQLSchema, scopes: KeyScopes = {}): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {}))
      guard(`${root!.name}.${field.name}`, field, scopes)
  }
  showWhatKeysMay(schema, scopes)
  return schema
}

function guard(name: string, field: GraphQLField<unknown, unknown>, scopes: KeyScopes): void {
  const rights = field.extensions['rights'] as Right[] | undefined
  if (!rights?.length) throw new Error(`${name} says nobody may call it: give it @Rights`)
  const check = (ctx: unknown) => {
    const { viewer } = ctx as { viewer: Viewer }
    if (hasRight(viewer, rights)) return refuseBeyondScopes(viewer, field.name, scopes)
    if (viewer.kind !== 'anonymous') throw new Refusal('FORBIDDEN')
    throw new Refusal(viewer.factor ? 'SECOND_FACTOR_REQUIRED' : 'NOT_SIGNED_IN')
  }
  const { resolve, subscribe } = field
  if (subscribe) {
    field.subscribe = (root, args, ctx, info) => {
      check(ctx)
      return subscribe(root, args, ctx, info)
    }
  } else if (resolve) {
    field.resolve = (root, args, ctx, info) => {
      check(ctx)
      return resolve(root, args, ctx, info)
    }
  }
}
