import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { postgresAccount } from './postgres/account.js'
import { findPostgresBinaries } from './postgres/binaries.js'
import { freePort } from './postgres/free-port.js'
import { claimHome, clearLeftover } from './postgres/leftover.js'
import { type Cluster, OWNER, lastLine, spawnAs, startServer, urlOf } from './postgres/server.js'
import { StartRefused } from './start-refused.js'

/** A PostgreSQL of our own: the owner's connection string and the way to end it. */
export type EmbeddedPostgres = { url: string; stop: () => Promise<void> }

type Options = {
  /** Folder of the installation; the data goes to `<home>/postgres` and is kept. */
  home: string
  /** Where progress is told, a line at a time. */
  log: (line: string) => void
  /** For tests: unsafe but fast, and the whole home is deleted at the end, however the end comes. */
  throwAway?: boolean
}

const DATABASE = 'waybill'

/**
 * Starts PostgreSQL from the installed packages, on 127.0.0.1 and a free port, in UTC and C.UTF-8, and
 * returns when database `waybill` takes connections. Works for root and for ordinary users.
 * Throws {@link StartRefused} where it cannot.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const home = resolve(options.home)
  const data = join(home, 'postgres')
  await makeHome(home)
  await clearLeftover(home, data, options.log)
  await claimHome(home)
  const binaries = await findPostgresBinaries()
  const account = await postgresAccount([binaries.postgres, data])
  const password = await keptPassword(home)
  const cluster: Cluster = { data, home, account, password, throwAway: options.throwAway ?? false }
  if (await isEmpty(data)) {
    options.log('Making a new PostgreSQL database (first start only)')
    await initialise(cluster, binaries.initdb)
  }
  const port = await keptPort(home)
  const { stop } = await startServer(cluster, binaries.postgres, port)
  await prepareDatabase(urlOf(cluster, port, 'postgres'))
  return { url: urlOf(cluster, port, DATABASE), stop }
}

async function makeHome(home: string): Promise<void> {
  await mkdir(home, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new StartRefused(`The folder ${home} (WAYBILL_HOME) cannot be made: ${error.code}.`)
  })
}

async function isEmpty(data: string): Promise<boolean> {
  try {
    await readFile(join(data, 'PG_VERSION'))
    return false
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true
    throw new StartRefused(`The data folder ${data} cannot be read: it belongs to another user.`)
  }
}

async function initialise({ data, account, password }: Cluster, initdb: string): Promise<void> {
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { mode: 0o700 })
  const passwordFile = join(tmpdir(), `waybill-${randomBytes(8).toString('hex')}`)
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' })
  try {
    if (account.ids) {
      await chown(data, account.ids.uid, account.ids.gid)
      await chown(passwordFile, account.ids.uid, account.ids.gid)
    }
    const where = [`--pgdata=${data}`, `--username=${OWNER}`, `--pwfile=${passwordFile}`]
    const how = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions']
    await finish(spawnAs(account, initdb, [...where, ...how], 'pipe'))
  } catch (error) {
    // Half a data folder would be taken for a whole one at the next start.
    await rm(data, { recursive: true, force: true })
    throw error
  } finally {
    await rm(passwordFile, { force: true })
  }
}

function finish(child: ReturnType<typeof spawnAs>): Promise<void> {
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) done()
      else fail(new StartRefused(`PostgreSQL's data folder could not be made: ${lastLine(complaint)}`))
    })
  })
}

async function prepareDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (!found.rowCount) await client.query(`create database ${DATABASE}`)
    const role = await client.query(`select from pg_roles where rolname = 'waybill_app'`)
    if (!role.rowCount) await client.query('create role waybill_app nologin')
    await client.query('grant waybill_app to current_user with set true')
  } finally {
    await client.end()
  }
}

async function keptPassword(home: string): Promise<string> {
  const file = join(home, 'postgres.password')
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw new StartRefused(
      `The file ${file} cannot be read (${error.code}): start as the user who started first.`,
    )
  })
  if (kept) return kept.trim()
  const fresh = randomBytes(24).toString('hex')
  await writeFile(file, fresh, { mode: 0o600 })
  return fresh
}

async function keptPort(home: string): Promise<number> {
  const file = join(home, 'postgres.port')
  const kept = Number(await readFile(file, 'utf8').catch(() => '0'))
  const port = await freePort(kept)
  if (port !== kept) await writeFile(file, `${port}\n`)
  return port
}
