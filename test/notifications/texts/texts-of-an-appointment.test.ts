import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { ADMIN, BUYER, moveTo, PAULA, SUPPORT, take } from '../../support/appointments.js'
import { HOUR, openWorld, type World } from '../../support/world.js'
import {
  byDay,
  deliveriesOf,
  textsAtRest,
  textsOf,
  textThem,
  untilHour,
  withNumber,
  ZONE,
} from './text-world.js'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => byDay(world))

let numbers = 0
const aNumber = () => `+49151${String(2_000_000 + ++numbers)}`
const kinds = async (appointment: { id: string }) =>
  (await textsOf(world, appointment as never)).map(({ template, state }) => `${template} ${state}`)

test('an attempt by text goes out to the counterpart’s number, with a link of its own, and its fate is known', async () => {
  const appointment = await withNumber(world, aNumber())
  await textThem(world, appointment)
  const [text] = await textsOf(world, appointment)
  expect(text).toMatchObject({
    template: 'appointment-request',
    state: 'DELIVERED',
    cause: null,
    attempts: 1,
  })
  expect(text!.body).toContain('Hello Paula Seller, this is Waybill for Northwind Agency')
  expect(await deliveriesOf(world, appointment)).toEqual(['DELIVERED'])
  const { text: seen } = await (
    await world.as(ADMIN)
  ).ask('query($id: ID!) { text(id: $id) { body to } }', { id: text!.id })
  const token = /#token=([\w-]{43})/.exec(seen.body)?.[1]
  const { redeemAppointmentLink } = await world
    .caller()
    .ask('mutation($t: String!) { redeemAppointmentLink(token: $t) { token } }', { t: token })
  expect(redeemAppointmentLink.token).toHaveLength(43)
  const hidden = await (
    await world.as(SUPPORT)
  ).ask('query($id: ID!) { text(id: $id) { body } }', { id: text!.id })
  expect(hidden.text.body).toContain('#token=…hidden')
})

test('who is to meet a client’s person is told that the client asks, in texts and drafts as in mails', async () => {
  const client = 'Harbour Bakery'
  const [baker] = await world.rows<{ id: string }>(`select id from contacts where email = 'client@demo.test'`)
  const appointment = await withNumber(world, aNumber(), { client, attendeeContactId: baker!.id })
  await textThem(world, appointment)
  const [text] = await textsOf(world, appointment)
  expect(text!.body).toContain(`this is Waybill for ${client}`)
  const ask = 'query($id: ID!) { appointment(id: $id) { textDrafts { body } } }'
  const { appointment: seen } = await (await world.as(SUPPORT)).ask(ask, { id: appointment.id })
  for (const { body } of seen.textDrafts) expect(body).toContain(`for ${client}`)
})

describe('another counterpart: the former one', () => {
  const other = { name: 'Otto Other', phone: '+4930901899', timeZone: ZONE }
  const former = async (before: { email?: string | null; phone?: string }, now = other) => {
    const phone = before.phone ?? aNumber()
    const appointment = await withNumber(world, phone, { counterpart: { ...before, phone } })
    await take(world, SUPPORT, 'unconfirm', { id: appointment.id })
    await take(world, BUYER, 'change', { id: appointment.id, c: now })
    return { appointment, phone }
  }

  test('is told by text that they are asked no more, where they have no address', async () => {
    const { appointment, phone } = await former({ email: null })
    const told = await textsOf(world, appointment)
    expect(told.map(({ template, state, to_number }) => [template, state, to_number])).toEqual([
      ['appointment-unconfirmed', 'DELIVERED', phone],
      ['appointment-no-longer-asked', 'DELIVERED', phone],
    ])
    expect(told[1]!.body).toMatch(/no longer wanted. You need to do nothing/)
  })

  test('is told in their morning', async () => {
    const phone = aNumber()
    const appointment = await withNumber(world, phone, { counterpart: { email: null } })
    await take(world, SUPPORT, 'unconfirm', { id: appointment.id })
    await untilHour(world, 22)
    await take(world, BUYER, 'change', { id: appointment.id, c: other })
    expect(await kinds(appointment)).toContain('appointment-no-longer-asked WAITING_FOR_MORNING')
    await untilHour(world, 9)
    await textsAtRest(world)
    expect(await kinds(appointment)).toContain('appointment-no-longer-asked DELIVERED')
  })

  test('gets no text where a mail tells them, or their own number is asked on', async () => {
    const mailed = await former({})
    expect(await kinds(mailed.appointment)).toEqual(['appointment-unconfirmed DELIVERED'])
    const phone = aNumber()
    const same = await former({ email: null, phone }, { ...other, phone })
    expect(await kinds(same.appointment)).not.toContainEqual(expect.stringContaining('no-longer-asked'))
  })
})

test('what support wrote goes out as it was written', async () => {
  const appointment = await withNumber(world, aNumber())
  await textThem(world, appointment, 'We stood at your door at ten.')
  const [text] = await textsOf(world, appointment)
  expect(text!.body.startsWith('We stood at your door at ten.\n')).toBe(true)
})

test('a German counterpart is texted in German, and by their own clock', async () => {
  const appointment = await withNumber(world, aNumber(), { counterpart: { locale: 'de-AT' } })
  await textThem(world, appointment)
  expect((await textsOf(world, appointment))[0]!.body).toMatch(/^Guten Tag Paula Seller.*STOP.*$/s)
})

test('what could not be confirmed is told by text before the buyer is told that it was', async () => {
  const appointment = await withNumber(world, aNumber())
  await take(world, SUPPORT, 'unconfirm', { id: appointment.id })
  expect(await kinds(appointment)).toEqual(['appointment-unconfirmed DELIVERED'])
  const [told] = await world.rows<{ data: object }>(
    `select data from events where aggregate_id = $1 and type = 'appointment.unconfirmed-told'`,
    [appointment.id],
  )
  expect(told!.data).toEqual({ textSent: true })
})

test('the third attempt is a text: it is the one that goes out, and not another with it', async () => {
  const appointment = await withNumber(world, aNumber())
  const { id } = appointment
  await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'NO_ANSWER' })
  await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'BUSY' })
  await textThem(world, appointment)
  expect(await kinds(appointment)).toHaveLength(1)
  expect(await deliveriesOf(world, appointment)).toEqual(['DELIVERED'])
  const [told] = await world.rows<{ data: object }>(
    `select data from events where aggregate_id = $1 and type = 'appointment.unconfirmed-told'`,
    [id],
  )
  expect(told!.data).toEqual({ textSent: true })
})

test('the fifth attempt is a text: it still goes out, and its link can be followed', async () => {
  const appointment = await withNumber(world, aNumber())
  const { id } = appointment
  for (let call = 0; call < 4; call++)
    await take(world, SUPPORT, 'attempt', { id, kind: 'CALL', o: 'TALKED' })
  await textThem(world, appointment)
  const [{ status }] = (await world.rows<{ status: string }>(
    'select status from appointments where id = $1',
    [id],
  )) as [{ status: string }]
  expect(status).toBe('UNREACHABLE')
  expect(await kinds(appointment)).toEqual(['appointment-request DELIVERED'])
})

test('agreed, near, moved and called off: each is told by text, the reminders before it begins', async () => {
  const appointment = await withNumber(world, aNumber(), { at: 'CONFIRMED' })
  expect(await kinds(appointment)).toEqual(['appointment-confirmed DELIVERED'])
  const later = new Date(appointment.startsAt!.getTime() + 24 * HOUR).toISOString()
  await take(world, SUPPORT, 'reschedule', { id: appointment.id, s: later, a: true })
  await take(world, ADMIN, 'cancel', { id: appointment.id, r: 'The house was sold.', f: '0' })
  expect(await kinds(appointment)).toEqual([
    'appointment-confirmed DELIVERED',
    'appointment-changed DELIVERED',
    'appointment-cancelled DELIVERED',
  ])
})

test('who never heard of an appointment is not told of its end', async () => {
  const appointment = await withNumber(world, aNumber())
  await take(world, BUYER, 'cancel', { id: appointment.id, r: 'We found another way.' })
  expect(await kinds(appointment)).toEqual([])
})

test('of an appointment whose time is over nobody is texted that it was cancelled', async () => {
  const appointment = await withNumber(world, aNumber(), { at: 'NO_SHOW' })
  await byDay(world)
  const admin = await world.as(ADMIN)
  await admin.ask(
    'mutation($id: ID!) { cancelOrder(id: $id, idempotencyKey: "called off", reason: "No second try.", refund: "0") { status } }',
    { id: appointment.orderId },
  )
  await textsAtRest(world)
  expect(await kinds(appointment)).not.toContainEqual(expect.stringContaining('appointment-cancelled'))
})

test('a counterpart without a number is sent no text, and nothing waits for one', async () => {
  const appointment = await withNumber(world, null)
  await take(world, SUPPORT, 'unconfirm', { id: appointment.id })
  expect(await kinds(appointment)).toEqual([])
  const [told] = await world.rows<{ data: object }>(
    `select data from events where aggregate_id = $1 and type = 'appointment.unconfirmed-told'`,
    [appointment.id],
  )
  expect(told!.data).toEqual({ textSent: false })
})

test.each([
  ['+15005550001', 'FAILED', 'NO_SUCH_NUMBER', 'FAILED'],
  ['+15005550002', 'FAILED', 'REGION_NOT_ALLOWED', 'FAILED'],
  ['+15005550004', 'REFUSED_OPTED_OUT', 'OPTED_OUT', 'REFUSED_OPTED_OUT'],
  ['+15005550009', 'FAILED', 'CANNOT_TAKE_TEXTS', 'FAILED'],
  ['+15005550011', 'UNDELIVERED', 'OUT_OF_REACH', 'FAILED'],
  ['+15005550012', 'UNDELIVERED', 'BLOCKED', 'FAILED'],
  ['+15005550013', 'SENT', null, 'SENT'],
  ['+15005550014', 'DELIVERED', null, 'DELIVERED'],
  ['+15005550015', 'DELIVERED', null, 'DELIVERED'],
  ['+15005550016', 'DELIVERED', null, 'DELIVERED'],
  ['+15005550017', 'DELIVERED', null, 'DELIVERED'],
])('the sandbox’s number %s ends %s, %s', async (phone, state, cause, delivery) => {
  const appointment = await withNumber(world, phone)
  await textThem(world, appointment)
  await world.move(HOUR)
  await textsAtRest(world)
  const [text] = await textsOf(world, appointment)
  expect(text).toMatchObject({ state, cause })
  expect(await deliveriesOf(world, appointment)).toEqual([delivery])
  await world.rows('delete from text_opt_outs')
})

test('drafts are in the counterpart’s language, for support alone', async () => {
  const { id } = await withNumber(world, aNumber(), { counterpart: { locale: 'de' } })
  const ask =
    'query($id: ID!) { appointment(id: $id) { textDrafts { name body closing parts } texts { id } } }'
  const { appointment } = await (await world.as(SUPPORT)).ask(ask, { id })
  expect(appointment.textDrafts).toHaveLength(3)
  expect(appointment.textDrafts[1]).toMatchObject({ name: 'FIRST', parts: expect.any(Number) })
  expect(appointment.textDrafts[1].body).toContain(`Guten Tag ${PAULA.name}`)
  const { appointment: buyers } = await (await world.as(BUYER)).ask(ask, { id })
  expect(buyers).toEqual({ textDrafts: null, texts: null })
})

test('the outbox is read by state, number and appointment', async () => {
  const phone = aNumber()
  const appointment = await withNumber(world, phone)
  await textThem(world, appointment)
  const support = await world.as(SUPPORT)
  const { texts } = await support.ask(
    'query($n: [String!], $a: [ID!]) { texts(where: { to: { in: $n }, appointmentId: { in: $a }, state: { in: [DELIVERED] } }) { nodes { toName timeZone parts attempt { delivery } appointment { id } order { number } } } }',
    { n: [phone], a: [appointment.id] },
  )
  expect(texts.nodes).toEqual([
    {
      toName: 'Paula Seller',
      timeZone: ZONE,
      parts: expect.any(Number),
      attempt: { delivery: 'DELIVERED' },
      appointment: { id: appointment.id },
      order: { number: appointment.number },
    },
  ])
})

const tasksFor = async ({ orderId }: { orderId: string }) =>
  world.rows<{ role: string; status: string; instructions: string }>(
    `select role, status, instructions from tasks where order_id = $1 and cause like 'text:%'`,
    [orderId],
  )

test('who is known by a number alone and does not get our word of the time is told by support', async () => {
  const counterpart = { email: null }
  const told = await withNumber(world, '+15005550001', { at: 'CONFIRMED', counterpart })
  expect(await kinds(told)).toEqual(['appointment-confirmed FAILED'])
  expect(await tasksFor(told)).toMatchObject([{ role: 'SUPPORT', status: 'OPEN' }])
  expect((await tasksFor(told))[0]!.instructions).toContain('There is no such number.')
  const mailed = await withNumber(world, '+15005550001', { at: 'CONFIRMED' })
  expect(await kinds(mailed)).toEqual(['appointment-confirmed FAILED'])
  expect(await tasksFor(mailed)).toEqual([])
  const asked = await withNumber(world, '+15005550001', { counterpart })
  await textThem(world, asked)
  expect(await tasksFor(asked)).toEqual([])
})

test('who wants no texts is told of the time by support, and not called for a reminder', async () => {
  const phone = aNumber()
  await (
    await world.as(SUPPORT)
  ).ask('mutation($f: String!) { textFromPhone(from: $f, body: "STOP") { kind } }', { f: phone })
  const appointment = await withNumber(world, phone, { at: 'CONFIRMED', counterpart: { email: null } })
  expect(await tasksFor(appointment)).toHaveLength(1)
  await moveTo(world, appointment.startsAt!, -HOUR)
  await textsAtRest(world)
  expect(await kinds(appointment)).toEqual([
    'appointment-confirmed REFUSED_OPTED_OUT',
    'appointment-reminder REFUSED_OPTED_OUT',
    'appointment-reminder REFUSED_OPTED_OUT',
  ])
  expect(await tasksFor(appointment)).toHaveLength(1)
})
