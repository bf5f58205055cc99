import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
const say = (line) => process.stdout.write(`${line}\n`)

// Builds the program into dist/ and, if wished, the two front ends that have changed since their last build.
// Returns false when something did not build. Without the build tools (npm ci --omit=dev) it keeps what is there.
export async function build({ fronts = false } = {}) {
  if (!existsSync(join(root, 'node_modules/typescript'))) return keepWhatIsThere()
  if (!buildProgram()) return false
  return !fronts || ['admin', 'portal'].every(buildFront)
}

function keepWhatIsThere() {
  const there = existsSync(join(root, 'dist/api/main.js'))
  if (!there) process.stderr.write('Nothing is built and the build tools are not installed: run npm ci.\n')
  return there
}

// Types are the business of `npm run check`: here the code only has to become JavaScript.
function buildProgram() {
  say('Building the program')
  return runNode('typescript/bin/tsc', ['-p', root, '--noCheck'])
}

function buildFront(name) {
  const folder = join(root, name)
  if (!existsSync(join(folder, 'vite.config.ts'))) return true
  const stamp = join(root, 'dist', `.${name}.fingerprint`)
  const out = join(root, 'dist', name)
  const now = fingerprint([
    folder,
    ...['package-lock.json', 'schema.graphql'].map((file) => join(root, file)),
  ])
  if (existsSync(join(out, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now)
    return true
  say(`Building ${name}/ (only when it has changed)`)
  rmSync(stamp, { force: true })
  const flags = ['--outDir', out, '--emptyOutDir', '--logLevel', 'warn']
  if (!runNode('vite/bin/vite.js', ['build', folder, '--config', join(folder, 'vite.config.ts'), ...flags])) {
    process.stderr.write(`${name}/ did not build; what is wrong stands above.\n`)
    return false
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, now)
  return true
}

function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesOf).sort()) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesOf(path) {
  if (!existsSync(path)) return []
  if (!/\/(admin|portal)$/.test(path.replaceAll('\\', '/'))) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function runNode(script, args) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    // The pages are built as they will run, whoever asks: the tests, too.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  return done.status === 0
}

if (process.argv[1] === import.meta.filename && !(await build({ fronts: true }))) process.exit(1)
