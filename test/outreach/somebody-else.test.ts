import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { anAppointment, BUYER, nowIn, refusal, SUPPORT, take } from '../support/appointments.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { carried, deadlinesOf, eventsOf, seenAppointment, tasksOf } from './read-appointment.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const seen = (id: string, who = SUPPORT) => seenAppointment(world, who, { id })

describe('naming somebody else', () => {
  const ROBIN = { name: 'Robin Manager', email: null, phone: '+44 20 7946 0999', timeZone: 'Europe/London' }

  test('begins outreach anew with them, by the buyer, after nobody was reached', async () => {
    const { id, orderId } = await anAppointment(world, { at: 'UNREACHABLE' })
    const before = await seen(id, BUYER)
    await take(world, BUYER, 'change', { id, c: ROBIN })
    const now = await seen(id, BUYER)
    expect(now).toMatchObject({
      status: 'OUTREACH',
      attemptsMade: 0,
      counterpart: { name: 'Robin Manager', email: null, phone: '+442079460999' },
      order: { stage: 'OUTREACH' },
    })
    expect(await carried(world, orderId, 'appointment.counterpart-changed')).toEqual({
      before: before.counterpart.id,
      counterpartId: now.counterpart.id,
    })
    expect(await deadlinesOf(world, id)).toEqual(['give-up'])
    expect((await tasksOf(world, orderId)).map(({ status }) => status)).toEqual(['CANCELLED', 'OPEN'])
    expect(Date.parse(now.giveUpAt) - (await nowIn(world)).getTime()).toBeGreaterThan(71 * HOUR)
  })

  test('leaves nothing of where the one before was to be met', async () => {
    const { id, startsAt } = await anAppointment(world, { at: 'CONFIRMED' })
    await world.rows(`update appointments set place = 'Paula’s flat, 5 Elm Street' where id = $1`, [id])
    const later = new Date(startsAt!.getTime() + 7 * 24 * HOUR).toISOString()
    await take(world, BUYER, 'reschedule', { id, s: later })
    await take(world, SUPPORT, 'unconfirm', { id })
    expect(await seen(id)).toMatchObject({ place: 'Paula’s flat, 5 Elm Street' })
    await take(world, BUYER, 'change', { id, c: ROBIN })
    expect(await seen(id)).toMatchObject({ status: 'OUTREACH', place: null })
  })

  test('while it is followed up gives the whole time again', async () => {
    const { id } = await anAppointment(world, { at: 'FOLLOW_UP' })
    await world.move(60 * HOUR)
    await take(world, SUPPORT, 'change', { id, c: ROBIN })
    await world.move(60 * HOUR)
    expect(await seen(id)).toMatchObject({ status: 'OUTREACH' })
    await world.move(12 * HOUR + 3000)
    expect(await seen(id)).toMatchObject({ status: 'UNREACHABLE' })
  })

  test('who cannot be reached at all, or not as it is written, names the field', async () => {
    const { id } = await anAppointment(world, { at: 'UNREACHABLE' })
    for (const [wrong, path] of [
      [{ phone: null }, 'counterpart.email'],
      [{ phone: '0301234567' }, 'counterpart.phone'],
      [{ email: 'nowhere' }, 'counterpart.email'],
      [{ timeZone: 'Mars/Olympus' }, 'counterpart.timeZone'],
      [{ timeZone: '+01:00' }, 'counterpart.timeZone'],
      [{ locale: 'klingon!' }, 'counterpart.locale'],
      [{ name: ' ' }, 'counterpart.name'],
    ] as const)
      expect(await refusal(world, BUYER, 'change', { id, c: { ...ROBIN, ...wrong } })).toMatchObject({
        code: 'VALIDATION',
        fields: [{ path }],
      })
    expect(await refusal(world, BUYER, 'start', { id })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await eventsOf(world, (await seen(id)).order.id)).not.toContain('appointment.counterpart-changed')
  })
})
