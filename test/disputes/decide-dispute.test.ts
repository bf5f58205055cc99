import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { moneyOf } from '../orders/a-delivery.js'
import { type ACampaign, ADMIN, BUYER, CHANNEL, FINANCE, SUPPORT } from '../support/campaigns.js'
import { openWorld, type World } from '../support/world.js'
import { act, aDispute, clocksOf, disputeLog, DISPUTE_VERBS, refusedTo, WHY } from './a-dispute.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const FEE_BPS = 1000n
/** What is in the books of an order once `refund` of its price went back and the rest to the channel. */
const settled = (price: bigint, refund: bigint) => {
  const fees = Number(((price - refund) * FEE_BPS) / 10_000n)
  return {
    held: '0',
    due: '0',
    closed: true,
    // What is left with us is our fee; all other money has left by the provider.
    accounts: fees ? { fees, provider: -fees } : {},
  }
}
const campaignOf = async ({ id, orderId }: ACampaign) => {
  const [row] = await world.rows<{ status: string; outcome: string; order: string; stage: string }>(
    'select c.status, c.outcome, o.status as "order", o.stage from campaigns c join orders o on o.id = c.order_id where c.id = $1 and o.id = $2',
    [id, orderId],
  )
  return row
}
const operations = (orderId: string) =>
  world.rows<{ purpose: string; state: string; amount: string }>(
    `select purpose, state, amount::text from operations where order_id = $1 and purpose in ('REFUND', 'RELEASE') order by purpose`,
    [orderId],
  )

describe('a dispute is decided', () => {
  test('for the channel: all of it is released, less our fee', async () => {
    const { id, campaign } = await aDispute(world)
    await act(world, CHANNEL, 'respond', { id, s: 'It was in the second edition.' })
    const done = await act(world, FINANCE, 'resolve', { id, c: 'RELEASE', ...WHY })
    const { price } = campaign
    expect(done).toMatchObject({
      status: 'RESOLVED',
      decision: 'RELEASE',
      held: { amount: String(price) },
      refund: { amount: '0' },
      released: { amount: String(price) },
      dueAt: null,
    })
    expect(await campaignOf(campaign)).toEqual({
      status: 'CLOSED',
      outcome: 'RELEASED',
      order: 'COMPLETED',
      stage: 'CLOSED',
    })
    expect(await moneyOf(world, campaign.orderId)).toEqual(settled(price, 0n))
    expect(await operations(campaign.orderId)).toEqual([
      { purpose: 'RELEASE', state: 'SUCCEEDED', amount: String(price - (price * FEE_BPS) / 10_000n) },
    ])
    expect(await clocksOf(world, id)).toEqual([])
  })

  test('for the buyer: all of it goes back', async () => {
    const { id, campaign } = await aDispute(world)
    await act(world, ADMIN, 'resolve', { id, c: 'REFUND', ...WHY })
    expect(await campaignOf(campaign)).toMatchObject({ status: 'CLOSED', outcome: 'REFUNDED' })
    expect(await moneyOf(world, campaign.orderId)).toEqual(settled(campaign.price, campaign.price))
    expect(await operations(campaign.orderId)).toEqual([
      { purpose: 'REFUND', state: 'SUCCEEDED', amount: String(campaign.price) },
    ])
  })

  test('for both, in parts that sum to what is held, to the last cent', async () => {
    const { id, campaign } = await aDispute(world)
    const refund = campaign.price / 3n
    const done = await act(world, FINANCE, 'resolve', { id, c: 'SPLIT', f: String(refund), ...WHY })
    expect(done).toMatchObject({
      decision: 'SPLIT',
      refund: { amount: String(refund) },
      released: { amount: String(campaign.price - refund) },
    })
    expect(await campaignOf(campaign)).toMatchObject({ status: 'CLOSED', outcome: 'SPLIT' })
    expect(await moneyOf(world, campaign.orderId)).toEqual(settled(campaign.price, refund))
    const moved = await operations(campaign.orderId)
    expect(moved.map(({ purpose, state }) => [purpose, state])).toEqual([
      ['REFUND', 'SUCCEEDED'],
      ['RELEASE', 'SUCCEEDED'],
    ])
    expect((await disputeLog(world, id)).at(-1)).toMatchObject({
      type: 'dispute.resolved',
      actor: 'staff',
      data: { decision: 'SPLIT', refund: String(refund), held: String(campaign.price) },
    })
  })

  test('with reasons that both sides read', async () => {
    const { id } = await aDispute(world)
    for (const w of ['', 'x'.repeat(5001)])
      expect(await refusedTo(world, FINANCE, 'resolve', { id, c: 'REFUND', w })).toMatchObject({
        code: 'VALIDATION',
        fields: [{ path: 'reasoning' }],
      })
    await act(world, FINANCE, 'resolve', { id, c: 'REFUND', ...WHY })
    for (const who of [BUYER, CHANNEL]) {
      const { dispute } = await (
        await world.as(who)
      ).ask('query($id: ID!) { dispute(id: $id) { statements { kind party text } decidedBy { name } } }', {
        id,
      })
      expect(dispute.statements.at(-1)).toEqual({ kind: 'REASONING', party: null, text: WHY.w })
      expect(dispute.decidedBy).toBeNull()
    }
    const { dispute } = await (
      await world.as(ADMIN)
    ).ask('query($id: ID!) { dispute(id: $id) { decidedBy { name } } }', { id })
    expect(dispute.decidedBy).toEqual({ name: 'Fiona Marsh' })
  })

  test('by no parts that do not sum: nothing, all, more than there is, or less than nothing', async () => {
    const { id, campaign } = await aDispute(world)
    const { price } = campaign
    const tries: [object, string, string?][] = [
      [{ c: 'SPLIT' }, 'VALIDATION', 'refund'],
      [{ c: 'SPLIT', f: '0' }, 'VALIDATION', 'refund'],
      [{ c: 'SPLIT', f: String(price) }, 'VALIDATION', 'refund'],
      [{ c: 'SPLIT', f: '-1' }, 'VALIDATION', 'refund'],
      [{ c: 'SPLIT', f: String(price + 1n) }, 'AMOUNT_EXCEEDED'],
      [{ c: 'REFUND', f: '1' }, 'VALIDATION', 'refund'],
      [{ c: 'RELEASE', f: '1' }, 'VALIDATION', 'refund'],
      [{ c: 'REFUND', f: String(price + 1n) }, 'AMOUNT_EXCEEDED'],
    ]
    for (const [given, code, path] of tries) {
      const refusal = await refusedTo(world, FINANCE, 'resolve', { id, ...given, ...WHY })
      expect([given, refusal.code, (refusal['fields'] as { path: string }[] | undefined)?.[0]?.path]).toEqual(
        [given, code, path],
      )
    }
    expect(await operations(campaign.orderId)).toEqual([])
    await act(world, FINANCE, 'resolve', { id, c: 'SPLIT', f: '1', ...WHY })
    expect(await moneyOf(world, campaign.orderId)).toEqual(settled(price, 1n))
  })

  test('once: a double click, two of the team, and a stale page end in one decision', async () => {
    const { id, version, campaign } = await aDispute(world)
    const [finance, admin] = [await world.as(FINANCE), await world.as(ADMIN)]
    expect(
      await refusedTo(world, FINANCE, 'resolve', { id, c: 'REFUND', ...WHY, v: version + 1 }),
    ).toMatchObject({ code: 'STALE_VERSION' })
    const key = randomUUID()
    const say = (c: string, k: string) => ({ id, c, ...WHY, k })
    const answers = await Promise.all([
      finance.raw(DISPUTE_VERBS.resolve, say('REFUND', key)),
      finance.raw(DISPUTE_VERBS.resolve, say('REFUND', key)),
      admin.raw(DISPUTE_VERBS.resolve, say('RELEASE', randomUUID())),
    ])
    await world.settled()
    const decided = await world.rows<{ decision: string }>('select decision from disputes where id = $1', [
      id,
    ])
    const won = decided[0]!.decision
    const told = answers.map(({ data, errors }) =>
      errors ? [errors[0]!.extensions.code, errors[0]!.extensions['current']] : data?.['resolveDispute'],
    )
    const done = expect.objectContaining({ decision: won })
    const expected = ['REFUND', 'REFUND', 'RELEASE'].map((mine) =>
      mine === won ? done : ['INVALID_TRANSITION', 'RESOLVED'],
    )
    expect(told).toEqual(expected)
    expect((await disputeLog(world, id)).filter(({ type }) => type === 'dispute.resolved')).toHaveLength(1)
    expect(await operations(campaign.orderId)).toHaveLength(1)
  })

  test('by an ADMIN or FINANCE alone', async () => {
    const { id } = await aDispute(world)
    for (const who of [BUYER, CHANNEL, SUPPORT, 'fulfilment@demo.test'])
      expect((await refusedTo(world, who, 'resolve', { id, c: 'REFUND', ...WHY })).code).toBe('FORBIDDEN')
  })

  test('and then nothing more is said, shown, asked or taken back', async () => {
    const { id } = await aDispute(world)
    await act(world, FINANCE, 'resolve', { id, c: 'RELEASE', ...WHY })
    const tries = [
      [BUYER, 'say', { s: 'But!' }],
      [CHANNEL, 'respond', { s: 'Late.' }],
      [ADMIN, 'ask', { o: 'BUYER', q: 'Why?' }],
      [ADMIN, 'resolve', { c: 'REFUND', ...WHY }],
      [BUYER, 'withdraw', {}],
    ] as const
    for (const [who, verb, given] of tries)
      expect(await refusedTo(world, who, verb, { id, ...given })).toMatchObject({
        code: 'INVALID_TRANSITION',
        current: 'RESOLVED',
      })
  })
})
