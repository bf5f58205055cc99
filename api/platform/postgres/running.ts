import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { OWNER } from './server.js'

/** The connection string of the PostgreSQL that a running Waybill keeps in this home; undefined where none answers. */
export async function runningPostgres(home: string): Promise<string | undefined> {
  const kept = (file: string) => readFile(join(home, file), 'utf8').catch(() => '')
  const [password, port] = [(await kept('postgres.password')).trim(), Number(await kept('postgres.port'))]
  if (!password || !port) return undefined
  const url = `postgres://${OWNER}:${password}@127.0.0.1:${port}/waybill`
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  const answers = await client
    .connect()
    .then(() => client.end())
    .then(
      () => true,
      () => false,
    )
  return answers ? url : undefined
}
