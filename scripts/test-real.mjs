import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'

const root = join(import.meta.dirname, '..')

// What the files of test/real/ want of Debian: a program that must be there, and the package that brings it.
const bucket = ['s3-storage', 's3-storage-browser']
/** @type {{ tests: string[], program: string, package: string }[]} */
const needs = [
  { tests: bucket, program: '/usr/bin/swift-proxy-server', package: 'swift-proxy' },
  { tests: bucket, program: '/usr/bin/swift-account-server', package: 'swift-account' },
  { tests: bucket, program: '/usr/bin/swift-container-server', package: 'swift-container' },
  { tests: bucket, program: '/usr/bin/swift-object-server', package: 'swift-object' },
  { tests: ['s3-storage-browser'], program: '/usr/bin/chromium', package: 'chromium' },
  { tests: ['postfix'], program: '/usr/sbin/postfix', package: 'postfix' },
  { tests: ['postfix'], program: '/usr/sbin/opendkim', package: 'opendkim' },
  { tests: ['clamd'], program: '/usr/sbin/clamd', package: 'clamav-daemon' },
]

// `npm run test:real -- clamd` runs, and wants, what its name says.
const wished = process.argv.slice(2)
const named = wished.filter((word) => !word.startsWith('-'))
const runs = (test) => named.length === 0 || named.some((word) => `test/real/${test}.real.ts`.includes(word))
const missing = needs
  .filter(({ tests }) => tests.some(runs))
  .filter(({ program }) => !existsSync(program))
  .map((need) => need.package)
if (missing.length > 0) {
  const packages = [...new Set(missing)].join(' ')
  process.stderr.write(
    `These tests need real servers that are missing here: apt-get install --no-install-recommends ${packages}\n`,
  )
  process.exit(1)
}

if (runs('s3-storage-browser') && !(await build({ fronts: true }))) process.exit(1)

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
