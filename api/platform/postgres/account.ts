import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { StartRefused } from '../start-refused.js'

const run = promisify(execFile)

/** The system account that PostgreSQL runs under, and how a program is started as it. */
export type PostgresAccount = {
  /** Numeric ids, absent when we are an ordinary user and PostgreSQL simply runs as us. */
  ids?: { uid: number; gid: number }
  /** The program and its arguments, as they have to be spawned for this account. */
  command(
    program: string,
    args: string[],
  ): { file: string; args: string[]; ids?: { uid: number; gid: number } }
}

/**
 * Chooses the account: ourselves, or user `postgres` (made when missing) for root, which PostgreSQL refuses.
 * `paths` are what the account must be able to reach.
 */
export async function postgresAccount(paths: string[]): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return { command: (file, args) => ({ file, args }) }
  const ids = await postgresIds()
  const closed = await closedFolder(paths, ids)
  if (!closed) return { ids, command: (file, args) => ({ file, args, ids }) }
  if (!(await canPassClosedFolders())) {
    throw new StartRefused(
      `PostgreSQL runs as user postgres, who may not enter ${closed}: move the project or set DATABASE_URL.`,
    )
  }
  return { ids, command: (program, args) => passingClosedFolders(ids, program, args) }
}

// Under root's own home (mode 700) the account keeps one right of root's, to pass closed folders, and no other.
// That beats widening the folder's mode or moving the data out of the project.
function passingClosedFolders(ids: { uid: number; gid: number }, program: string, args: string[]) {
  const account = [`--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups']
  // Without the last one access(2), which PostgreSQL asks before it runs its own programs, would not see the right.
  const right = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup']
  return { file: 'setpriv', args: [...account, ...right, '--', program, ...args] }
}

async function canPassClosedFolders(): Promise<boolean> {
  const { file, args } = passingClosedFolders({ uid: 65534, gid: 65534 }, 'true', [])
  return run(file, args).then(
    () => true,
    () => false,
  )
}

async function postgresIds(): Promise<{ uid: number; gid: number }> {
  const known = await idsOf('postgres')
  if (known) return known
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(() => undefined)
  const made = await idsOf('postgres')
  if (made) return made
  throw new StartRefused(
    'PostgreSQL does not run as root and user postgres could not be made: start as an ordinary user or set DATABASE_URL.',
  )
}

async function idsOf(user: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

async function closedFolder(paths: string[], ids: { uid: number; gid: number }): Promise<string | undefined> {
  for (const path of paths) {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const { mode, uid, gid } = await stat(folder)
      const bit = uid === ids.uid ? 0o100 : gid === ids.gid ? 0o010 : 0o001
      if (!(mode & bit)) return folder
      if (folder === dirname(folder)) break
    }
  }
  return undefined
}
