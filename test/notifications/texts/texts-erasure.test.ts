import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ADMIN, SUPPORT, take } from '../../support/appointments.js'
import { HOUR, openWorld, type World } from '../../support/world.js'
import { eraseOldTextBodies } from '../../../api/notifications/texts/text-retention.js'
import { byDay, textsOf, textThem, withNumber } from './text-world.js'

let world: World

beforeAll(async () => {
  world = await openWorld()
  await byDay(world)
})
afterAll(() => world.close())

const PHONE = '+491515000001'
const back = async (body: string) =>
  (await world.as(SUPPORT)).ask(
    'mutation($f: String!, $b: String!) { textFromPhone(from: $f, body: $b) { kind } }',
    {
      f: PHONE,
      b: body,
    },
  )

test('a person who is erased is nowhere in the texts, and gets none under their number all the same', async () => {
  const admin = await world.as(ADMIN)
  const [known] = await world.rows<{ id: string; email: string }>(
    `select id, email from contacts where email = 'client@demo.test'`,
  )
  const counterpart = { name: 'Clara Hughes', email: known!.email }
  const appointment = await withNumber(world, PHONE, { counterpart })
  await textThem(world, appointment, 'Clara Hughes, please call us back.')
  await back('This is Clara Hughes: Tuesday is fine')
  await back('STOP')
  await take(world, ADMIN, 'cancel', { id: appointment.id, r: 'Not wanted any more.', f: null })
  await admin.ask(
    'mutation($id: ID!) { erasePerson(id: $id, reason: "Asked for it by letter") { counts { what count } } }',
    {
      id: known!.id,
    },
  )
  const traces = await world.rows<{ row: string }>(
    `select row_to_json(t)::text as row from texts t where appointment_id = $1 union all select row_to_json(r)::text from text_replies r where appointment_id = $1`,
    [appointment.id],
  )
  expect(traces.length).toBeGreaterThanOrEqual(3)
  for (const { row } of traces) expect(row).not.toMatch(/Clara|Hughes|1515000001/)
  const again = await withNumber(world, PHONE)
  await take(world, SUPPORT, 'unconfirm', { id: again.id })
  expect(await textsOf(world, again)).toEqual([])
})

test('what texts said goes after 90 days; that there were such texts stays', async () => {
  const appointment = await withNumber(world, '+491515000002')
  await textThem(world, appointment)
  await back('Tuesday is fine')
  await world.rows(`update texts set queued_at = queued_at - interval '91 days'`)
  await world.rows(`update text_replies set received_at = received_at - interval '80 days'`)
  await world.move(24 * HOUR)
  expect(await eraseOldTextBodies(world.running.house)).toBeGreaterThan(0)
  expect((await textsOf(world, appointment))[0]).toMatchObject({
    body: null,
    state: 'DELIVERED',
    sealed_token: null,
  })
  const [reply] = await world.rows<{ body: string }>(
    `select body from text_replies order by received_at desc limit 1`,
  )
  expect(reply!.body).toBe('Tuesday is fine')
})
