import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type MailHouse, openMailHouse } from './mail-house.js'
import { type MailServer, startMailServer } from './mail-server.js'
import { LINES } from '../../api/platform/mailer/smtp.js'

const MAILS = 150
const KILLS = 3

let at: MailHouse
let server: MailServer
let home: string
let running: ChildProcess | undefined

beforeAll(async () => {
  at = await openMailHouse()
  server = await startMailServer()
  home = await mkdtemp(join(tmpdir(), 'waybill-killed-'))
})
afterAll(async () => {
  running?.kill('SIGKILL')
  await server.stop()
  await at.close()
  await rm(home, { recursive: true, force: true })
})

test('a worker that is killed with mails in hand loses none; what it doubles is what it had in hand', async () => {
  await queueMails()
  server.takesMs = 40
  for (let kill = 0; kill < KILLS; kill++) {
    const before = server.received.length
    await start()
    await until(() => server.received.length >= before + 15)
    running!.kill('SIGKILL')
    await once(running!, 'exit')
  }
  expect(server.received.length).toBeLessThan(MAILS)
  await start()
  await until(async () => (await unsent()) === 0)
  const mails = await at.query<{ message_id: string; state: string }>('select message_id, state from mails')
  const arrivals = Map.groupBy(server.received, (got) => got.messageId)
  expect(mails.filter((mail) => mail.state !== 'TAKEN' || !arrivals.has(mail.message_id))).toEqual([])
  expect(arrivals.size).toBe(mails.length)
  expect(server.received.length - arrivals.size).toBeLessThanOrEqual(KILLS * LINES)
}, 240_000)

/** A mail of an order as many, each of an order of its own. */
async function queueMails(): Promise<void> {
  const event = await at.happens({ type: 'order.opened', streamId: await at.order() })
  await at.query(
    `insert into mails (id, event_id, template, recipient_kind, recipient_id, recipient_name, to_address, subject, html, text, message_id, order_id, queued_at, try_at)
     select id || n, id || n, template, recipient_kind, recipient_id, recipient_name, to_address, subject, html, text, replace(message_id, id, id || n), order_id || n, queued_at, queued_at
     from mails, generate_series(1, $2::int - 1) n where event_id = $1`,
    event,
    MAILS,
  )
}

const unsent = async () =>
  (await at.query<{ left: number }>(`select count(*)::int as left from mails where state = 'QUEUED'`))[0]!
    .left

/** The real program, on the same database. */
async function start(): Promise<void> {
  const [{ name }] = (await at.query<{ name: string }>('select current_database() as name')) as [
    { name: string },
  ]
  const url = new URL(process.env['WAYBILL_TEST_DATABASE_URL']!)
  url.pathname = `/${name}`
  running = spawn(process.execPath, ['dist/api/main.js'], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      WAYBILL_HOME: home,
      DATABASE_URL: url.href,
      SMTP_URL: server.url,
      SMTP_TIMEOUT_MS: '1000',
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  })
}

async function until(so: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 100_000
  while (!(await so())) {
    if (performance.now() > end)
      throw new Error(`Not so: ${server.received.length} arrived, ${await unsent()} wait`)
    await pause(50)
  }
}
