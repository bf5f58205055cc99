import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { StartRefused } from '../start-refused.js'
import type { PostgresAccount } from './account.js'

/** One PostgreSQL data folder and what is needed to run it. */
export type Cluster = {
  /** Folder that holds the data folder, its log, port and password. */
  home: string
  data: string
  account: PostgresAccount
  password: string
  /** Unsafe but fast, and the home is deleted at the end. */
  throwAway: boolean
}

/** The cluster's owner, which migrations run as. */
export const OWNER = 'waybill'
const START_SECONDS = 60
const CALM_END_MS = 8000

/**
 * Runs the server until `stop`, and returns once it takes connections.
 * It is outside our process group, so that Ctrl-C reaches us alone and we drain before it ends.
 */
export async function startServer(cluster: Cluster, program: string, port: number) {
  const logPath = join(cluster.home, 'postgres.log')
  const log = await open(logPath, 'w')
  const child = spawnAs(
    cluster.account,
    program,
    ['-D', cluster.data, '-p', `${port}`, ...flags(cluster)],
    log.fd,
  )
  await log.close()
  child.unref()
  const ended = new Promise<void>((done) => {
    child.on('exit', () => done())
    child.on('error', () => done())
  })
  const guard = endWithUs(child.pid, cluster)
  const stop = () => stopServer(cluster, child, ended, guard)
  const diedEarly = ended.then(async () => {
    throw new StartRefused(
      `PostgreSQL did not start: ${lastLine(await readFile(logPath, 'utf8').catch(() => ''))}`,
    )
  })
  diedEarly.catch(() => undefined)
  try {
    await Promise.race([takesConnections(urlOf(cluster, port, 'postgres')), diedEarly])
  } catch (error) {
    await stop()
    throw error
  }
  return { stop }
}

/** The owner's connection string to one database of the cluster. */
export function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${OWNER}:${cluster.password}@127.0.0.1:${port}/${database}`
}

/** Starts one of PostgreSQL's programs under its account; standard error goes to a pipe or an open file. */
export function spawnAs(account: PostgresAccount, program: string, args: string[], stderr: 'pipe' | number) {
  const command = account.command(program, args)
  // Only what PostgreSQL needs: a caller's PG* settings must not reach it.
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
  return spawn(command.file, command.args, {
    ...command.ids,
    cwd: '/',
    env: { PATH: path, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', 'ignore', stderr],
  })
}

/** What a program said last, which for PostgreSQL is the reason. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) || 'it said nothing.'
}

async function stopServer(cluster: Cluster, child: ChildProcess, ended: Promise<void>, guard: ChildProcess) {
  child.ref()
  child.kill('SIGINT')
  const calm = await Promise.race([ended.then(() => true), pause(CALM_END_MS, false, { ref: false })])
  if (!calm) child.kill('SIGQUIT')
  await ended
  guard.kill('SIGKILL')
  if (cluster.throwAway) await rm(cluster.home, { recursive: true, force: true })
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
function endWithUs(pid: number | undefined, cluster: Cluster): ChildProcess {
  const script =
    'read -r _; kill -INT "$1" 2>/dev/null; [ -z "$2" ] && exit; i=0; ' +
    'while [ -e "$2/postgres/postmaster.pid" ] && [ $i -lt 100 ]; do sleep 0.1; i=$((i+1)); done; rm -rf "$2"'
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
          'PostgreSQL refuses the password kept beside its data: the two do not belong together.',
        )
      }
      if (Date.now() > end)
        throw new StartRefused(`PostgreSQL did not answer within ${START_SECONDS} seconds.`)
      await pause(30)
    }
  }
}
