import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mailTimetable } from '../../api/notifications/mail-timetable.js'
import { mailroom, openMailroom } from '../../api/notifications/mailroom.js'
import { openMailer } from '../../api/platform/mailer/mailer.js'
import { LINES } from '../../api/platform/mailer/smtp.js'
import { type Behaviour, type MailServer, startMailServer } from './mail-server.js'
import { workOn } from '../../api/platform/jobs.js'
import { type MailHouse, openMailHouse, mailKinds } from './mail-house.js'

let at: MailHouse
let server: MailServer
let order: string

beforeAll(async () => {
  at = await openMailHouse()
  order = await at.order()
  server = await startMailServer()
  const mailer = openMailer({ smtpUrl: server.url, from: at.house.config.mailFrom, timeoutMs: 20_000 })
  mailroom.bind({ ...openMailroom({ ...at.house.config, smtpUrl: server.url }), mailer })
})
afterAll(async () => {
  await server.stop()
  await at.close()
})

test('500 mails over a server with faults of every kind: none is lost, none doubled but after DATA', async () => {
  server.received.length = 0
  await queue500('order.opened')
  const faults: Behaviour[] = ['busy', 'later', 'drop after DATA', 'take', 'take', 'take', 'take']
  let turn = 0
  server.next = () => faults[turn++ % faults.length]!
  let rest = await unsent()
  expect(rest).toHaveLength(500)
  for (let round = 0; round < 30 && rest.length > 0; round++) {
    for (let i = 0; i < rest.length; i += 8)
      await Promise.all(rest.slice(i, i + 8).map((mail) => at.send(mail.id)))
    rest = await unsent()
  }
  const mails = await at.query<{ id: string; state: string; message_id: string; attempts: number }>(
    `select id, state, message_id, attempts from mails where template = 'order-receipt'`,
  )
  const arrivals = Map.groupBy(server.received, (got) => got.messageId)
  expect(mails.filter((mail) => mail.state !== 'TAKEN')).toEqual([])
  expect(mails.filter((mail) => !arrivals.has(mail.message_id))).toEqual([])
  expect([...arrivals.keys()].filter((id) => !mails.some((mail) => mail.message_id === id))).toEqual([])
  const doubles = server.received.length - mails.length
  expect(doubles).toBe(server.received.filter((got) => got.dropped).length)
  expect(doubles).toBeGreaterThan(20)
}, 180_000)

test('the workers of a house send by themselves, and what waits for a mail to be taken hears of it once', async () => {
  await workOn(at.house, mailKinds)
  server.received.length = 0
  server.next = () => 'take'
  await at.happens({ type: 'order.communication-invited', streamId: order })
  at.house.jobs.nudge(['send-mail'])
  for (let i = 0; i < 100 && at.taken.length === 0; i++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(at.taken).toMatchObject([{ orderId: order, recipientId: at.people.agencyOwner }])
  expect(server.received.map((got) => got.recipients)).toEqual([['agency@demo.test']])
})

test('500 mails whose calls were lost are found by their times, and go out over a few lines that stay open', async () => {
  server.received.length = 0
  server.lines = 0
  server.next = () => 'take'
  await queue500('order.opened')
  const began = performance.now()
  for (let left = 500; left > 0;) {
    await mailTimetable.act(at.house) // two hundred at a time, and again what its time comes for anew
    await new Promise((resolve) => setTimeout(resolve, 50))
    left = (await unsent()).length
  }
  process.stdout.write(`500 mails in ${Math.round(performance.now() - began)} ms\n`)
  expect(new Set(server.received.map((got) => got.messageId)).size).toBe(500)
  expect(server.received).toHaveLength(500)
  expect(server.lines).toBeLessThanOrEqual(2 * LINES)
}, 180_000)

/** One event told, and its mail as 500 of them, each of an order of its own: what is tried here is the way out. */
async function queue500(type: string): Promise<void> {
  const event = await at.happens({ type, streamId: order })
  await at.query(`update mails set try_at = app_now() where event_id = $1`, event)
  await at.query(
    `insert into mails (id, event_id, template, recipient_kind, recipient_id, recipient_name, to_address, subject, html, text, message_id, order_id, queued_at, try_at)
     select id || n, id || n, template, recipient_kind, recipient_id, recipient_name, to_address, subject, html, text, replace(message_id, id, id || n), order_id || n, queued_at, try_at
     from mails, generate_series(1, 499) n where event_id = $1`,
    event,
  )
}

function unsent(): Promise<{ id: string }[]> {
  return at.query<{ id: string }>(`select id from mails where state = 'QUEUED' order by id`)
}
