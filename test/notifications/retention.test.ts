import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { system } from '../../api/lib/viewer.js'
import { eraseMailsOf, eraseOldMailBodies } from '../../api/notifications/retention.js'
import { transaction } from '../../api/platform/transaction.js'
import { aPaidOrder } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'

const DAY = 24 * HOUR
let world: World
let order: string

beforeAll(async () => {
  world = await openWorld()
  order = await aPaidOrder(world)
})
afterAll(() => world.close())

interface Kept {
  readonly id: string
  readonly html: string | null
  readonly text: string | null
  readonly subject: string
  readonly to_address: string
  readonly recipient_name: string
  readonly recipient_id: string
  readonly state: string
  readonly taken_at: Date | null
}
const mails = () => world.rows<Kept>('select * from mails where order_id = $1 order by id', [order])

test('what mails said goes after 90 days; that they were sent stays, and staff are told why there is nothing', async () => {
  const before = await mails()
  expect(before.length).toBeGreaterThanOrEqual(3)
  await world.rows(
    `update mails set queued_at = queued_at - interval '90 days' + interval '1 hour' where order_id = $1`,
    [order],
  )
  expect(await eraseOldMailBodies(world.running.house)).toBe(0)
  await world.rows(`update mails set queued_at = queued_at - interval '1 hour' where order_id = $1`, [order])
  expect(await eraseOldMailBodies(world.running.house)).toBe(before.length)
  for (const mail of await mails())
    expect(mail).toMatchObject({ html: null, text: null, state: 'TAKEN', taken_at: expect.any(Date) })
  const admin = await world.as('admin@demo.test')
  const { mail } = await admin.ask('query($id: ID!) { mail(id: $id) { subject html text state } }', {
    id: before[0]!.id,
  })
  expect(mail).toEqual({ subject: before[0]!.subject, html: null, text: null, state: 'TAKEN' })
  expect(await eraseOldMailBodies(world.running.house)).toBe(0)
})

test('the clock reaches it, too: a sandbox that is moved 90 days on keeps no bodies', async () => {
  const fresh = await aPaidOrder(world)
  await world.move(91 * DAY)
  expect(await eraseOldMailBodies(world.running.house)).toBeGreaterThanOrEqual(3)
  expect(
    await world.rows(
      "select id from mails where order_id = $1 and html is not null and queued_at < app_now() - interval '90 days'",
      [fresh],
    ),
  ).toEqual([])
})

test('a mail that waits is not erased by its age; nor can one be sent anew whose text is gone', async () => {
  const [mail] = await mails()
  await world.rows(
    `update mails set state = 'BOUNCED', bounced_at = app_now(), taken_at = null where id = $1`,
    [mail!.id],
  )
  const admin = await world.as('admin@demo.test')
  expect(await admin.ask('query($id: ID!) { mail(id: $id) { canBeResent } }', { id: mail!.id })).toEqual({
    mail: { canBeResent: false },
  })
  expect(
    await admin.refused('mutation($id: ID!) { resendMail(id: $id) { id } }', { id: mail!.id }),
  ).toMatchObject({
    code: 'VALIDATION',
    fields: [{ path: 'id' }],
  })
})

test('a person who is erased leaves the outbox: no name, no address, no words, no choices; the rows stay', async () => {
  const [mail] = await mails()
  const { house } = world.running
  const { recipient_id: id } = mail!
  await transaction(house, system('test'), (tx) => eraseMailsOf(tx, [id]))
  const theirs = await world.rows<Kept>('select * from mails where recipient_id = $1', [id])
  expect(theirs.length).toBeGreaterThan(0)
  for (const row of theirs)
    expect(row).toMatchObject({ html: null, text: null, subject: '', to_address: '', recipient_name: '' })
  expect(await world.rows('select 1 from mail_preferences where recipient_id = $1', [id])).toEqual([])
})
