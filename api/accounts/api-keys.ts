import { createHash, randomBytes } from 'node:crypto'
import { type ApiScope, apiScopes } from '../lib/api-scopes.js'
import { newId } from '../lib/ids.js'
import { Refusal, refuseFields } from '../lib/refusal.js'
import { isOwner } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { sql } from '../platform/database.js'
import { enter, transition } from '../platform/transition.js'
import { ApiKeyEntity } from './api-key.entity.js'
import { apiKeyMachine } from './api-key.machine.js'
import { checkParts } from './person.js'

/** How long a secret is good after it was exchanged for a fresh one: real time, not the trade's. */
const OVERLAP = sql`interval '1 hour'`

/** A key to be made. `secret` is a fresh one of {@link newApiSecret}: it is shown to the caller and kept by nobody. */
export interface NewApiKey {
  readonly organisationId: string
  readonly name: string
  readonly scopes: readonly ApiScope[]
  readonly secret: string
}

/**
 * Makes an API key of an organisation: by an owner of it, signed in as a person. Returns its id.
 * @refuses NOT_FOUND, FORBIDDEN, VALIDATION
 */
export async function createApiKey(tx: Tx, input: NewApiKey): Promise<string> {
  const { organisationId, name, secret } = input
  const { viewer } = tx
  if (viewer.key || !isOwner(viewer, organisationId))
    throw new Refusal(viewer.organisations.includes(organisationId) ? 'FORBIDDEN' : 'NOT_FOUND')
  checkParts([['name', 'name', name]])
  const scopes = tidyScopes(input.scopes)
  const id = newId('key')
  await tx.em.insert(ApiKeyEntity, {
    id,
    organisationId,
    name: name.trim(),
    scopes,
    status: apiKeyMachine.initial,
    secretHash: hashApiSecret(secret),
    createdBy: viewer.id,
    keeperId: viewer.id,
    createdAt: tx.now,
  })
  await enter(tx, apiKeyMachine, id, { type: 'api-key.created', data: { organisationId, scopes } })
  return id
}

/**
 * Exchanges a key's secret for a fresh one; the one before stays good for an hour, the one before that ends.
 * Whoever does it answers for the key from now on. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, STALE_VERSION
 */
export async function rotateApiKey(tx: Tx, input: { id: string; secret: string }): Promise<string> {
  const { id, secret } = input
  await transition(tx, apiKeyMachine, id, 'rotateApiKey', (key) => ({
    set: {
      earlier_hash: sql`secret_hash`,
      earlier_until: sql`now() + ${OVERLAP}`,
      secret_hash: hashApiSecret(secret),
      keeper_id: tx.viewer.id,
      rotated_at: tx.now,
    },
    data: { organisationId: key.organisationId },
  }))
  return id
}

/** Ends a key at once, both its secrets with it. @refuses NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, STALE_VERSION */
export async function revokeApiKey(tx: Tx, { id }: { id: string }): Promise<string> {
  await transition(tx, apiKeyMachine, id, 'revokeApiKey', (key) => ({
    set: { revoked_at: tx.now, earlier_hash: null, earlier_until: null },
    data: { organisationId: key.organisationId },
  }))
  return id
}

/** A fresh secret of 256 bits, told from other tokens by its beginning. */
export function newApiSecret(): string {
  return `wbk_${randomBytes(32).toString('base64url')}`
}

/** Whether a bearer token looks like an API key's secret. */
export function isApiSecret(token: string): boolean {
  return /^wbk_[\w-]{43}$/.test(token)
}

/** The form in which a secret is kept and looked up. A secret is random: nobody guesses it from how long a look takes. */
export function hashApiSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

function tidyScopes(given: readonly ApiScope[]): ApiScope[] {
  const scopes = (Object.keys(apiScopes) as ApiScope[]).filter((scope) => given.includes(scope))
  if (!scopes.length) refuseFields([{ path: 'scopes', message: 'at least one' }])
  return scopes
}
