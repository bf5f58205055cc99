import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mailroom, openMailroom } from '../../api/notifications/mailroom.js'
import { readConfig } from '../../api/platform/config.js'
import { type MailHouse, type MailRow, openMailHouse } from './mail-house.js'
import { type MailServer, type Received, startMailServer } from './mail-server.js'

let at: MailHouse
let server: MailServer
let home: string

beforeAll(async () => {
  at = await openMailHouse()
  home = await mkdtemp(join(tmpdir(), 'waybill-dkim-'))
  server = await startMailServer()
  use({})
})
afterAll(async () => {
  mailroom.bound.mailer.close()
  await server.stop()
  await at.close()
  await rm(home, { recursive: true, force: true })
})
beforeEach(() => void (server.received.length = 0))

/** The mailroom as these settings open it. */
function use(settings: Record<string, string>): void {
  const config = readConfig({
    WAYBILL_HOME: home,
    AUTH_SECRET: 's'.repeat(32),
    PUBLIC_URL: 'https://waybill.example',
    SMTP_URL: server.url,
    SMTP_TIMEOUT_MS: '2000',
    MAIL_FROM: 'Waybill <no-reply@waybill.example>',
    ...settings,
  })
  mailroom.bind(openMailroom(config))
}

/** Tells of something that happened to an order, sends its mails, and gives them as they came over the wire. */
async function told(
  type: string,
  order: string,
): Promise<{ row: MailRow; got: Received; headers: Map<string, string> }[]> {
  const event = await at.happens({ type, streamId: order })
  const rows = await at.query<MailRow>('select * from mails where event_id = $1 order by id', event)
  for (const { id } of rows) await at.send(id)
  return rows.map((row) => {
    const got = server.received.findLast((one) => one.messageId === row.message_id)!
    return { row, got, headers: headersOf(got.raw) }
  })
}

function headersOf(raw: string): Map<string, string> {
  const head = raw.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/g, ' ')
  return new Map(
    head.split('\r\n').map((line) => [line.split(':')[0]!.toLowerCase(), line.replace(/^[^:]*:\s*/, '')]),
  )
}

test('the mails of one order to one person hang together; those of another order, or to others, do not', async () => {
  const [one, other] = [await at.order(), await at.order()]
  const [first] = await told('order.opened', one)
  const [elsewhere] = await told('order.opened', other)
  const [second] = await told('order.communication-invited', one)
  const [third] = await told('order.expired', one)
  expect(first!.headers.has('in-reply-to')).toBe(false)
  expect(first!.headers.has('references')).toBe(false)
  expect(elsewhere!.headers.has('references')).toBe(false)
  expect(second!.headers.get('in-reply-to')).toBe(first!.row.message_id)
  expect(second!.headers.get('references')).toBe(first!.row.message_id)
  expect(third!.headers.get('in-reply-to')).toBe(second!.row.message_id)
  expect(third!.headers.get('references')).toBe(`${first!.row.message_id} ${second!.row.message_id}`)
})

test('a mail says that a machine wrote it, where answers go, and has no button to unsubscribe', async () => {
  use({ MAIL_REPLY_TO: 'help@waybill.example' })
  const [receipt] = await told('order.opened', await at.order())
  expect(receipt!.headers.get('auto-submitted')).toBe('auto-generated')
  expect(receipt!.headers.get('from')).toBe('Waybill <no-reply@waybill.example>')
  expect(receipt!.headers.get('reply-to')).toBe('help@waybill.example')
  expect([...receipt!.headers.keys()].filter((name) => name.startsWith('list-'))).toEqual([])
  expect(receipt!.got.sender).toBe('no-reply@waybill.example')
  use({})
})

test('a report, and nothing else, can be switched off by one click', async () => {
  const [receipt] = await told('order.opened', await at.order())
  await at.query(
    `update mails set template = 'report', state = 'QUEUED', taken_at = null, try_at = app_now() where id = $1`,
    receipt!.row.id,
  )
  await at.send(receipt!.row.id)
  const headers = headersOf(server.received.at(-1)!.raw)
  const url = mailroom.bound.preferences.oneClick(receipt!.row.recipient_id, 'REPORTS')
  expect(headers.get('list-unsubscribe')).toBe(`<${url}>`)
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
})

test('the sender on the wire is an address of the mail’s own where bounces are taken', async () => {
  use({ BOUNCE_DOMAIN: 'bounces.waybill.example', BOUNCE_PORT: '0' })
  const [receipt] = await told('order.opened', await at.order())
  expect(mailroom.bound.bounces!.read(receipt!.got.sender)).toEqual({ mailId: receipt!.row.id, sending: 1 })
  expect(receipt!.got.sender.split('@')[0]!.length).toBeLessThanOrEqual(64)
  expect(receipt!.headers.get('from')).toBe('Waybill <no-reply@waybill.example>')
  use({})
})

test('with a key every mail is signed over all that a reader and their mail program rely on', async () => {
  const key = join(home, 'dkim.pem')
  await writeFile(key, rsa(2048))
  use({
    DKIM_DOMAIN: 'waybill.example',
    DKIM_SELECTOR: 'mail2026',
    DKIM_KEY_FILE: key,
    MAIL_REPLY_TO: 'help@waybill.example',
  })
  const order = await at.order()
  await told('order.opened', order)
  const [mail] = await told('order.communication-invited', order)
  const signature = mail!.headers.get('dkim-signature')!
  expect(signature).toMatch(/ d=waybill\.example;/)
  expect(signature).toMatch(/ s=mail2026;/)
  expect(/ h=([^;]*);/.exec(signature)![1]!.replaceAll(' ', '')).toBe(
    'from:to:reply-to:subject:date:message-id:in-reply-to:references:mime-version:content-type',
  )
  use({})
})

test.each([
  [
    'a part of them is missing',
    { DKIM_DOMAIN: 'waybill.example' },
    /DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE go together/,
  ],
  [
    'the file is not there',
    { ...three(), DKIM_KEY_FILE: '/nowhere/dkim.pem' },
    /cannot be read as a private key/,
  ],
  [
    'only half of the bounce settings is there',
    { BOUNCE_PORT: '2525' },
    /BOUNCE_DOMAIN and BOUNCE_PORT go together/,
  ],
  [
    'the domain is none',
    { BOUNCE_DOMAIN: 'no domain', BOUNCE_PORT: '2525' },
    /BOUNCE_DOMAIN must be a domain/,
  ],
  ['answers go nowhere', { MAIL_REPLY_TO: 'nobody' }, /MAIL_REPLY_TO must be an address/],
])('the start is refused in one sentence where %s', (_name, settings, sentence) => {
  expect(() => use(settings as Record<string, string>)).toThrow(sentence)
})

test('a key that cannot sign refuses the start, too: no mail goes out unsigned unnoticed', async () => {
  const file = join(home, 'ed25519.pem')
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  await writeFile(file, pem)
  expect(() => use({ ...three(), DKIM_KEY_FILE: file })).toThrow(/must be an RSA key/)
})

function three() {
  return { DKIM_DOMAIN: 'waybill.example', DKIM_SELECTOR: 'mail', DKIM_KEY_FILE: 'key.pem' }
}

function rsa(modulusLength: number): string {
  return generateKeyPairSync('rsa', { modulusLength })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
}
