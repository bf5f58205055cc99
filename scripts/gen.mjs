import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { build } from './build.mjs'

const root = join(import.meta.dirname, '..')
// Where the generators write.
const generated = ['schema.graphql', 'docs/states.md', 'admin/src/gen', 'portal/src/gen']
const notCopied = new Set(['.git', '.waybill', 'coverage', 'dist', 'node_modules'])

// Runs every generator scripts/gen-*.ts; a generator writes its files below the current folder.
// With --check they work in a copy of the repository, and what they wrote is compared with what is committed.
process.exitCode = (await build()) && (process.argv.includes('--check') ? isFresh() : runAll(root)) ? 0 : 1

function isFresh() {
  const copy = mkdtempSync(join(tmpdir(), 'waybill-gen-'))
  try {
    cpSync(root, copy, { recursive: true, filter: (path) => !notCopied.has(relative(root, path)) })
    cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    return runAll(copy) && saysTheSame(copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function runAll(folder) {
  return generators().every((name) => {
    const { status } = spawnSync(process.execPath, [join(folder, 'dist/scripts', name)], {
      cwd: folder,
      stdio: 'inherit',
    })
    if (status !== 0) process.stderr.write(`scripts/${name} failed\n`)
    return status === 0
  })
}

// The schema comes first: the front ends' files are made from it.
function generators() {
  const names = readdirSync(join(root, 'scripts')).filter((name) => /^gen-.*\.ts$/.test(name))
  const rank = (name) => (name === 'gen-schema.ts' ? '' : name)
  return names.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).map((name) => name.replace(/ts$/, 'js'))
}

function saysTheSame(copy) {
  const stale = generated
    .flatMap((path) => filesOf(copy, path))
    .filter((path) => textOf(join(root, path)) !== textOf(join(copy, path)))
  for (const path of stale) process.stderr.write(`${path} is not what the code says now: npm run gen\n`)
  return stale.length === 0
}

function filesOf(folder, path) {
  if (!statSync(join(folder, path)).isDirectory()) return [path]
  return readdirSync(join(folder, path)).map((name) => join(path, name))
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
