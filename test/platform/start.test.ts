import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { freshDatabase } from '../support/database.js'

let home: string
let begun: ChildProcess[]

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'waybill-start-'))
  begun = []
})

afterEach(async () => {
  for (const child of begun) child.kill('SIGKILL')
  await eventually(async () => !(await postgresPid()))
  await rm(home, { recursive: true, force: true })
})

test.each([
  [{ PORT: '99999' }, [], 'PORT must be a whole number from 0 to 65535, but is "99999".'],
  [{}, ['--services=cook'], 'SERVICES must be web, worker or both with a comma between, but is "cook".'],
  [{}, ['--color=red'], "Unknown option '--color'; the only option is --services=web,worker."],
  [
    { WAYBILL_HOME: '/dev/null/here' },
    [],
    'The folder WAYBILL_HOME (/dev/null/here) cannot be written: ENOTDIR.',
  ],
  [
    {
      WAYBILL_MODE: 'production',
      DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/nothing',
      AUTH_SECRET: 'a secret of more than thirty-two characters',
    },
    [],
    'In production mode STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET must be set: there is no play money.',
  ],
  [
    { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/nothing' },
    [],
    'The database 127.0.0.1:1/nothing (DATABASE_URL) cannot be reached: connect ECONNREFUSED 127.0.0.1:1.',
  ],
])('%j %j stops the start with one sentence', async (env, args, sentence) => {
  expect(await run(env, args)).toEqual({ code: 1, complaint: `${sentence}\n` })
})

test('a taken port stops the start with one sentence', async () => {
  const database = await freshDatabase()
  const other = createServer()
  await new Promise<void>((done) => other.listen(0, done))
  const { port } = other.address() as AddressInfo
  try {
    const { code, complaint } = await run({ PORT: `${port}`, DATABASE_URL: database.url })
    expect(code).toBe(1)
    expect(complaint).toMatch(new RegExp(`^Port ${port} is taken[^\\n]*\\.\\n$`))
  } finally {
    other.close()
    await database.drop()
  }
})

test('production starts with a payment provider', async () => {
  const database = await freshDatabase()
  try {
    const house = start({
      PORT: '0',
      WAYBILL_MODE: 'production',
      DATABASE_URL: database.url,
      AUTH_SECRET: 'a secret of more than thirty-two characters',
      STRIPE_SECRET_KEY: 'sk_live_nobody',
      STRIPE_WEBHOOK_SECRET: 'whsec_nobody',
    })
    await says(house, 'Ready at')
    house.kill('SIGTERM')
    expect(await exitCode(house)).toBe(0)
  } finally {
    await database.drop()
  }
})

test('its own PostgreSQL is kept for itself, ends with it even when it is killed, and starts again', async () => {
  const first = start({ PORT: '0' })
  await says(first, 'Ready at')
  expect(await postgresPid()).toBeGreaterThan(0)
  expect(await run({ PORT: '0' })).toEqual({
    code: 1,
    complaint: `Another Waybill (process ${first.pid}) is using ${home}: stop it, or set WAYBILL_HOME.\n`,
  })
  first.kill('SIGKILL')
  const second = start({ PORT: '0' })
  await says(second, 'Ready at')
  second.kill('SIGTERM')
  expect(await exitCode(second)).toBe(0)
  expect(await postgresPid()).toBeUndefined()
})

function start(env: Record<string, string>, args: string[] = []): ChildProcess {
  const child = spawn(process.execPath, ['dist/api/main.js', ...args], {
    env: { PATH: process.env['PATH'], WAYBILL_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  begun.push(child)
  return child
}

async function run(env: Record<string, string>, args: string[] = []) {
  const child = start(env, args)
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  return { code: await exitCode(child), complaint }
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.on('close', done))
}

function says(child: ChildProcess, words: string): Promise<void> {
  let said = ''
  return new Promise((done, fail) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes(words)) done()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.on('exit', () => fail(new Error(said)))
  })
}

async function postgresPid(): Promise<number | undefined> {
  const lines = await readFile(join(home, 'postgres/postmaster.pid'), 'utf8').catch(() => '')
  return Number(lines.split('\n')[0]) || undefined
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 600 && !(await holds()); i++) await pause(50)
}
