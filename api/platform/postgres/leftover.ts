import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartRefused } from '../start-refused.js'

/**
 * Ends a PostgreSQL that an earlier, killed Waybill left on this data folder.
 * Refuses when that Waybill is still alive: two of them must not share a folder.
 */
export async function clearLeftover(home: string, data: string, log: (line: string) => void): Promise<void> {
  const pid = await postmasterOf(data)
  if (!pid) return
  const holder = Number(await readFile(holderFile(home), 'utf8').catch(() => '0'))
  if (holder && holder !== process.pid && isAlive(holder)) {
    throw new StartRefused(
      `Another Waybill (process ${holder}) is using ${home}: stop it, or set WAYBILL_HOME.`,
    )
  }
  log('Waiting for the PostgreSQL of an earlier start to end')
  signal(pid)
  for (let i = 0; i < 100; i++) {
    if (!(await postmasterOf(data))) return
    await pause(100)
  }
  throw new StartRefused(
    `An earlier PostgreSQL (process ${pid}) still uses ${data} and does not stop: end it first.`,
  )
}

/** Notes that this process is the one that uses the folder from now on. */
export async function claimHome(home: string): Promise<void> {
  await writeFile(holderFile(home), `${process.pid}\n`).catch((error: NodeJS.ErrnoException) => {
    throw new StartRefused(`The folder ${home} (WAYBILL_HOME) cannot be written: ${error.code}.`)
  })
}

function holderFile(home: string): string {
  return join(home, 'postgres.holder')
}

async function postmasterOf(data: string): Promise<number | undefined> {
  const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
  if (!pid || !isAlive(pid)) return undefined
  // After a restart of the machine the number may be another program's, and a dead one may not have been
  // collected by its parent yet (state Z); without /proc we believe the file.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '0 (postgres) S')
  if (/^\d+ \(postgres\) [^ZX]/.test(stat)) return pid
  await rm(join(data, 'postmaster.pid'), { force: true })
  return undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // Gone in this moment, or another user's: the caller waits and says so.
  }
}
