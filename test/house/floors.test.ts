import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

let house: string

beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), 'waybill-floors-'))
  await symlink(resolve('node_modules'), join(house, 'node_modules'))
  await plant('package.json', '{ "type": "module" }')
})

afterEach(() => rm(house, { recursive: true, force: true }))

test('a room may import from the floors below it', async () => {
  await plant('api/lib/money.ts', 'export const cents = 1')
  await plant('api/tasks/task.ts', `export { cents } from '../lib/money.js'`)
  await plant('api/onboarding/document.ts', `export { cents } from '../tasks/task.js'`)
  expect(await violations()).toEqual([])
})

test.each([
  ['a lower floor importing a higher one', 'tasks/task.ts', 'onboarding/document.ts', 'tasks-looks-up'],
  ['the platform importing the trade', 'platform/jobs.ts', 'orders/order.ts', 'platform-looks-up'],
  ['two rooms of one floor', 'catalogue/service.ts', 'funds/ledger.ts', 'catalogue-looks-up'],
  ['two rooms of one floor, the other way', 'funds/ledger.ts', 'catalogue/service.ts', 'funds-looks-up'],
  ['a room without a floor', 'billing/invoice.ts', 'lib/money.ts', 'room-without-floor'],
])('the fence catches %s', async (_what, from, to, rule) => {
  await plant(`api/${to}`, 'export type Thing = string')
  await plant(`api/${from}`, `export type { Thing } from '../${to.replace('.ts', '.js')}'`)
  expect(await violations()).toContain(rule)
})

test('the fence catches a circle of types alone', async () => {
  await plant('api/lib/a.ts', `import type { B } from './b.js'\nexport type A = B | 1`)
  await plant('api/lib/b.ts', `import type { A } from './a.js'\nexport type B = A[]`)
  expect(await violations()).toContain('circle')
})

test.each(['admin', 'portal'])('the fence catches %s/ reaching behind the schema', async (front) => {
  await plant('api/lib/money.ts', 'export type Money = string')
  await plant(`${front}/src/price.ts`, `export type { Money } from '../../api/lib/money.js'`)
  expect(await violations()).toContain('front-end-reaches-behind-the-schema')
})

async function plant(path: string, text: string): Promise<void> {
  const file = join(house, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${text}\n`)
}

function violations(): Promise<string[]> {
  const program = resolve('node_modules/.bin/depcruise')
  const args = [program, '--config', resolve('.dependency-cruiser.mjs'), '--output-type', 'json', '.']
  return new Promise((done, fail) => {
    execFile(process.execPath, args, { cwd: house, maxBuffer: 16_000_000 }, (error, stdout) => {
      try {
        const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } }
        done(report.summary.violations.map((violation) => violation.rule.name))
      } catch {
        fail(error ?? new Error(stdout))
      }
    })
  })
}
