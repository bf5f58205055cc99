import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

// What each file of test/real/ wants of Debian: a program that must be there, and the package that brings it.
/** @type {{ test: string, program: string, package: string }[]} */
const needs = [
  { test: 's3-storage', program: '/usr/bin/swift-proxy-server', package: 'swift-proxy' },
  { test: 's3-storage', program: '/usr/bin/swift-account-server', package: 'swift-account' },
  { test: 's3-storage', program: '/usr/bin/swift-container-server', package: 'swift-container' },
  { test: 's3-storage', program: '/usr/bin/swift-object-server', package: 'swift-object' },
  { test: 'clamd', program: '/usr/sbin/clamd', package: 'clamav-daemon' },
]

// `npm run test:real -- clamd` runs, and wants, what its name says.
const wished = process.argv.slice(2)
const named = wished.filter((word) => !word.startsWith('-'))
const missing = needs
  .filter(
    ({ test }) => named.length === 0 || named.some((word) => `test/real/${test}.real.ts`.includes(word)),
  )
  .filter(({ program }) => !existsSync(program))
  .map((need) => need.package)
if (missing.length > 0) {
  const packages = [...new Set(missing)].join(' ')
  process.stderr.write(
    `These tests need real servers that are missing here: apt-get install --no-install-recommends ${packages}\n`,
  )
  process.exit(1)
}

const jest = join(root, 'node_modules/jest/bin/jest.js')
const patterns = named.length > 0 ? wished : ['test/real/', ...wished]
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    jest,
    '--config',
    'jest.real.config.mjs',
    ...patterns,
  ],
  { cwd: root, stdio: 'inherit' },
)
process.exit(status ?? 1)
