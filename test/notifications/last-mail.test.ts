import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ADMIN, anOnboarding, BAKER } from '../onboarding/a-document.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const LAST =
  'query($id: ID!) { order(id: $id) { lastMail { template subject state to queuedAt takenAt recipient { name } } } }'
const lastMail = async (email: string, id: string) =>
  (await (await world.as(email)).ask(LAST, { id }))['order'].lastMail
const newest = async (id: string, condition = 'true') =>
  (
    await world.rows<{ template: string; to: string }>(
      `select template, to_address as "to" from mails where order_id = $1 and ${condition} order by queued_at desc, id desc limit 1`,
      [id],
    )
  )[0]

test('an order shows the last mail that its reader may know of: buyers theirs, beneficiaries theirs, staff any', async () => {
  const { orderId: id } = await anOnboarding(world)
  const buyers = await lastMail('agency@demo.test', id)
  expect(buyers).toMatchObject({ ...(await newest(id, `to_address = 'agency@demo.test'`)), state: 'TAKEN' })
  const bakers = await lastMail(BAKER, id)
  expect(bakers).toMatchObject({
    template: 'onboarding-request',
    to: BAKER,
    recipient: { name: expect.any(String) },
  })
  expect(await lastMail(ADMIN, id)).toMatchObject((await newest(id))!)
})

test('a beneficiary who got no mail about it is shown none', async () => {
  const id = await aPaidOrder(world, [{ service: 'Review monitor', client: 'Harbour Bakery' }])
  expect(await lastMail(BAKER, id)).toBeNull()
  expect(await lastMail('agency@demo.test', id)).toMatchObject({ to: 'agency@demo.test' })
})
