import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ADMIN, aCampaign, BUYER, CHANNEL, take } from '../support/campaigns.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import { act, aDispute } from './a-dispute.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await take(world, CHANNEL, 'decline', {
    id: (await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })).id,
    r: 'No space left.',
  })
  await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  await world.move(48 * HOUR + 3000)
  await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  await aCampaign(world, { at: 'READY' })
  await aCampaign(world, { at: 'COMPLETION_CLAIMED' })
  const { id } = await aDispute(world)
  await act(world, BUYER, 'withdraw', { id })
})
afterAll(() => world?.close())

const RATE =
  '{ channelId channelName accepted declined expired completed disputed acceptanceShare disputeShare }'
const rates = async (who: string, since?: string) =>
  (
    await (
      await world.as(who)
    ).ask(`query($s: DateTime) { disputeRates(since: $s) { overAll ${RATE} channels ${RATE} } }`, {
      s: since,
    })
  )['disputeRates']

const COUNTED = {
  accepted: 3,
  declined: 1,
  expired: 1,
  completed: 2,
  disputed: 1,
  acceptanceShare: 0.6,
  disputeShare: 0.5,
}

describe('how often campaigns are accepted and disputed', () => {
  test('is counted over all and by channel; what waits for its answer counts for nothing, a withdrawn dispute does', async () => {
    const { overAll, channels } = await rates(ADMIN)
    expect(overAll).toEqual({ channelId: null, channelName: null, ...COUNTED })
    expect(channels).toEqual([
      { channelId: expect.stringMatching(/^org_/), channelName: 'Signal Street Media', ...COUNTED },
    ])
  })

  test('of a channel is for the team and its own members; over all it is for everybody who is signed in', async () => {
    expect((await rates(CHANNEL)).channels).toHaveLength(1)
    for (const who of [BUYER, 'client@demo.test']) {
      const seen = await rates(who)
      expect(seen.channels).toEqual([])
      expect(seen.overAll).toMatchObject(COUNTED)
    }
    expect(await world.caller().refused(`{ disputeRates { overAll ${RATE} } }`)).toMatchObject({
      code: 'NOT_SIGNED_IN',
    })
  })

  test('is asked of a time, too, and is nothing where there is nothing', async () => {
    const none = { accepted: 0, declined: 0, expired: 0, completed: 0, disputed: 0 }
    const later = await rates(ADMIN, '2999-01-01T00:00:00Z')
    expect(later).toEqual({
      overAll: { channelId: null, channelName: null, ...none, acceptanceShare: null, disputeShare: null },
      channels: [],
    })
  })
})
