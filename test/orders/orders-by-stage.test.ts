import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { AGENCY, ADMIN } from '../onboarding/a-document.js'
import { aPaidOrder, placeOrders } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

const STAGES = '{ ordersByStage { stage count } }'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world?.close()
})

const counted = async () => {
  const { ordersByStage } = await (await world.as(ADMIN)).ask(STAGES)
  return new Map((ordersByStage as { stage: string; count: number }[]).map((one) => [one.stage, one.count]))
}

test('an admin sees how many orders are at each stage, and none of those that have ended', async () => {
  const before = await counted()
  const agency = await world.as(AGENCY)
  await placeOrders(agency, [{ service: 'Review monitor', client: 'Harbour Bakery' }])
  await aPaidOrder(world)
  await world.settled()
  const after = await counted()
  expect(after.get('AWAITING_PAYMENT')).toBe(before.get('AWAITING_PAYMENT')! + 1)
  expect(after.get('AWAITING_ONBOARDING')).toBe(before.get('AWAITING_ONBOARDING')! + 1)
  expect(after.has('CLOSED')).toBe(false)
  const stored = await world.rows<{ stage: string; n: number }>(
    `select stage, count(*)::int as n from orders where stage <> 'CLOSED' group by stage`,
  )
  for (const { stage, n } of stored) expect([stage, after.get(stage)]).toEqual([stage, n])
})

test.each([AGENCY, 'fulfilment@demo.test'])('it is not for %s', async (email) => {
  await expect((await world.as(email)).ask(STAGES)).rejects.toThrow(/FORBIDDEN|not theirs/)
})
