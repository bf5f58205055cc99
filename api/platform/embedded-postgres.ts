import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { clearLeftover, claimHome } from './postgres-leftover.js'
import { postgresAccount, type PostgresAccount } from './postgres-account.js'
import { findPostgresBinaries } from './postgres-binaries.js'
import { freePort } from './free-port.js'
import { StartRefused } from './start-refused.js'

/** A PostgreSQL of our own: the owner's connection string and the way to end it. */
export type EmbeddedPostgres = { url: string; stop(): Promise<void> }

type Options = {
  /** Folder of the installation; the data goes to `<home>/postgres` and is kept. */
  home: string
  /** Where progress is told, a line at a time. */
  log(line: string): void
  /** For tests: unsafe but fast, and the whole home is deleted at the end, however the end comes. */
  throwAway?: boolean
}

type Cluster = { data: string; home: string; account: PostgresAccount; password: string; throwAway: boolean }

const OWNER = 'waybill'
const START_SECONDS = 60

/**
 * Starts PostgreSQL from the installed packages, on 127.0.0.1 and a free port, in UTC and C.UTF-8, and
 * returns when database `waybill` takes connections. Works for root and for ordinary users.
 * It stays out of our process group, so that Ctrl-C reaches us first and we drain before it ends.
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
  const cluster = { data, home, account, password, throwAway: options.throwAway ?? false }
  if (await isEmpty(data)) {
    options.log('Making a new PostgreSQL database (first start only)')
    await initialise(cluster, binaries.initdb)
  }
  const port = await keptPort(home)
  const server = await startServer(cluster, binaries.postgres, port)
  await prepareDatabase(urlOf(cluster, port, 'postgres'))
  return { url: urlOf(cluster, port, OWNER), stop: server.stop }
}

async function makeHome(home: string): Promise<void> {
  await mkdir(home, { recursive: true }).catch((error: Error) => {
    throw new StartRefused(`The folder ${home} (WAYBILL_HOME) cannot be made: ${error.message}.`)
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
  } finally {
    await rm(passwordFile, { force: true })
  }
}

function spawnAs(
  account: PostgresAccount,
  program: string,
  args: string[],
  stderr: 'pipe' | number,
): ChildProcess {
  const command = account.command(program, args)
  // Only what PostgreSQL needs: a caller's PG* settings must not reach it.
  const env = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
  }
  return spawn(command.file, command.args, {
    ...command.ids,
    cwd: '/',
    env,
    detached: true,
    stdio: ['ignore', 'ignore', stderr],
  })
}

function finish(child: ChildProcess): Promise<void> {
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

async function startServer(
  cluster: Cluster,
  program: string,
  port: number,
): Promise<{ stop(): Promise<void> }> {
  const logPath = join(cluster.home, 'postgres.log')
  const log = await open(logPath, 'w')
  const child = spawnAs(
    cluster.account,
    program,
    ['-D', cluster.data, '-p', `${port}`, ...flags(cluster)],
    log.fd,
  )
  const ended = new Promise<void>((done) => {
    child.on('exit', () => done())
    child.on('error', () => done())
  })
  await log.close()
  child.unref()
  const guard = stopWhenWeAreGone(child.pid, cluster)
  const stop = async () => {
    child.kill('SIGINT')
    const calm = await Promise.race([ended.then(() => true), pause(8000, false, { ref: false })])
    if (!calm) child.kill('SIGQUIT')
    await ended
    if (!cluster.throwAway) guard.kill()
    else await rm(cluster.home, { recursive: true, force: true })
  }
  const gone = ended.then(async () => {
    throw new StartRefused(
      `PostgreSQL did not start: ${lastLine(await readFile(logPath, 'utf8').catch(() => ''))}`,
    )
  })
  try {
    await Promise.race([takesConnections(urlOf(cluster, port, 'postgres')), gone])
  } catch (error) {
    await stop()
    throw error
  }
  gone.catch(() => undefined)
  return { stop }
}

function flags({ throwAway }: Cluster): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
  ]
  const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
  return [...settings, ...(throwAway ? careless : [])].flatMap((setting) => ['-c', setting])
}

// A shell that waits on a pipe from us. However we end (SIGKILL too) the pipe closes, and it ends PostgreSQL.
function stopWhenWeAreGone(pid: number | undefined, cluster: Cluster): ChildProcess {
  const script =
    'read -r _; kill -INT "$1" 2>/dev/null; [ -z "$2" ] && exit; i=0; ' +
    'while kill -0 "$1" 2>/dev/null && [ $i -lt 100 ]; do sleep 0.1; i=$((i+1)); done; rm -rf "$2"'
  const args = ['-c', script, 'sh', `${pid}`, cluster.throwAway ? cluster.home : '']
  const guard = spawn('/bin/sh', args, { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  guard.on('error', () => undefined)
  guard.unref()
  ;(guard.stdin as unknown as { unref(): void }).unref()
  return guard
}

async function takesConnections(url: string): Promise<void> {
  for (const end = Date.now() + START_SECONDS * 1000; ;) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') {
        throw new StartRefused(
          'PostgreSQL refuses the password kept beside its data folder: the two do not belong together.',
        )
      }
      if (Date.now() > end)
        throw new StartRefused(`PostgreSQL did not answer within ${START_SECONDS} seconds.`)
      await pause(30)
    }
  }
}

async function prepareDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [OWNER])
    if (!found.rowCount) await client.query(`create database ${OWNER}`)
    const role = await client.query(`select from pg_roles where rolname = 'waybill_app'`)
    if (!role.rowCount) await client.query('create role waybill_app nologin')
    await client.query(`grant waybill_app to ${OWNER} with set true`)
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

function urlOf({ password }: Cluster, port: number, database: string): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) || 'it said nothing.'
}
