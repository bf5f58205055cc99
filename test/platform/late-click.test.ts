import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { Refusal } from '../../api/lib/refusal.js'
import { anonymous, system, type Viewer } from '../../api/lib/viewer.js'
import { expirePayment } from '../../api/orders/expire-payment.js'
import { payOrder } from '../../api/orders/pay-order.js'
import { transaction } from '../../api/platform/transaction.js'
import { until } from '../funds/support/funds-house.js'
import type { Caller } from '../support/caller.js'
import { PAY, placeOrders } from '../support/shopping.js'
import { openStillHouse, type StillHouse } from './still-house.js'

let still: StillHouse
let buyer: Caller

beforeAll(async () => {
  still = await openStillHouse()
  buyer = await still.as('agency@demo.test')
})
afterAll(() => still?.close())

async function anOrder(): Promise<string> {
  const [id] = await placeOrders(buyer, [{ service: 'Directory listings' }])
  return id!
}

const statusOf = async (order: string) =>
  (await still.rows<{ status: string }>('select status from orders where id = $1', [order]))[0]!.status

describe('a late click, while no worker runs,', () => {
  const ORDER =
    'query($id: ID!) { order(id: $id) { status overdue availableActions { name allowed refusal } } }'
  const dueSince = async (id: string, interval: string) => {
    await still.rows(`update orders set pay_by = app_now() - $2::interval where id = $1`, [id, interval])
    await still.rows(
      `update deadlines d set due_at = o.pay_by, try_at = o.pay_by + interval '2 s' from orders o where o.id = $1 and d.subject_id = o.id`,
      [id],
    )
  }
  const click = (id: string, more = '') =>
    buyer.refused(PAY.replace('paymentToken: $t', `paymentToken: $t${more}`), {
      id,
      k: randomUUID(),
      t: 'tok_ok',
    })
  const events = async (id: string) =>
    (
      await still.rows<{ type: string }>('select type from events where stream_id = $1 order by sequence', [
        id,
      ])
    ).map((e) => e.type)

  test('is refused, and brings about first what the deadline would have done', async () => {
    const id = await anOrder()
    await dueSince(id, '10 s')
    const { availableActions, ...order } = (await buyer.ask(ORDER, { id }))['order']
    expect(order).toEqual({ status: 'AWAITING_PAYMENT', overdue: true })
    expect(availableActions).toContainEqual({ name: 'payOrder', allowed: false, refusal: 'DEADLINE_PASSED' })
    const refusal = await click(id)
    expect(refusal).toMatchObject({ code: 'DEADLINE_PASSED', deadlineAt: expect.stringMatching(/Z$/) })
    expect(Object.keys(refusal).toSorted()).toEqual(['code', 'deadlineAt'])
    expect((await buyer.ask(ORDER, { id }))['order'].status).toBe('CANCELLED')
    expect(await events(id)).toEqual(['order.placed', 'order.expired'])
    expect(await still.rows('select id from deadlines where subject_id = $1', [id])).toEqual([])
    expect(await click(id)).toMatchObject({ code: 'INVALID_TRANSITION', current: 'CANCELLED' })
  })

  test('within the two seconds of grace is only refused', async () => {
    const id = await anOrder()
    await dueSince(id, '0.2 s')
    expect(await click(id)).toMatchObject({ code: 'DEADLINE_PASSED' })
    expect(await statusOf(id)).toBe('AWAITING_PAYMENT')
    expect(await events(id)).toEqual(['order.placed'])
  })

  test('that is only tried is only refused', async () => {
    const id = await anOrder()
    await dueSince(id, '10 s')
    expect(await click(id, ', dryRun: true')).toMatchObject({ code: 'DEADLINE_PASSED' })
    expect(await statusOf(id)).toBe('AWAITING_PAYMENT')
  })

  test('of many at once expires it once', async () => {
    const id = await anOrder()
    await dueSince(id, '10 s')
    const codes = await Promise.all(Array.from({ length: 20 }, async () => (await click(id)).code))
    for (const code of codes) expect(['DEADLINE_PASSED', 'INVALID_TRANSITION']).toContain(code)
    expect(await events(id)).toEqual(['order.placed', 'order.expired'])
  })
})

describe('exactly at the deadline', () => {
  class Undone extends Error {}
  const agency = async (): Promise<Viewer> => {
    const [user] = await still.rows<{ id: string; org: string }>(
      `select u.id, m.organisation_id as org from users u join members m on m.user_id = u.id where u.email = 'agency@demo.test'`,
    )
    return { ...anonymous, kind: 'member', id: user!.id, organisations: [user!.org], owned: [user!.org] }
  }
  /** What comes of a verb whose deadline lies so many milliseconds after the moment in which it is asked. */
  const asked = async (viewer: Viewer, ms: number, verb: 'pay' | 'expire') => {
    const id = await anOrder()
    return transaction(still.house, viewer, async (tx) => {
      await tx.em
        .getConnection()
        .execute(
          'update orders set pay_by = ? where id = ?',
          [new Date(tx.now.getTime() + ms), id],
          'run',
          tx.em.getTransactionContext(),
        )
      await (verb === 'pay' ? payOrder(tx, { id, paymentToken: 'tok_ok' }) : expirePayment(tx, id))
      throw new Undone()
    }).catch((error: unknown) =>
      error instanceof Refusal ? error.code : error instanceof Undone ? 'done' : error,
    )
  }

  test.each([
    [1, 'done', 'INVALID_TRANSITION'],
    [0, 'DEADLINE_PASSED', 'done'],
    [-1, 'DEADLINE_PASSED', 'done'],
  ])('%i ms before it paying is %s and expiring is %s', async (ms, paying, expiring) => {
    expect(await asked(await agency(), ms, 'pay')).toBe(paying)
    expect(await asked(system('deadline'), ms, 'expire')).toBe(expiring)
  })

  test('a click counts from when it came, not from when it got its turn', async () => {
    const id = await anOrder()
    await still.owner.query('begin')
    await still.owner.query('select id from streams where id = $1 for no key update', [id])
    const clicked = buyer.raw(PAY, { id, k: randomUUID(), t: 'tok_ok' })
    await until(
      () =>
        still.rows(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        ),
      (waiting) => waiting.length > 0,
    )
    await still.rows('update orders set pay_by = clock_timestamp() where id = $1', [id])
    await still.owner.query('commit')
    expect((await clicked).errors).toBeUndefined()
  })
})
