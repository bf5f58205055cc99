import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { ADMIN, aCampaign, aCampaignOrder, BUYER, SUPPORT, take } from '../support/campaigns.js'
import type { Caller } from '../support/caller.js'
import { PAY, pay } from '../support/shopping.js'
import { HOUR } from '../support/world.js'
import { given, MARK, openShortWorld, REASON, SHORT, type ShortWorld } from './support/short-world.js'

const LATE = HOUR / 4 + 3000

let short: ShortWorld
beforeAll(async () => {
  short = await openShortWorld()
})
afterAll(() => short?.world.close())

describe('a payment of another amount that was given back at the gateway', () => {
  test('has failed: the task ends, the buyer is told and pays again', async () => {
    const { orderId, payment } = await short.paidShort()
    expect(payment).toMatchObject({ state: 'UNKNOWN', failure: 'amount_mismatch' })
    expect(await short.buyer.refused(PAY, { id: orderId, k: randomUUID(), t: 'tok_ok' })).toMatchObject({
      code: 'PAYMENT_IN_PROGRESS',
    })
    expect([await short.tasksOf(orderId), await short.offered(orderId)]).toEqual([['OPEN'], [true]])
    expect(await short.world.ledgerFaults()).toEqual([
      {
        invariant: 'the amount is what was asked',
        subject: payment.id,
        found: 'It was another amount: €98.99.',
      },
    ])
    const key = randomUUID()
    const { markPaymentGivenBack } = await short.finance.ask(MARK, given(payment.id, { k: key }))
    expect(markPaymentGivenBack).toMatchObject({
      state: 'FAILED',
      failureCode: 'amount_mismatch',
      failure: 'It was another amount: €98.99. It was given back.',
    })
    await short.world.settled()
    expect(
      (await short.finance.ask(MARK, given(payment.id, { k: key })))['markPaymentGivenBack'],
    ).toMatchObject({
      state: 'FAILED',
    })
    expect(await short.finance.refused(MARK, given(payment.id))).toMatchObject({ code: 'INVALID_TRANSITION' })
    expect([await short.tasksOf(orderId), await short.offered(orderId)]).toEqual([['CANCELLED'], [false]])
    expect(await short.world.ledgerFaults()).toEqual([])
    expect(await short.statusOf(orderId)).toEqual({ status: 'AWAITING_PAYMENT', payment: { state: 'NONE' } })
    expect((await short.eventsOf(orderId)).filter((type) => type.startsWith('payment.'))).toEqual([
      'payment.given-back',
      'payment.refused',
    ])
    const mails = (await short.world.inbox(BUYER)).filter((mail) => mail.template === 'payment-failed')
    expect(mails).toHaveLength(1)
    expect(mails[0]!.text).toContain('It was another amount: €98.99. It was given back.')
    await short.giveBackThere(payment.key)
    await pay(short.buyer, orderId)
    await short.world.settled()
    expect(await short.statusOf(orderId)).toEqual({ status: 'COMPLETED', payment: { state: 'SETTLED' } })
  })

  test('is told by finance or an admin alone, with a reason, and the team reads it', async () => {
    const { orderId, payment } = await short.paidShort()
    for (const email of [BUYER, SUPPORT]) {
      const other = await short.world.as(email)
      expect((await other.refused(MARK, given(payment.id))).code).toBe('FORBIDDEN')
    }
    expect((await short.finance.refused(MARK, given(payment.id, { r: ' ' }))).code).toBe('VALIDATION')
    expect(await short.finance.refused(MARK, given(payment.id, { v: payment.version - 1 }))).toMatchObject({
      code: 'STALE_VERSION',
    })
    expect((await short.finance.refused(MARK, given('opn_00000000000000000000000000'))).code).toBe(
      'NOT_FOUND',
    )
    const tried = await short.finance.ask(MARK, given(payment.id, { d: true }))
    expect(tried['markPaymentGivenBack'].state).toBe('FAILED')
    expect([(await short.moneyIn(orderId)).state, await short.tasksOf(orderId)]).toEqual([
      'UNKNOWN',
      ['OPEN'],
    ])
    const admin = await short.world.as(ADMIN)
    await admin.ask(MARK, given(payment.id))
    await short.world.settled()
    const FEED =
      'query($id: ID!) { order(id: $id) { activity(first: 100) { nodes { what ... on PaymentEntry { reason } } } } }'
    const feed = async (caller: Caller) =>
      (await caller.ask(FEED, { id: orderId }))['order'].activity.nodes.filter(({ what }: { what: string }) =>
        what.startsWith('payment.'),
      )
    expect(await feed(admin)).toContainEqual({ what: 'payment.given-back', reason: REASON })
    expect(await feed(short.buyer)).toEqual([{ what: 'payment.refused', reason: null }])
    const { auditEntries } = await admin.ask(
      'query($w: AuditWhere) { auditEntries(where: $w, first: 100) { nodes { type verb streamId actor { kind } } } }',
      { w: { about: { in: [orderId] } } },
    )
    expect(auditEntries.nodes).toContainEqual({
      type: 'payment.given-back',
      verb: 'markPaymentGivenBack',
      streamId: orderId,
      actor: { kind: 'staff' },
    })
    await short.giveBackThere(payment.key)
  })

  test('is missed by the gateway’s books until it was given back there', async () => {
    const { payment } = await short.paidShort()
    await short.mark(payment.id)
    expect(await short.theirFaults()).toEqual([
      { invariant: 'what succeeded we know of', subject: payment.key, found: 'ours is FAILED' },
    ])
    await short.giveBackThere(payment.key)
    expect(await short.theirFaults()).toEqual([])
  })

  test('is known, however often the gateway says it; yet another amount is looked into anew', async () => {
    const { orderId, payment } = await short.paidShort()
    await short.mark(payment.id)
    const before = [await short.eventsOf(orderId), await short.moneyIn(orderId)]
    expect(await short.says(payment, 9899n)).toBe(false)
    expect([await short.eventsOf(orderId), await short.moneyIn(orderId)]).toEqual(before)
    await short.says(payment, 9800n)
    expect(await short.tasksOf(orderId)).toEqual(['CANCELLED', 'OPEN'])
    expect(await short.world.ledgerFaults()).toMatchObject([{ subject: payment.id }])
    await short.mark(payment.id)
    expect(await short.tasksOf(orderId)).toEqual(['CANCELLED', 'CANCELLED'])
    expect(await short.world.ledgerFaults()).toEqual([])
    expect((await short.eventsOf(orderId)).filter((type) => type === 'payment.refused')).toHaveLength(1)
    await short.giveBackThere(payment.key)
  })

  test('leaves the order to expire where its time is over, and none clicks it alive', async () => {
    const [early, late] = [await short.paidShort(), await short.paidShort()]
    await short.mark(early.payment.id)
    await short.world.move(LATE)
    await short.world.settled()
    expect(await short.statusOf(early.orderId)).toMatchObject({ status: 'CANCELLED' })
    expect(await short.statusOf(late.orderId)).toMatchObject({ status: 'AWAITING_PAYMENT' })
    await short.mark(late.payment.id)
    expect(await short.statusOf(late.orderId)).toEqual({ status: 'CANCELLED', payment: { state: 'NONE' } })
    expect((await short.eventsOf(late.orderId)).at(-1)).toBe('order.expired')
    expect(await short.tasksOf(late.orderId)).toEqual(['CANCELLED'])
    for (const { orderId, payment } of [early, late]) {
      expect(await short.buyer.refused(PAY, { id: orderId, k: randomUUID(), t: 'tok_ok' })).toMatchObject({
        code: 'INVALID_TRANSITION',
        current: 'CANCELLED',
      })
      await short.giveBackThere(payment.key)
    }
  })

  test('of a campaign leaves the buyer to pay again', async () => {
    const { orderId, payment } = await short.paidShort(await aCampaignOrder(short.world))
    expect(await short.statusOf(orderId)).toMatchObject({ payment: { state: 'AUTHORISING' } })
    await short.mark(payment.id)
    await short.giveBackThere(payment.key)
    expect(await short.statusOf(orderId)).toEqual({ status: 'AWAITING_PAYMENT', payment: { state: 'NONE' } })
    await pay(short.buyer, orderId)
    await short.world.settled()
    expect(await short.statusOf(orderId)).toEqual({ status: 'OPEN', payment: { state: 'AUTHORISED' } })
    expect(await short.theirFaults()).toEqual([])
  })

  test('of an accepted campaign leaves the buyer to pay once more', async () => {
    const { id, orderId } = await aCampaign(short.world, { at: 'ACCEPTED', token: 'tok_capture_refused' })
    await take(short.world, BUYER, 'payAgain', { id, t: SHORT })
    const charge = await short.moneyIn(orderId)
    expect(charge).toMatchObject({ state: 'UNKNOWN', failure: 'amount_mismatch' })
    await short.mark(charge.id)
    await short.giveBackThere(charge.key)
    await take(short.world, BUYER, 'payAgain', { id, t: 'tok_ok' })
    await short.world.move(5000)
    await short.world.settled()
    expect(await short.statusOf(orderId)).toEqual({ status: 'OPEN', payment: { state: 'HELD' } })
    expect(new Set(await short.tasksOf(orderId))).toEqual(new Set(['CANCELLED']))
    expect(await short.theirFaults()).toEqual([])
  })
})
