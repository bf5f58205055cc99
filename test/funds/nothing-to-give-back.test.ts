import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { aCampaign } from '../support/campaigns.js'
import { pay } from '../support/shopping.js'
import { given, MARK, openShortWorld, type ShortWorld } from './support/short-world.js'

let short: ShortWorld
beforeAll(async () => {
  short = await openShortWorld()
})
afterAll(() => short?.world.close())

describe('the amount that was asked for', () => {
  test('heard first settles the payment: there is nothing to give back', async () => {
    const { orderId, payment } = await short.paidShort()
    await short.findsAll(payment)
    await short.world.settled()
    expect(await short.finance.refused(MARK, given(payment.id))).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'SUCCEEDED',
    })
    expect(await short.statusOf(orderId)).toEqual({ status: 'COMPLETED', payment: { state: 'SETTLED' } })
  })

  test.each(['after', 'in the same moment'])(
    'heard %s goes back, or settles it: one of both',
    async (moment) => {
      const { orderId, payment } = await short.paidShort()
      const marking = short.finance.raw(MARK, given(payment.id))
      if (moment === 'after') await marking
      const [answer] = await Promise.all([marking, short.findsAll(payment)])
      await short.world.settled()
      await short.world.move(5000)
      await short.world.settled()
      const code = answer.errors?.[0]?.extensions.code ?? 'done'
      const { status } = await short.statusOf(orderId)
      expect([
        ['done', 'AWAITING_PAYMENT'],
        ['INVALID_TRANSITION', 'COMPLETED'],
      ]).toContainEqual([code, status])
      const events = await short.eventsOf(orderId)
      expect(events.includes('payment.came-late')).toBe(code === 'done')
      expect(events.includes('refund.issued')).toBe(code === 'done')
      expect(await short.world.ledgerFaults()).toEqual([])
      expect(await short.tasksOf(orderId)).toEqual(['CANCELLED'])
    },
  )
})

describe('nothing but a payment of another amount', () => {
  test('is marked as given back: no paid one, no refused one', async () => {
    const [paid, refused] = [await short.anOrder(), await short.anOrder()]
    await pay(short.buyer, paid)
    await pay(short.buyer, refused, 'tok_refused')
    await short.world.settled()
    for (const orderId of [paid, refused]) {
      expect(await short.offered(orderId)).not.toContain(true)
      const { id, state } = await short.moneyIn(orderId)
      expect(await short.finance.refused(MARK, given(id))).toMatchObject({
        code: 'INVALID_TRANSITION',
        current: state,
      })
    }
  })

  test('is marked as given back: no capture of another amount', async () => {
    const { orderId } = await aCampaign(short.world, { at: 'ACCEPTED', token: 'tok_capture_refused' })
    const capture = await short.moneyIn(orderId)
    await short.says(capture, 1n)
    expect(await short.world.ledgerFaults()).toMatchObject([{ subject: capture.id }])
    expect(await short.offered(orderId)).not.toContain(true)
    expect((await short.finance.refused(MARK, given(capture.id))).code).toBe('INVALID_TRANSITION')
    await short.finance.ask(
      'mutation($id: ID!, $k: String!) { retryOperation(id: $id, idempotencyKey: $k) { id } }',
      { id: capture.id, k: randomUUID() },
    )
    await short.world.settled()
  })

  test('but one that had failed when the money came: it stays failed, and the buyer is told nothing more', async () => {
    const orderId = await short.anOrder()
    await pay(short.buyer, orderId, 'tok_refused')
    await short.world.settled()
    const payment = await short.moneyIn(orderId)
    await short.says(payment, 9800n)
    expect([await short.tasksOf(orderId), await short.offered(orderId)]).toEqual([['OPEN'], [true]])
    await short.mark(payment.id)
    expect(await short.moneyIn(orderId)).toMatchObject({ state: 'FAILED', failure: 'amount_mismatch' })
    expect(await short.tasksOf(orderId)).toEqual(['CANCELLED'])
    expect((await short.eventsOf(orderId)).filter((type) => type.startsWith('payment.'))).toEqual([
      'payment.refused',
      'payment.given-back',
    ])
    expect(await short.world.ledgerFaults()).toEqual([])
  })
})
