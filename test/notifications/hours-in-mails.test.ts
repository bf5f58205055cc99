import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { anAppointment, BUYER } from '../support/appointments.js'
import { openWorld, type World } from '../support/world.js'
import { textOf } from './campaign-mails.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

test('where we answer at some hours alone, the mails say which', async () => {
  const admin = await world.as('admin@demo.test')
  const { addCalendar } = await admin.ask(
    'mutation { addCalendar(name: "Mondays", timeZone: "Europe/Berlin", intervals: [{ weekday: MONDAY, from: "09:00", until: "12:30" }]) { id } }',
  )
  await admin.ask('mutation($id: ID) { useCalendar(id: $id) { id } }', { id: addCalendar.id })
  const { orderId } = await anAppointment(world, { at: 'OUTREACH' })
  await world.settled()
  expect(await textOf(world, orderId, 'outreach-started', BUYER)).toContain(
    'within 10 to 20 minutes of our hours, Mon 09:00–12:30 (Europe/Berlin)',
  )
})
