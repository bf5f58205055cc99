import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

type Lock = { packages: Record<string, { version?: string }> }

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

/** The oldest version of each risky package that has no known hole we are exposed to. */
const safeSince: Record<string, string> = {
  '@apollo/server': '5.5.0',
  '@fastify/busboy': '3.2.1',
  '@mikro-orm/core': '7.1.7',
  '@mikro-orm/migrations': '7.1.7',
  '@mikro-orm/postgresql': '7.1.7',
  '@mikro-orm/sql': '7.1.7',
  mjml: '5.1.0',
  nodemailer: '10.4.1',
  ws: '8.17.1',
}

test.each(Object.entries(safeSince))('%s is at least %s, wherever the lock has it', (name, since) => {
  const found = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
  expect(found.length).toBeGreaterThan(0)
  const tooOld = found.filter(([, entry]) => isOlder(entry.version ?? '0', since))
  expect(tooOld.map(([path, entry]) => `${path} ${entry.version}`)).toEqual([])
})

test('every version in the manifest is exact', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
  const wished = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  )
  expect(wished.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

function isOlder(version: string, since: string): boolean {
  const [have, need] = [version, since].map((text) => (text.split('-')[0] ?? '').split('.').map(Number))
  for (let i = 0; i < 3; i++) {
    const difference = (have?.[i] ?? 0) - (need?.[i] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
