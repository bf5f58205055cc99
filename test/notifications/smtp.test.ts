import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mailroom, openMailroom } from '../../api/notifications/mailroom.js'
import { PAUSES_S } from '../../api/notifications/send-mail.task.js'
import { CALLED_MS } from '../../api/notifications/try-time.js'
import { system } from '../../api/lib/viewer.js'
import { LOCK_TIMEOUT_MS, row, sql } from '../../api/platform/database.js'
import { openMailer } from '../../api/platform/mailer/mailer.js'
import type { Mailer } from '../../api/platform/mailer/outgoing.js'
import { type Behaviour, type MailServer, startMailServer } from './mail-server.js'
import { type MailHouse, type MailRow, openMailHouse } from './mail-house.js'

const FROM = 'Waybill <no-reply@waybill.example>'
let at: MailHouse
let server: MailServer

beforeAll(async () => {
  at = await openMailHouse()
})
afterAll(() => at.close())
beforeEach(async () => {
  server = await startMailServer()
  useServer(server.url)
})
afterEach(() => server.stop())

/** Patient, as the machine has other things to do; only who waits for nothing is given little time. */
function useServer(smtpUrl: string, timeoutMs = 20_000): void {
  const mailer = openMailer({ smtpUrl, from: FROM, timeoutMs })
  mailroom.bind({ ...openMailroom({ ...at.house.config, smtpUrl }), mailer })
}

/** A mail in the outbox, told by an event of an order of its own. */
async function queued(type = 'order.opened'): Promise<MailRow> {
  const event = await at.happens({ type, streamId: await at.order() })
  return (await at.query<MailRow>('select * from mails where event_id = $1', event))[0]!
}
const look = async (id: string): Promise<MailRow> =>
  (await at.query<MailRow>('select * from mails where id = $1', id))[0]!
/** In how many seconds of the trade's time it is tried again; null where it is not. */
const nextTry = async (id: string): Promise<number | null> => {
  const statement = `select extract(epoch from try_at - app_now())::float as seconds from mails where id = $1`
  return (await at.query<{ seconds: number | null }>(statement, id))[0]!.seconds
}
/** Times are full seconds or tens of them, and a moment has passed since they were written. */
async function expectNextTry(id: string, pause: number | undefined): Promise<void> {
  const seconds = await nextTry(id)
  expect(seconds).toBeGreaterThan(pause! - 2)
  expect(seconds).toBeLessThanOrEqual(pause! + 10)
}

test('a mail goes out whole: two parts, its own Message-ID, no reply expected', async () => {
  const mail = await queued()
  await at.send(mail.id)
  expect(await look(mail.id)).toMatchObject({ state: 'TAKEN', attempts: 1, last_error: null })
  const [got] = server.received
  expect(got?.recipients).toEqual(['agency@demo.test'])
  expect(got?.raw).toMatch(/^From: Waybill <no-reply@waybill\.example>$/m)
  expect(got?.raw).toMatch(/^To: Nora Winter <agency@demo\.test>$/m)
  expect(got?.raw).toMatch(/multipart\/alternative/)
  expect(got?.raw).toMatch(/^Auto-Submitted: auto-generated$/m)
  expect(got?.messageId).toBe(`<${mail.id}@waybill.example>`)
  expect(mail.message_id).toBe(got?.messageId)
})

test('a mail that was taken is not sent again, however often its job runs', async () => {
  const mail = await queued()
  await at.send(mail.id)
  await at.send(mail.id)
  expect(server.received).toHaveLength(1)
})

test('two workers with the same mail send it once', async () => {
  const mail = await queued()
  await Promise.all([at.send(mail.id), at.send(mail.id), at.send(mail.id)])
  expect(server.received).toHaveLength(1)
  expect((await look(mail.id)).state).toBe('TAKEN')
})

describe.each<[Behaviour, RegExp]>([
  ['busy', /421/],
  ['later', /451/],
  ['hang', /answer|greeting|timeout/i],
  ['hang at DATA', /answer|timeout/i],
])('a server that is: %s', (behaviour, error) => {
  test('gets it again later', async () => {
    const mail = await queued()
    server.next = () => behaviour
    if (behaviour.startsWith('hang')) useServer(server.url, 600)
    await at.send(mail.id)
    useServer(server.url)
    const after = await look(mail.id)
    expect(after).toMatchObject({ state: 'QUEUED', attempts: 1 })
    expect(after.last_error).toMatch(error)
    await expectNextTry(mail.id, PAUSES_S[0])
    server.next = () => 'take'
    await at.send(mail.id)
    expect((await look(mail.id)).state).toBe('TAKEN')
    expect(server.received).toHaveLength(1)
  })
})

test('a mail that waited behind another is called for when that is out, and again soon where its worker is lost', async () => {
  const order = await at.order()
  const told = async (type: string) => {
    const event = await at.happens({ type, streamId: order })
    return (await at.query<MailRow>('select * from mails where event_id = $1', event))[0]!
  }
  const first = await told('order.opened')
  const second = await told('order.communication-invited')
  await at.send(second.id)
  expect(server.received).toEqual([])
  expect(await nextTry(second.id)).toBeGreaterThan(CALLED_MS / 1000)
  await at.send(first.id) // who is called by that does nothing: it is lost
  expect(await nextTry(second.id)).toBeLessThanOrEqual(CALLED_MS / 1000)
  await at.send(second.id)
  expect(server.received.map((got) => got.messageId)).toEqual([first.message_id, second.message_id])
})

test('a mail whose row others hold while the server answers is written down as taken, and goes out once', async () => {
  const mail = await queued()
  const other = await at.house.database.pool.connect()
  let held: Promise<unknown> | undefined
  server.takesMs = 300
  server.next = () => {
    held = other
      .query('begin')
      .then(() => other.query('select from mails where id = $1 for update', [mail.id]))
    return 'take'
  }
  const sent = at.send(mail.id)
  while (!server.received.length) await wait(20)
  await held
  await wait(LOCK_TIMEOUT_MS + 1000) // longer than a transaction waits for a row
  await other.query('rollback')
  other.release()
  await sent
  expect(await look(mail.id)).toMatchObject({ state: 'TAKEN', attempts: 1 })
  expect(server.received).toHaveLength(1)
})

test('a server that is gone loses nothing; pauses grow to half an hour, and reach over a day', async () => {
  const mail = await queued()
  useServer('smtp://127.0.0.1:1')
  for (const pause of PAUSES_S.slice(0, 3)) {
    await at.send(mail.id)
    await expectNextTry(mail.id, pause)
  }
  expect(PAUSES_S.every((pause, i) => pause >= (PAUSES_S[i - 1] ?? 0) && pause <= 1800)).toBe(true)
  expect(PAUSES_S.reduce((sum, pause) => sum + pause)).toBeGreaterThan(24 * 3600)
  useServer(server.url)
  await at.send(mail.id)
  expect((await look(mail.id)).state).toBe('TAKEN')
})

test('after the last pause it has failed, for a person to see', async () => {
  const mail = await queued()
  await at.as(system('test'), (tx) =>
    row(tx, sql`update mails set attempts = ${PAUSES_S.length} where id = ${mail.id}`),
  )
  server.next = () => 'busy'
  await at.send(mail.id)
  expect(await look(mail.id)).toMatchObject({ state: 'FAILED', last_error: expect.stringMatching(/421/) })
})

test('an address that is refused for good has bounced; it is not tried again', async () => {
  const mail = await queued()
  server.next = () => 'refuse recipient'
  await at.send(mail.id)
  expect(await look(mail.id)).toMatchObject({ state: 'BOUNCED', last_error: expect.stringMatching(/550/) })
  expect(await nextTry(mail.id)).toBeNull()
})

test('a mail that is refused for good has failed', async () => {
  const mail = await queued()
  server.next = () => 'refuse mail'
  await at.send(mail.id)
  expect(await look(mail.id)).toMatchObject({ state: 'FAILED', last_error: expect.stringMatching(/554/) })
})

test('a server that closes its lines after each mail, or an open one between two, costs no try', async () => {
  const [first, second] = [await queued(), await queued()]
  server.next = () => 'close after taking'
  await at.send(first.id)
  await at.send(second.id)
  for (const mail of [first, second])
    expect(await look(mail.id)).toMatchObject({ state: 'TAKEN', attempts: 1 })
  expect(server.received).toHaveLength(2)
})

test('a line is used for one mail after the other', async () => {
  const mails = [await queued(), await queued(), await queued()]
  for (const mail of mails) await at.send(mail.id)
  expect(server.received).toHaveLength(3)
  expect(server.lines).toBe(1)
})

test('a line that breaks after DATA may double it, under one Message-ID', async () => {
  const mail = await queued()
  server.next = () => 'drop after DATA'
  await at.send(mail.id)
  expect((await look(mail.id)).state).toBe('QUEUED')
  server.next = () => 'take'
  await at.send(mail.id)
  expect((await look(mail.id)).state).toBe('TAKEN')
  expect(server.received.map((got) => got.messageId)).toEqual([mail.message_id, mail.message_id])
})

describe('the mailer', () => {
  const deliver = (mailer: Mailer, to: { name: string; address: string }, subject = 'Subject') =>
    mailer.deliver({ id: 'eml_1', to, subject, html: '<p>x</p>', text: 'x' })

  test.each([
    'Eve\r\nBcc: victim@example.test',
    '"Eve" <victim@example.test>, x',
    'victim@example.test, Eve',
    'Eve\u2028Bcc: victim@example.test',
  ])('sends to one person, whatever the name: %j', async (name) => {
    const mailer = openMailer({ smtpUrl: server.url, from: FROM, timeoutMs: 20_000 })
    await deliver(mailer, { name, address: 'eve@example.test' }, `Order for ${name}`)
    expect(server.received[0]?.recipients).toEqual(['eve@example.test'])
    const headers = server.received[0]!.raw.split('\r\n\r\n')[0]!
    expect(headers).not.toMatch(/^bcc:/im)
    expect(headers.match(/^to:/gim)).toHaveLength(1)
  })

  test.each([
    'a@b.test, victim@example.test',
    'a@b.test\r\nBcc: c@d.test',
    '<a@b.test>',
    'nobody',
    'a@b@c.test',
  ])('refuses %j as an address', async (address) => {
    const mailer = openMailer({ smtpUrl: server.url, from: FROM, timeoutMs: 20_000 })
    await expect(deliver(mailer, { name: 'Eve', address })).rejects.toMatchObject({ kind: 'recipient' })
    expect(server.received).toEqual([])
  })

  test('a signature covers what a reader sees', async () => {
    const { privateKey } = await import('node:crypto').then(({ generateKeyPairSync }) =>
      generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      }),
    )
    const mailer = openMailer({
      smtpUrl: server.url,
      from: FROM,
      timeoutMs: 2000,
      dkim: { domainName: 'waybill.example', keySelector: 'mail', privateKey },
    })
    await deliver(mailer, { name: 'Eve', address: 'eve@example.test' })
    expect(server.received[0]?.raw.replace(/\r\n\s+/g, ' ')).toMatch(
      /^DKIM-Signature: .*h=from:to:subject:date:message-id/im,
    )
  })

  test('without a server every mail is kept, and counts as taken', async () => {
    expect(await deliver(openMailer({ from: FROM }), { name: 'Eve', address: 'eve@example.test' })).toBe(
      'TAKEN',
    )
  })
})
