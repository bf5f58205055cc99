import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ADMIN, BUYER, CHANNEL, FINANCE, SUPPORT } from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'
import { act, aDispute, WHY } from './a-dispute.js'

let world: World
const disputes: { id: string; campaign: { id: string; orderId: string } }[] = []
/** The statements of readings since the last look, but who calls and the relay. */
let read: string[] = []

beforeAll(async () => {
  world = await openWorld()
  for (let i = 0; i < 3; i++) disputes.push(await aDispute(world))
  await act(world, CHANNEL, 'respond', { id: disputes[1]!.id, s: 'It ran.' })
  await act(world, FINANCE, 'resolve', { id: disputes[2]!.id, c: 'SPLIT', f: '100', ...WHY })
  const { pool } = world.running.house.database
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown
  pool.query = ((...args: unknown[]) => {
    const [first] = args as [string | { text: string }]
    const text = typeof first === 'string' ? first : first.text
    if (!/auth\.session|pending_positions/.test(text)) read.push(text)
    return query(...args)
  }) as typeof pool.query
})
afterAll(() => world?.close())

const LIST = `query($w: DisputeWhere, $s: [DisputeSort!]) { disputes(where: $w, sort: $s) {
  totalCount { count } nodes { id status overdue held { amount } refund { amount } released { amount } order { number } campaign { status dispute { id } }
    statements { kind text givenBy } evidence { sha256 file { name downloadUrl } } availableActions { name allowed refusal } } } }`
const ids = (...indexes: number[]) => indexes.map((index) => disputes[index]!.id)
const list = async (who: string, where: object = {}, sort?: object[]) => {
  const { disputes: page } = await (await world.as(who)).ask(LIST, { w: where, s: sort })
  return page as { totalCount: { count: number }; nodes: { id: string }[] }
}

describe('the disputes', () => {
  test.each([ADMIN, FINANCE, BUYER, CHANNEL])(
    'are listed whole in one statement for %s, the newest first',
    async (who) => {
      await list(who)
      await world.settled()
      read = []
      const page = await list(who)
      expect(read).toHaveLength(1)
      expect(page.nodes.map(({ id }) => id)).toEqual(ids(2, 1, 0))
      expect(page.totalCount.count).toBe(3)
    },
  )

  test('name amounts to both sides and to those of staff who deal with money, and to nobody else', async () => {
    const amounts = async (who: string) => {
      const page = await list(who, { id: { in: ids(2) } })
      const [{ held, refund, released }] = page.nodes as unknown as [
        Record<string, { amount: string } | null>,
      ]
      return [held, refund, released].map((money) => money?.amount ?? null)
    }
    for (const who of [BUYER, CHANNEL, ADMIN, FINANCE])
      expect([who, await amounts(who)]).toEqual([who, ['49900', '100', '49800']])
    expect(await amounts(SUPPORT)).toEqual([null, null, null])
  })

  test('are found by state, campaign, order and reason, and sorted by when they fall back', async () => {
    const found = async (where: object) => (await list(ADMIN, where)).nodes.map(({ id }) => id)
    const [first, , third] = disputes
    expect(await found({ status: { in: ['UNDER_REVIEW'] } })).toEqual(ids(1))
    expect(await found({ not: { status: { in: ['RESOLVED'] } } })).toEqual(ids(1, 0))
    expect(await found({ campaignId: { in: [first!.campaign.id] } })).toEqual(ids(0))
    expect(await found({ orderId: { in: [third!.campaign.orderId] } })).toEqual(ids(2))
    expect(await found({ reason: { in: ['WRONG_DATES'] } })).toEqual([])
    const sorted = await list(ADMIN, {}, [{ field: 'fallbackAt', direction: 'ASC' }])
    expect(sorted.nodes.map(({ id }) => id)).toEqual(ids(0, 1, 2))
  })

  test('say how often they come in one statement, too', async () => {
    const admin = await world.as(ADMIN)
    await world.settled()
    read = []
    const { disputeRates } = await admin.ask(
      '{ disputeRates { overAll { completed disputed disputeShare } channels { disputed } } }',
    )
    expect(read).toHaveLength(1)
    expect(disputeRates).toEqual({
      overAll: { completed: 3, disputed: 3, disputeShare: 1 },
      channels: [{ disputed: 3 }],
    })
  })

  test('stand on the feed of their order for both sides, with no word of what was said', async () => {
    const { campaign } = disputes[2]!
    for (const who of [BUYER, CHANNEL]) {
      const { order } = await (
        await world.as(who)
      ).ask(
        'query($id: ID!) { order(id: $id) { activity(where: { type: { in: ["dispute"] } }) { nodes { __typename what ... on DisputeEntry { disputeId } } } } }',
        { id: campaign.orderId },
      )
      expect(order.activity.nodes).toEqual(
        ['dispute.resolved', 'dispute.opened'].map((what) => ({
          __typename: 'DisputeEntry',
          what,
          disputeId: disputes[2]!.id,
        })),
      )
    }
  })
})
