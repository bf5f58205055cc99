import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { demoAccounts } from '../../api/accounts/demo-accounts.js'
import { demoCampaigns } from '../../api/app/demo-campaigns.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

test('the demo world has campaigns at several stages, made once', async () => {
  const { house } = world.running
  const people = await demoAccounts(house)
  await demoCampaigns(house, people)
  await demoCampaigns(house, people)
  await world.settled()
  const found = await world.rows<{ status: string }>('select status from campaigns order by id')
  expect(found.map(({ status }) => status)).toEqual([
    'AWAITING_ACCEPTANCE',
    'AWAITING_ACCEPTANCE',
    'ACCEPTED',
  ])
})
