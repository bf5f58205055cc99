import type { ApiScope } from '../lib/api-scopes.js'
import { ownerScopes } from '../lib/api-scopes.js'
import { anonymous, type Viewer } from '../lib/viewer.js'
import { hashApiSecret } from './api-keys.js'
import type { Door } from './session.js'

/** A key is good while it is not revoked and whoever answers for it is an owner of its organisation. */
export const KEEPER_STILL_OWNS = `exists (select from members m join users u on u.id = m.user_id
  where m.user_id = k.keeper_id and m.organisation_id = k.organisation_id and m.status = 'ACTIVE' and m.role = 'OWNER' and u.status = 'ACTIVE')`

const KEY = `select k.id, k.scopes, k.keeper_id as keeper, k.organisation_id as organisation,
    coalesce(k.last_used_at < now() - interval '1 minute', true) as unwritten
  from api_keys k where k.status = 'ACTIVE' and (k.secret_hash = $1 or (k.earlier_hash = $1 and k.earlier_until > now())) and ${KEEPER_STILL_OWNS}`

/** Who waits for a row that a verb has locked would hold up every call with the key: another call writes it. */
const USED = `update api_keys set last_used_at = now() where id = (select id from api_keys where id = $1 and status = 'ACTIVE'
  and coalesce(last_used_at < now() - interval '1 minute', true) for no key update skip locked)`

interface KeyRow {
  readonly id: string
  readonly scopes: ApiScope[]
  readonly keeper: string
  readonly organisation: string
  readonly unwritten: boolean
}

/**
 * The program that holds an API key's secret: a member of the key's organisation, within the key's scopes. That it was
 * used is written down once a minute.
 */
export async function keyViewer({ database }: Door, secret: string): Promise<Viewer> {
  const { rows } = await database.pool.query<KeyRow>({
    name: 'key viewer',
    text: KEY,
    values: [hashApiSecret(secret)],
  })
  const [found] = rows
  if (!found) return anonymous
  const { id, scopes, keeper, organisation, unwritten } = found
  if (unwritten) await database.pool.query(USED, [id])
  const organisations = [organisation]
  const owned = scopes.some((scope) => ownerScopes.includes(scope)) ? organisations : []
  return { ...anonymous, kind: 'member', id, organisations, owned, key: { scopes, keeper } }
}
