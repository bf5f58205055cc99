import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const existing = (...names) => names.filter((name) => existsSync(join(root, name)))

// Everything that can be said about the code without running it. Each step is [name, program, arguments].
/** @type {[string, string, string[]][]} */
const steps = [
  ['types', 'tsc', ['--noEmit', '-p', '.', '--incremental', 'false']],
  ...existing('admin/tsconfig.json', 'portal/tsconfig.json').map((config) => [
    `types of ${config.split('/')[0]}`,
    'tsc',
    ['--noEmit', '-p', config, '--incremental', 'false'],
  ]),
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['format', 'oxfmt', ['--check']],
  [
    'fences',
    'depcruise',
    ['--config', '.dependency-cruiser.mjs', ...existing('api', 'migrations', 'admin', 'portal')],
  ],
  ['dead code', 'knip', []],
  ['generated files', 'node', ['scripts/gen.mjs', '--check']],
]

// `npm run check -- lint fences` runs only those.
const wished = process.argv.slice(2)
const failed = steps
  .filter(([name]) => wished.length === 0 || wished.includes(name))
  .filter((step) => !passes(step))
for (const [name] of failed) process.stderr.write(`check: ${name} failed\n`)
process.stdout.write(failed.length > 0 ? '' : 'check: everything holds\n')
process.exit(failed.length > 0 ? 1 : 0)

function passes([name, program, args]) {
  const began = performance.now()
  const file = program === 'node' ? process.execPath : join(root, 'node_modules/.bin', program)
  const { status, stdout } = spawnSync(file, args, { cwd: root, stdio: ['inherit', 'pipe', 'inherit'] })
  // dependency-cruiser reads our files with swc and yet warns each time that TypeScript 7 is unknown to it.
  process.stdout.write(stdout?.toString().split('‼ missing-tsc-transpiler')[0] ?? '')
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(`check: ${name} ${status === 0 ? 'holds' : 'FAILED'} (${seconds} s)\n`)
  return status === 0
}
