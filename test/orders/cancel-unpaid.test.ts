import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { settleOperation } from '../../api/funds/settle-operation.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import type { Caller } from '../support/caller.js'
import { PAY, pay, placeOrders } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'
import * as delivery from './a-delivery.js'

const { BUYER, CANCEL, moneyOf, orderNow, SORRY } = delivery

let world: World
let buyer: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as(BUYER)
})
afterAll(() => world?.close())

const cancelling = (id: string) => ({ id, r: SORRY, k: randomUUID() })

describe('an order that waits for its payment', () => {
  const anOrder = async () => (await placeOrders(buyer, [{ service: 'Directory listings' }]))[0]!

  test('is cancelled without money, and can no longer be paid', async () => {
    const id = await anOrder()
    await buyer.ask(CANCEL, cancelling(id))
    expect(await moneyOf(world, id)).toEqual({ held: '0', due: '0', closed: true, accounts: {} })
    expect(await buyer.refused(PAY, { id, k: randomUUID(), t: 'tok_ok' })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
    expect(await delivery.deadlinesOf(world, id)).toEqual([])
  })

  test('is not cancelled while a payment is under way', async () => {
    const id = await anOrder()
    await pay(buyer, id, 'tok_slow')
    expect(await buyer.refused(CANCEL, cancelling(id))).toMatchObject({
      code: 'PAYMENT_IN_PROGRESS',
      operationId: expect.any(String),
    })
    expect((await orderNow(buyer, id)).status).toBe('AWAITING_PAYMENT')
  })

  test('gives back what arrives after it was cancelled', async () => {
    const id = await anOrder()
    await pay(buyer, id, 'tok_refused')
    await world.settled()
    await buyer.ask(CANCEL, cancelling(id))
    const [operation] = await world.rows<{ id: string; key: string; amount: string; currency: string }>(
      'select id, key, amount::text, currency from operations where order_id = $1',
      [id],
    )
    await transaction(world.running.house, system('payments'), (tx) =>
      settleOperation(tx, operation!.id, {
        result: 'SUCCEEDED',
        key: operation!.key,
        ref: 'late',
        amount: BigInt(operation!.amount),
        currency: operation!.currency,
      }),
    )
    expect(await moneyOf(world, id)).toMatchObject({ held: '0', due: operation!.amount })
    await world.move(HOUR / 60)
    expect(
      await world.rows(
        `select amount::text from operations where order_id = $1 and purpose = 'LATE_REFUND'`,
        [id],
      ),
    ).toEqual([{ amount: operation!.amount }])
  })
})
