import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { build } from './build.mjs'

const root = join(import.meta.dirname, '..')

// Runs every generator scripts/gen-*.ts. A generator takes one argument, the folder that it writes its files
// under (at their repository paths), and reads what it needs from the code and from the repository.
// With --check they write into a temporary folder and the result is compared with what is committed.
const check = process.argv.includes('--check')
const target = check ? mkdtempSync(join(tmpdir(), 'waybill-gen-')) : root
try {
  if (!(await build()) || !generators().every(run)) process.exitCode = 1
  else if (check) process.exitCode = stale().length > 0 ? 1 : 0
} finally {
  if (check) rmSync(target, { recursive: true, force: true })
}

function generators() {
  return readdirSync(join(root, 'scripts'))
    .filter((name) => /^gen-.*\.ts$/.test(name))
    .sort()
    .map((name) => name.replace(/ts$/, 'js'))
}

function run(name) {
  const { status } = spawnSync(process.execPath, [join(root, 'dist/scripts', name), target], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.stderr.write(`scripts/${name} failed\n`)
  return status === 0
}

function stale() {
  const files = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = files.map((entry) => relative(target, join(entry.parentPath, entry.name)))
  const old = paths.filter((path) => textOf(join(root, path)) !== textOf(join(target, path)))
  for (const path of old) process.stderr.write(`${path} is not what the code says now: npm run gen\n`)
  return old
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
