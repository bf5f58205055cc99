import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createConnection } from 'node:net'
import { bounceAddresses } from '../../api/platform/mailer/bounce-address.js'
import { THROW_AWAY_SECRET } from '../../scripts/make-demo-world.js'
import { aPaidOrder } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { bring, deliveryReport, type Report } from './delivery-reports.js'
import { type MailServer, startMailServer } from './mail-server.js'

const DOMAIN = 'bounces.waybill.example'

interface Mail {
  readonly id: string
  readonly template: string
  readonly state: string
  readonly to_address: string
  readonly last_error: string | null
  readonly bounced_at: Date | null
  readonly sending: number
  readonly message_id: string
  readonly order_id: string
}

let world: World
let server: MailServer
let port: number

beforeAll(async () => {
  server = await startMailServer()
  world = await openWorld({
    SMTP_URL: server.url,
    BOUNCE_DOMAIN: DOMAIN,
    BOUNCE_PORT: '0',
    LOG_LEVEL: 'silent',
  })
  port = world.running.bouncePort!
})
afterAll(async () => {
  await world.close()
  await server.stop()
})

const mailsOf = (order: string, template: string) =>
  world.rows<Mail>('select * from mails where order_id = $1 and template = $2 order by queued_at', [
    order,
    template,
  ])
const mail = async (id: string) => (await world.rows<Mail>('select * from mails where id = $1', [id]))[0]!
const eventsOf = async (order: string, type: string) =>
  (await world.rows('select id from events where stream_id = $1 and type = $2', [order, type])).length
const tasksOf = (order: string) =>
  world.rows<{ role: string; title: string }>(
    `select role, title from tasks where order_id = $1 and cause like 'mail:%'`,
    [order],
  )
/** Where the bounce of a mail goes: its sender on the wire. */
const senderOf = (sent: Mail) => server.received.findLast((got) => got.messageId === sent.message_id)!.sender

/** A mail of a fresh order, taken by the server; and its bounce address. */
async function taken(template = 'onboarding-request'): Promise<{ sent: Mail; to: string; order: string }> {
  const order = await aPaidOrder(world)
  const [sent] = await mailsOf(order, template)
  expect(sent).toMatchObject({ state: 'TAKEN' })
  return { sent: sent!, to: senderOf(sent!), order }
}
const report = (to: string, what: Report) => bring(port, to, deliveryReport(what))

test('a mail that comes back has bounced, with the reason; the team is told once, on the log and by a task', async () => {
  const { sent, to, order } = await taken()
  expect(to).toMatch(/^b-[0-9a-z]{26}-1-[0-9a-f]{20}@bounces\.waybill\.example$/)
  await report(to, { action: 'failed', diagnostic: '550 5.1.1 No such user here' })
  expect(await mail(sent.id)).toMatchObject({
    state: 'BOUNCED',
    last_error: '5.1.1 550 5.1.1 No such user here',
    bounced_at: expect.any(Date),
  })
  await report(to, { action: 'failed', diagnostic: 'and again' })
  expect((await mail(sent.id)).last_error).toMatch(/No such user/)
  expect(await eventsOf(order, 'mail.bounced')).toBe(1)
  expect(await tasksOf(order)).toEqual([{ role: 'SUPPORT', title: 'A mail did not arrive' }])
})

test('relays may change the case of the address', async () => {
  const { sent, to } = await taken('order-receipt')
  await report(to.toUpperCase(), { action: 'failed' })
  expect((await mail(sent.id)).state).toBe('BOUNCED')
})

test('a mail that is delayed is noted, and has not bounced', async () => {
  const { sent, to, order } = await taken()
  await report(to, { action: 'delayed', status: '4.4.1', diagnostic: 'No answer from host' })
  expect(await mail(sent.id)).toMatchObject({
    state: 'TAKEN',
    last_error: 'Delayed: 4.4.1 No answer from host',
  })
  expect(await tasksOf(order)).toEqual([])
})

test.each([
  ['a report of success', deliveryReport({ action: 'delivered', status: '2.0.0' })],
  [
    'an answer by a machine',
    'From: a@b.example\r\nAuto-Submitted: auto-replied\r\nSubject: Out of office: Action: failed\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n',
  ],
  ['an answer by a person', 'From: a@b.example\r\nSubject: Re: your mail\r\n\r\nThanks!\r\n'],
  ['no mail at all', '\u0000\u0001 not a mail'],
  [
    'a read receipt',
    deliveryReport({ action: 'failed' }).replace(
      'delivery-status; boundary',
      'disposition-notification; boundary',
    ),
  ],
])('%s changes nothing', async (_name, raw) => {
  const { sent, to } = await taken()
  await bring(port, to, raw)
  expect(await mail(sent.id)).toMatchObject({ state: 'TAKEN', last_error: null })
})

test('whoever makes an address up, or takes one of another house, is refused by its recipient', async () => {
  const { sent, to } = await taken()
  const forged = [
    to.replace(/-[0-9a-f]{20}@/, `-${'0'.repeat(20)}@`),
    to.replace('-1-', '-2-'),
    bounceAddresses(DOMAIN, 'another house has another secret').of(sent.id, 1),
    bounceAddresses('elsewhere.example', THROW_AWAY_SECRET).of(sent.id, 1),
    `postmaster@${DOMAIN}`,
    'clara@demo.test',
  ]
  for (const address of forged)
    await expect(report(address, { action: 'failed' })).rejects.toMatchObject({ responseCode: 550 })
  expect((await mail(sent.id)).state).toBe('TAKEN')
})

test('an old report changes nothing: two weeks after the mail was taken', async () => {
  const { sent, to } = await taken()
  await world.move(14 * 24 * HOUR + 1000)
  await report(to, { action: 'failed' })
  expect((await mail(sent.id)).state).toBe('TAKEN')
})

test('a mail that bounced is sent anew to the present address; reports about the first sending say nothing more', async () => {
  const { sent, to, order } = await taken()
  await report(to, { action: 'failed' })
  const support = await world.as('support@demo.test')
  const contact = (
    await world.rows<{ recipient_id: string }>('select recipient_id from mails where id = $1', [sent.id])
  )[0]!
  await world.rows(`update contacts set email = 'right@demo.test' where id = $1`, [contact.recipient_id])
  const RESEND = 'mutation($id: ID!) { resendMail(id: $id) { state to canBeResent } }'
  expect(await support.ask('query($id: ID!) { mail(id: $id) { canBeResent } }', { id: sent.id })).toEqual({
    mail: { canBeResent: true },
  })
  expect(await support.ask(RESEND, { id: sent.id })).toMatchObject({
    resendMail: { to: 'right@demo.test', canBeResent: false },
  })
  await world.settled()
  expect(await mail(sent.id)).toMatchObject({ state: 'TAKEN', sending: 2, bounced_at: null })
  expect(server.received.findLast((got) => got.messageId === sent.message_id)?.recipients).toEqual([
    'right@demo.test',
  ])
  expect(await support.refused(RESEND, { id: sent.id })).toMatchObject({
    code: 'INVALID_TRANSITION',
    current: 'TAKEN',
  })
  await report(to, { action: 'failed' })
  expect((await mail(sent.id)).state).toBe('TAKEN')
  await report(senderOf(sent), { action: 'failed' })
  expect((await mail(sent.id)).state).toBe('BOUNCED')
  expect(await eventsOf(order, 'mail.resent')).toBe(1)
  expect(await tasksOf(order)).toHaveLength(2)
  await world.rows(`update contacts set email = $2 where id = $1`, [contact.recipient_id, sent.to_address])
})

test("a form's reminders go to the address that its request was sent anew to", async () => {
  const { sent, to, order } = await taken()
  await report(to, { action: 'failed' })
  const support = await world.as('support@demo.test')
  const { mail: bounced } = await support.ask('query($id: ID!) { mail(id: $id) { recipient { id } } }', {
    id: sent.id,
  })
  const correct = (email: string) =>
    support.ask('mutation($id: ID!, $e: String) { changeContact(id: $id, email: $e) { id } }', {
      id: bounced.recipient.id,
      e: email,
    })
  await correct('mended@demo.test')
  await support.ask('mutation($id: ID!) { resendMail(id: $id) { to } }', { id: sent.id })
  await world.settled()
  await world.move(7 * 24 * HOUR)
  await world.settled()
  const [reminder] = await mailsOf(order, 'onboarding-reminder')
  expect(reminder).toMatchObject({ to_address: 'mended@demo.test' })
  await correct(sent.to_address)
})

test('of mails that failed those are counted that somebody still has to see to: the list that the count opens', async () => {
  const support = await world.as('support@demo.test')
  const counted = async () => (await support.ask('{ queues { mailsFailed } }'))['queues'].mailsFailed
  const before = await counted()
  const { to, order } = await taken()
  await report(to, { action: 'failed' })
  expect(await counted()).toBe(before + 1)
  const admin = await world.as('admin@demo.test')
  const [task] = await world.rows<{ id: string }>(
    `select id from tasks where order_id = $1 and cause like 'mail:%'`,
    [order],
  )
  await admin.ask('mutation($id: ID!) { cancelTask(id: $id, reason: "They were called.") { id } }', task)
  expect(await counted()).toBe(before)
  const { mails } = await support.ask(
    '{ mails(first: 100, where: { needsSomebody: { eq: true } }) { totalCount { count } } }',
  )
  expect(mails.totalCount.count).toBe(before)
})

test('an invitation that comes back before its 24 hours are over was no promise kept; later it stays kept', async () => {
  const communicatedAt = async (order: string) =>
    (
      await world.rows<{ at: Date | null }>('select communicated_at as at from orders where id = $1', [order])
    )[0]!.at
  const early = await taken('communication-invitation')
  const late = await taken('communication-invitation')
  expect(await communicatedAt(early.order)).not.toBeNull()
  await report(early.to, { action: 'failed' })
  expect(await communicatedAt(early.order)).toBeNull()
  await world.move(24 * HOUR + 3000)
  expect(await eventsOf(early.order, 'order.communication-at-risk')).toBe(1)
  expect(await eventsOf(early.order, 'order.communication-broken')).toBe(1)
  await report(late.to, { action: 'failed' })
  expect(await communicatedAt(late.order)).not.toBeNull()
  expect(await eventsOf(late.order, 'order.communication-broken')).toBe(0)
})

test('an address refused at once counts as bounced in the same way', async () => {
  server.next = () => 'refuse recipient'
  const order = await aPaidOrder(world)
  server.next = () => 'take'
  const states = await world.rows<{ template: string; state: string }>(
    'select template, state from mails where order_id = $1 order by template',
    [order],
  )
  expect(states).toEqual(
    ['communication-invitation', 'onboarding-request', 'order-receipt'].map((template) => ({
      template,
      state: 'BOUNCED',
    })),
  )
  expect(await eventsOf(order, 'mail.bounced')).toBe(3)
  expect(await tasksOf(order)).toHaveLength(3)
})

test('the listener takes no more than a report: large mails, many recipients, relaying and signing in are refused', async () => {
  const { to } = await taken()
  await expect(
    bring(port, [to, to, to, to, to, to], deliveryReport({ action: 'failed' })),
  ).resolves.toBeUndefined()
  const said = await dialogue(port, [
    'EHLO far.example',
    `MAIL FROM:<> SIZE=99999999`,
    'AUTH PLAIN AGEAYg==',
    'MAIL FROM:<>',
    'RCPT TO:<somebody@elsewhere.example>',
    ...Array.from({ length: 6 }, () => `RCPT TO:<${to}>`),
  ])
  expect(said[2]).toMatch(/^552/)
  expect(said[3]).toMatch(/^5/)
  expect(said[5]).toMatch(/^550/)
})

/** Says one line after the other to a mail server; its answers, the greeting first. */
async function dialogue(to: number, lines: string[]): Promise<string[]> {
  const socket = createConnection({ host: '127.0.0.1', port: to })
  socket.setEncoding('utf8')
  const said: string[] = []
  const next = async () => {
    let text = ''
    while (!/^\d{3} .*\r\n$/m.test(text))
      text += await new Promise<string>((heard) => socket.once('data', (part) => heard(String(part))))
    said.push(text.split('\r\n').at(-2) ?? '')
  }
  await next()
  for (const line of lines) {
    socket.write(`${line}\r\n`)
    await next()
  }
  socket.destroy()
  return said
}
