import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { type Caller, codeOf } from '../support/caller.js'
import { pay, PAY, placeOrders } from '../support/shopping.js'
import { HOUR, openWorld, type World } from '../support/world.js'

const ORDER =
  'query($id: ID!) { order(id: $id) { number status stage overdue version endedAt standing { summary actor } availableActions { name allowed refusal deadline } } }'

let world: World
let buyer: Caller

beforeAll(async () => {
  world = await openWorld()
  buyer = await world.as('agency@demo.test')
})
afterAll(() => world.close())

async function anOrder(): Promise<string> {
  const [id] = await placeOrders(buyer, [{ service: 'Directory listings' }])
  return id!
}

async function orderNow(id: string): Promise<Record<string, unknown>> {
  return (await buyer.ask(ORDER, { id }))['order']
}

async function happened(id: string): Promise<string[]> {
  const events = await world.rows<{ type: string }>(
    'select type from events where stream_id = $1 order by sequence',
    [id],
  )
  return events.map((e) => e.type)
}

const held = async (id: string) =>
  (
    await world.rows<{ sum: string }>(
      'select coalesce(sum(amount), 0)::text as sum from postings where account = $1',
      [`held:${id}`],
    )
  )[0]!.sum

describe('a payment', () => {
  test('that the gateway refuses is shown, moves nothing, and may be tried again', async () => {
    const id = await anOrder()
    await pay(buyer, id, 'tok_refused')
    await world.settled()
    expect((await orderNow(id))['status']).toBe('AWAITING_PAYMENT')
    expect(await happened(id)).toEqual(['order.placed', 'order.payment-requested', 'payment.refused'])
    expect(await held(id)).toBe('0')
    const mails = await world.inbox('agency@demo.test')
    expect(mails.filter((m) => m.template === 'payment-failed')).toHaveLength(1)
    await pay(buyer, id)
    await world.settled()
    expect((await orderNow(id))['status']).toBe('COMPLETED')
  })

  test('is taken once, however often the same key asks', async () => {
    const id = await anOrder()
    const k = randomUUID()
    const answers = await Promise.all(Array.from({ length: 5 }, () => buyer.raw(PAY, { id, k, t: 'tok_ok' })))
    for (const answer of answers) expect(answer.errors).toBeUndefined()
    await world.settled()
    const operations = await world.rows('select id from operations where order_id = $1', [id])
    expect(operations).toHaveLength(1)
    expect(await buyer.refused(PAY, { id, k, t: 'tok_refused' })).toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    })
  })

  test('asked for by a hundred clicks at once is taken once; the rest are refused in words', async () => {
    const id = await anOrder()
    const clicks = Array.from({ length: 100 }, () => buyer.raw(PAY, { id, k: randomUUID(), t: 'tok_ok' }))
    const answers = await Promise.all(clicks)
    const codes = answers.map(codeOf)
    expect(codes.filter((c) => c === 'done')).toHaveLength(1)
    for (const code of codes) expect(['done', 'PAYMENT_IN_PROGRESS', 'INVALID_TRANSITION']).toContain(code)
    expect(answers.every((a) => a.status === 200)).toBe(true)
    await world.settled()
    expect(await world.rows('select id from operations where order_id = $1', [id])).toHaveLength(1)
  })

  test('tried with dryRun leaves nothing behind', async () => {
    const id = await anOrder()
    const before = await happened(id)
    const { payOrder } = await buyer.ask(
      'mutation($id: ID!) { payOrder(id: $id, idempotencyKey: "dry", paymentToken: "tok_ok", dryRun: true) { version status } }',
      { id },
    )
    expect(payOrder).toEqual({ version: 2, status: 'AWAITING_PAYMENT' })
    expect(await happened(id)).toEqual(before)
    expect(await world.rows('select id from operations where order_id = $1', [id])).toEqual([])
    expect(await world.rows(`select key from idempotency_keys where key = 'dry'`)).toEqual([])
  })

  test('with a stale version is refused and names the present one', async () => {
    const id = await anOrder()
    const stale =
      'mutation($id: ID!) { payOrder(id: $id, idempotencyKey: "v", paymentToken: "tok_ok", expectedVersion: 7) { id } }'
    expect(await buyer.refused(stale, { id })).toMatchObject({ code: 'STALE_VERSION', current: 1 })
  })
})

describe('an order that is not paid in time', () => {
  test('expires by itself, and can no longer be paid', async () => {
    const id = await anOrder()
    await world.move(HOUR / 4 + 3000)
    expect(await orderNow(id)).toMatchObject({ status: 'CANCELLED', stage: 'CLOSED' })
    expect((await happened(id)).at(-1)).toBe('order.expired')
    expect(await buyer.refused(PAY, { id, k: randomUUID(), t: 'tok_ok' })).toMatchObject({
      code: 'INVALID_TRANSITION',
      current: 'CANCELLED',
      availableActions: [],
    })
  })
})

describe("somebody else's order", () => {
  test.each([['channel@demo.test'], ['fulfilment@demo.test']])(
    '%s cannot tell from one that is not there',
    async (email) => {
      const id = await anOrder()
      const other = await world.as(email)
      expect((await other.ask(ORDER, { id }))['order']).toBeNull()
      expect(
        await other.ask('query($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', { id }),
      ).toEqual({ node: null, nodes: [null] })
    },
  )

  test('is not paid by staff or by strangers', async () => {
    const id = await anOrder()
    const args = { id, k: randomUUID(), t: 'tok_ok' }
    expect(await (await world.as('admin@demo.test')).refused(PAY, args)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await (await world.as('channel@demo.test')).refused(PAY, args)).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await world.caller().refused(PAY, args)).toMatchObject({ code: 'NOT_SIGNED_IN' })
  })
})
