import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { type Caller, codeOf } from '../support/caller.js'
import { aCampaign, BUYER, CHANNEL, take } from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'
import { aFile, anApprovedVersion, APPROVE, aVersion, creativesNow, REJECT, UPLOAD } from './a-creative.js'

/** How often two click at once. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 20)
jest.setTimeout(120_000 + ROUNDS * 10_000)

let world: World
let buyer: Caller
let channel: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as(BUYER)
  channel = await world.as(CHANNEL)
})
afterAll(() => world?.close())

describe('races', () => {
  test('a creative replaced while the channel approves it: the order’s lock decides, and both agree', async () => {
    const { id } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    for (let round = 0; round < ROUNDS; round++) {
      const first = await aVersion(world, id)
      const f = await aFile(world)
      const [approved, sent] = await Promise.all([
        channel.raw(APPROVE, { id: first }),
        buyer.raw(UPLOAD, { id, key: 'copy', f }),
      ])
      expect(sent.errors).toBeUndefined()
      const { creatives, missingCreatives } = await creativesNow(world, id)
      expect(missingCreatives).toEqual(['The paragraph'])
      expect(creatives[0]).toMatchObject({ approved: false, newest: { status: 'UPLOADED' } })
      const code = approved.errors?.[0]?.extensions.code
      const { status } = creatives[0].versions.at(-2)
      expect([code, status]).toEqual(code ? ['NOT_NEWEST_REVISION', 'UPLOADED'] : [undefined, 'APPROVED'])
    }
  })

  test('a creative replaced while the channel marks it ready: never ready with an undecided one', async () => {
    const READY = 'mutation($id: ID!) { markCampaignReady(id: $id) { id } }'
    const { id } = await aCampaign(world, { at: 'ACCEPTED' })
    for (let round = 0; round < ROUNDS; round++) {
      await anApprovedVersion(world, id)
      const f = await aFile(world)
      const both = await Promise.all([channel.raw(READY, { id }), buyer.raw(UPLOAD, { id, key: 'copy', f })])
      const codes = both.map(codeOf)
      expect([
        ['done', 'INVALID_TRANSITION'],
        ['CREATIVES_MISSING', 'done'],
      ]).toContainEqual(codes)
      const now = await creativesNow(world, id)
      expect(now.status === 'READY').toBe(now.missingCreatives.length === 0)
      if (now.status === 'READY') await take(world, CHANNEL, 'reopen', { id, r: 'Once more.' })
    }
  })

  test('approved and rejected from two tabs: one of them, and the other is told', async () => {
    const { id } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
    for (let round = 0; round < ROUNDS; round++) {
      const version = await aVersion(world, id)
      const both = await Promise.all([
        channel.raw(APPROVE, { id: version }),
        channel.raw(REJECT, { id: version, r: 'No' }),
      ])
      const codes = both.map(codeOf)
      expect(codes.toSorted()).toEqual(['INVALID_TRANSITION', 'done'])
    }
  })
})

test('a campaign that is followed tells of its creatives as they come', async () => {
  const { id } = await aCampaign(world, { at: 'AWAITING_ACCEPTANCE' })
  const live = buyer.follow(
    'subscription($id: ID!) { campaignUpdated(id: $id) { missingCreatives creatives { newest { status } } } }',
    { id },
  )
  await live.until((seen) => seen.length === 1)
  await anApprovedVersion(world, id)
  await live.until((seen) => seen.at(-1)?.['campaignUpdated'].missingCreatives.length === 0)
  await live.stop()
  expect(live.seen.at(-1)!['campaignUpdated'].creatives[0]).toEqual({ newest: { status: 'APPROVED' } })
})
