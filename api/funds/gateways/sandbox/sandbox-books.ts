import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { GatewayOutcome } from '../../gateway.js'

interface Entry {
  ref: string
  amount: string
  currency: string
  state: 'SUCCEEDED' | 'REFUSED' | 'CANCELLED'
  failureCode: string | null
  failureMessage: string | null
  pending: boolean
}

const COLUMNS = `ref, amount::text as amount, currency, state, failure_code as "failureCode", failure_message as "failureMessage", settles_at > clock_timestamp() as pending`
const LOOK = `select ${COLUMNS} from sandbox.payments where key = $1 union all select ${COLUMNS} from sandbox.actions where key = $1`

/** What is answered to whoever called something off in time, or is told so. */
export const CALLED_OFF: GatewayOutcome = { result: 'FAILED', code: 'cancelled', message: 'Called off.' }

/** What the books say of a key. */
export async function lookUp(db: pg.Pool | pg.PoolClient, key: string): Promise<GatewayOutcome> {
  const { rows } = await db.query<Entry>(LOOK, [key])
  return rows[0] ? outcomeOf(rows[0]) : { result: 'UNHEARD' }
}

/** A fresh name in the gateway's books. */
export function newRef(prefix: string): string {
  return `${prefix}_sandbox_${randomBytes(9).toString('base64url')}`
}

/** Does something with the books in one transaction of theirs. */
export async function inTransaction<T>(db: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await db.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

function outcomeOf(entry: Entry): GatewayOutcome {
  if (entry.pending) return { result: 'PENDING' }
  if (entry.state === 'SUCCEEDED') {
    return { result: 'SUCCEEDED', ref: entry.ref, amount: BigInt(entry.amount), currency: entry.currency }
  }
  return { result: 'FAILED', code: String(entry.failureCode), message: String(entry.failureMessage) }
}
