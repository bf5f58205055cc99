import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
  const sources = ['api', 'bench', 'migrations', 'scripts', 'test', 'tsconfig.json', 'package-lock.json']
  return whenChanged('program', sources, 'api/main.js', () => {
    say('Building the program')
    return runNode('typescript/bin/tsc', ['-p', root, '--noCheck'])
  })
}

function buildFront(name) {
  const folder = join(root, name)
  if (!existsSync(join(folder, 'vite.config.ts'))) return true
  return whenChanged(name, [name, 'package-lock.json', 'schema.graphql'], `${name}/index.html`, () => {
    say(`Building ${name}/ (only when it has changed)`)
    const flags = ['--outDir', join(root, 'dist', name), '--emptyOutDir', '--logLevel', 'error']
    const built = runNode('vite/bin/vite.js', [
      'build',
      folder,
      '--config',
      join(folder, 'vite.config.ts'),
      ...flags,
    ])
    if (!built) process.stderr.write(`${name}/ did not build; what is wrong stands above.\n`)
    return built
  })
}

// Builds when what it is made of has another fingerprint than at the last good build, or its result is gone.
function whenChanged(name, sources, result, make) {
  const stamp = join(root, 'dist', `.${name}.fingerprint`)
  const now = fingerprint(sources.map((source) => join(root, source)))
  if (existsSync(join(root, 'dist', result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now)
    return true
  rmSync(stamp, { force: true })
  if (!make()) return false
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
  if (!statSync(path).isDirectory()) return [path]
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
