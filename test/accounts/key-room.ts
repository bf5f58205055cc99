import { apiScopes } from '../../api/lib/api-scopes.js'
import { pay, placeOrders } from '../support/shopping.js'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'

export const AGENCY = 'agency@demo.test'
export const CHANNEL = 'channel@demo.test'
export const CREATE =
  'mutation($o: ID!, $n: String!, $s: [ApiScope!]!, $k: String, $d: Boolean) { createApiKey(organisationId: $o, name: $n, scopes: $s, idempotencyKey: $k, dryRun: $d) { id name scopes status works secret version createdBy { email } keeper { email } organisation { name } availableActions { name allowed } } }'
export const ROTATE =
  'mutation($id: ID!) { rotateApiKey(id: $id) { id secret works earlierSecretUntil keeper { email } } }'
export const REVOKE = 'mutation($id: ID!) { revokeApiKey(id: $id) { id status works revokedAt } }'
export const POST =
  'mutation($o: ID!, $b: String!, $k: String) { postMessage(orderId: $o, body: $b, visibility: BUYER, idempotencyKey: $k) { id actor { kind id name } } }'
export const WHO = '{ viewer { kind organisationId scopes user { name } } }'

/** A world with an order of the agency's, and keys of the agency to be had. */
export interface KeyRoom {
  readonly world: World
  readonly owner: Caller
  readonly agency: string
  readonly order: string
  /** A key of the agency with these scopes, all of them by default, and the program that holds it. */
  readonly aKey: (scopes?: readonly string[]) => Promise<{ id: string; secret: string; program: Caller }>
}

/** Opens it; close its world. */
export async function openKeyRoom(): Promise<KeyRoom> {
  const world = await openWorld()
  const owner = await world.as(AGENCY)
  const { viewer } = await owner.ask('{ viewer { memberships { organisation { id } } } }')
  const agency: string = viewer.memberships[0].organisation.id
  const [order] = await placeOrders(owner, [{ service: 'Local search optimisation' }])
  await pay(owner, order!)
  await world.settled()
  const aKey: KeyRoom['aKey'] = async (scopes = Object.keys(apiScopes)) => {
    const { createApiKey: key } = await owner.ask(CREATE, { o: agency, n: 'Order desk', s: scopes })
    return { id: key.id, secret: key.secret, program: world.caller(key.secret) }
  }
  return { world, owner, agency, order: order!, aKey }
}
