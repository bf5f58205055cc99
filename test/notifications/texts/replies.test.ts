import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { tellOfReplyJob } from '../../../api/notifications/texts/tell-of-reply.task.js'
import { SUPPORT, take } from '../../support/appointments.js'
import { HOUR } from '../../support/world.js'
import { byDay, textsOf, textThem, withNumber } from './text-world.js'
import { openTwilioWorld, type TwilioWorld } from './twilio-world.js'

let of: TwilioWorld

beforeAll(async () => {
  of = await openTwilioWorld()
})
afterAll(() => of.close())
beforeEach(async () => {
  of.twilio.reports.copies = 1
  await byDay(of.world)
})

let numbers = 0
const aNumber = () => `+49151${String(6_000_000 + ++numbers)}`
const at = (phone: string) => of.twilio.messages().filter(({ to }) => to === phone)

/** Support texts a counterpart with this number. */
async function texted(phone: string) {
  const appointment = await withNumber(of.world, phone)
  await textThem(of.world, appointment)
  await of.quiet()
  return { appointment }
}

/** The tasks to read what the counterpart of an appointment has texted. */
const tasksToRead = (id: string) =>
  of.world.rows('select role from tasks where cause like $1', [`text-reply:${id}:%`])

/** Somebody else has an order in hand for as long as this takes. */
async function whileBusy(orderId: string, work: () => Promise<void>): Promise<void> {
  const client = await of.world.running.house.database.pool.connect()
  try {
    await client.query('begin')
    await client.query('select id from streams where id = $1 for no key update', [orderId])
    await work()
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('a number that answered STOP to us gets nothing more; START lets texts out again', async () => {
  const { world, twilio } = of
  const phone = aNumber()
  const { appointment } = await texted(phone)
  const stop = await twilio.text(world.address, phone, 'STOP')
  expect(stop).toMatchObject({ status: 200, body: expect.stringMatching(/<Response><\/Response>$/) })
  const support = await world.as(SUPPORT)
  const ask =
    'query($id: ID!) { appointment(id: $id) { counterpart { optedOut } textReplies { kind body } } }'
  expect((await support.ask(ask, { id: appointment.id })).appointment).toEqual({
    counterpart: { optedOut: true },
    textReplies: [{ kind: 'STOP', body: 'STOP' }],
  })
  const startsAt = new Date(Date.now() + 100 * 24 * HOUR).toISOString()
  await take(world, SUPPORT, 'confirm', { id: appointment.id, s: startsAt })
  await of.quiet()
  expect((await textsOf(world, appointment)).at(-1)).toMatchObject({
    template: 'appointment-confirmed',
    state: 'REFUSED_OPTED_OUT',
    cause: 'OPTED_OUT',
  })
  expect(at(phone)).toHaveLength(1)
  await twilio.text(world.address, phone, 'Start')
  await take(world, SUPPORT, 'reschedule', {
    id: appointment.id,
    s: new Date(Date.parse(startsAt) + HOUR).toISOString(),
    a: true,
  })
  await of.quiet()
  expect((await textsOf(world, appointment)).at(-1)).toMatchObject({
    template: 'appointment-changed',
    state: 'DELIVERED',
  })
})

test('STOP in German is told to us alone: we answer ourselves, in their language', async () => {
  const { world, twilio } = of
  const phone = aNumber()
  const appointment = await withNumber(world, phone, { counterpart: { locale: 'de' } })
  await textThem(world, appointment)
  await of.quiet()
  const { body } = await twilio.text(world.address, phone, 'Stopp!')
  expect(body).toContain(
    '<Message>Sie bekommen keine SMS von Waybill mehr. Mit START kommen sie wieder.</Message>',
  )
  await textThem(world, appointment).catch(() => undefined)
  await of.quiet()
  expect(at(phone)).toHaveLength(1)
})

test('an answer in words is kept once, and support has one task to read it', async () => {
  const { world, twilio } = of
  const phone = aNumber()
  const { appointment } = await texted(phone)
  twilio.reports.copies = 2
  await twilio.text(world.address, phone, 'Yes')
  await twilio.text(world.address, phone, 'Tuesday at ten <would> suit & thank you')
  const support = await world.as(SUPPORT)
  const { textReplies } = await support.ask(
    'query($a: [ID!]) { textReplies(where: { appointmentId: { in: $a } }, sort: { field: receivedAt, direction: ASC }) { nodes { kind body from } } }',
    { a: [appointment.id] },
  )
  expect(textReplies.nodes).toEqual([
    { kind: 'ANSWER', body: 'Yes', from: phone },
    { kind: 'ANSWER', body: 'Tuesday at ten <would> suit & thank you', from: phone },
  ])
  await world.settled()
  expect(await tasksToRead(appointment.id)).toEqual([{ role: 'SUPPORT' }])
  const told = await world.rows(`select 1 from events where stream_id = $1 and type = 'text.received'`, [
    appointment.orderId,
  ])
  expect(told).toHaveLength(2)
})

test('what somebody texts is kept while their order is busy, and the order hears of it afterwards, once', async () => {
  const { world, twilio } = of
  const { house } = world.running
  const phone = aNumber()
  const { appointment } = await texted(phone)
  twilio.reports.copies = 2
  await whileBusy(appointment.orderId, async () => {
    expect(await twilio.text(world.address, phone, 'Call me at noon')).toMatchObject({ status: 200 })
    expect(await twilio.text(world.address, phone, 'STOP')).toMatchObject({ status: 200 })
    const { appointment: seen } = await (
      await world.as(SUPPORT)
    ).ask('query($id: ID!) { appointment(id: $id) { counterpart { optedOut } } }', { id: appointment.id })
    expect(seen.counterpart.optedOut).toBe(true)
  })
  const kept = await world.rows<{ id: string; kind: string }>(
    'select id, kind from text_replies where from_number = $1 order by received_at, id',
    [phone],
  )
  expect(kept.map(({ kind }) => kind)).toEqual(['ANSWER', 'STOP'])
  for (const { id } of [...kept, ...kept])
    await tellOfReplyJob.run(house, { replyId: id }, undefined as never)
  await world.settled()
  const told = await world.rows<{ kind: string }>(
    `select data->>'kind' as kind from events where stream_id = $1 and type = 'text.received' order by sequence`,
    [appointment.orderId],
  )
  expect(told.map(({ kind }) => kind).toSorted()).toEqual(['ANSWER', 'STOP'])
  expect(await tasksToRead(appointment.id)).toEqual([{ role: 'SUPPORT' }])
})

test('who had said STOP and says YES wants texts again; somebody unknown is nobody’s business', async () => {
  const { world, twilio } = of
  const phone = aNumber()
  const { appointment } = await texted(phone)
  await twilio.text(world.address, phone, 'stop')
  await twilio.text(world.address, phone, 'yes')
  const kinds = await world.rows<{ kind: string }>(
    'select kind from text_replies where from_number = $1 order by received_at, id',
    [phone],
  )
  expect(kinds.map(({ kind }) => kind)).toEqual(['STOP', 'START'])
  await textThem(world, appointment)
  await of.quiet()
  expect(at(phone)).toHaveLength(2)
  expect(await twilio.text(world.address, '+491599999999', 'Who is this?')).toMatchObject({ status: 200 })
})
