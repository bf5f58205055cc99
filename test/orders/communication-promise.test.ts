import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ADMIN } from '../onboarding/a-document.js'
import { type MailServer, startMailServer } from '../notifications/mail-server.js'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import * as delivery from './a-delivery.js'

const { BUYER, CANCEL, HOLD, orderNow, RESUME, SORRY } = delivery

let world: World
let server: MailServer
let admin: Caller

beforeAll(async () => {
  server = await startMailServer()
  world = await openWorld({ SMTP_URL: server.url })
  admin = await world.as(ADMIN)
})
afterAll(async () => {
  await world?.close()
  await server.stop()
})

/** A paid order while the mail server is gone. */
async function anOrder(): Promise<string> {
  await server.stop()
  return aPaidOrder(world)
}

const promiseLog = async (id: string) =>
  (await delivery.orderLog(world, id))
    .filter((type) => type.startsWith('order.communication-'))
    .map((type) => type.replace('order.communication-', ''))
const promiseTasks = (id: string) =>
  world.rows<{ role: string; status: string; cause: string }>(
    `select role, status, split_part(cause, ':', 1) as cause from tasks where order_id = $1 and cause like 'communication-%' order by id`,
    [id],
  )
const promiseDeadlines = async (id: string) =>
  (await delivery.deadlinesOf(world, id)).filter((d) => d.kind.startsWith('communication-'))

/** The mail server is back, and what waited is handed over. */
async function recovered(): Promise<void> {
  server = await startMailServer(Number(new URL(server.url).port))
  await world.move(HOUR)
  await world.settled()
}

test('a mail server that takes the invitation keeps the promise; nobody is warned', async () => {
  const id = await aPaidOrder(world)
  expect(await promiseLog(id)).toEqual(['invited', 'kept'])
  expect(await promiseDeadlines(id)).toEqual([])
  await world.move(25 * HOUR)
  expect(await promiseTasks(id)).toEqual([])
})

test('one that is gone warns support after 20 hours, and after 24 the promise is broken; each is said once', async () => {
  const id = await anOrder()
  const { communicationBy } = await orderNow(admin, id)
  expect(await promiseDeadlines(id)).toEqual([
    { kind: 'communication-at-risk', due: new Date(Date.parse(communicationBy) - 4 * HOUR), held: false },
    { kind: 'communication-broken', due: new Date(communicationBy), held: false },
  ])
  await world.move(19.9 * HOUR)
  expect(await promiseLog(id)).toEqual(['invited'])
  await world.move(0.2 * HOUR)
  expect(await promiseLog(id)).toEqual(['invited', 'at-risk'])
  expect(await promiseTasks(id)).toEqual([
    { role: 'SUPPORT', status: 'OPEN', cause: 'communication-at-risk' },
  ])
  expect((await orderNow(admin, id)).overdue).toBe(false)
  // Held and resumed after the warning, nobody is warned again.
  await admin.ask(HOLD, { id, r: 'Wait.' })
  await admin.ask(RESUME, { id })
  expect((await promiseDeadlines(id)).map((d) => d.kind)).toEqual(['communication-broken'])
  await world.move(4 * HOUR)
  expect(await promiseLog(id)).toEqual(['invited', 'at-risk', 'broken'])
  expect((await promiseTasks(id)).map((task) => task.cause)).toEqual([
    'communication-at-risk',
    'communication-broken',
  ])
  const told = await world.rows<{ template: string; to: string }>(
    `select template, to_address as "to" from mails where order_id = $1 and template like 'promise-%' and to_address = 'support@demo.test' order by template`,
    [id],
  )
  expect(told.map((mail) => mail.template)).toEqual(['promise-at-risk', 'promise-broken'])
  await recovered()
  expect(await promiseLog(id)).toEqual(['invited', 'at-risk', 'broken', 'kept'])
  expect((await promiseTasks(id)).map((task) => task.status)).toEqual(['CANCELLED', 'CANCELLED'])
})

test('the buyer hears nothing of it on the feed', async () => {
  const id = await anOrder()
  await world.move(21 * HOUR)
  const FEED = 'query($id: ID!) { order(id: $id) { activity(first: 100) { nodes { what } } } }'
  const read = async (email: string) => JSON.stringify(await (await world.as(email)).ask(FEED, { id }))
  expect(await read(ADMIN)).toContain('order.communication-at-risk')
  expect(await read(BUYER)).not.toContain('at-risk')
  await recovered()
})

test('the promise stands still while the order is held, and has what it had left after that', async () => {
  const id = await anOrder()
  const before = Date.parse((await orderNow(admin, id)).communicationBy)
  await world.move(HOUR)
  await admin.ask(HOLD, { id, r: 'Wait.' })
  expect(await promiseDeadlines(id)).toEqual([])
  await world.move(24 * HOUR)
  expect(await promiseLog(id)).toEqual(['invited'])
  await admin.ask(RESUME, { id })
  const by = Date.parse((await orderNow(admin, id)).communicationBy)
  expect(Math.abs(by - before - 24 * HOUR)).toBeLessThan(HOUR / 60)
  expect(await promiseDeadlines(id)).toEqual([
    { kind: 'communication-at-risk', due: new Date(by - 4 * HOUR), held: false },
    { kind: 'communication-broken', due: new Date(by), held: false },
  ])
  await recovered()
  expect(await promiseLog(id)).toEqual(['invited', 'kept'])
})

test('an invitation that goes out while the order is held has kept the promise', async () => {
  const id = await anOrder()
  await admin.ask(HOLD, { id, r: 'Wait.' })
  await recovered()
  await admin.ask(RESUME, { id })
  expect(await promiseLog(id)).toEqual(['invited', 'kept'])
  expect(await promiseDeadlines(id)).toEqual([])
})

test('a cancelled order promises nothing any more', async () => {
  const id = await anOrder()
  await (await world.as(BUYER)).ask(CANCEL, { id, r: SORRY, k: id })
  expect(await promiseDeadlines(id)).toEqual([])
  await recovered()
})
