import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { type FullWorld, fullWorld, kinds } from './full-world.js'
import { whoSeesWhat } from './rights-table.js'

let full: FullWorld
beforeAll(async () => {
  full = await fullWorld()
})
afterAll(() => full?.world.close())

const orders = async (condition: string) =>
  (await full.world.rows<{ id: string }>(`select id from orders t where ${condition} order by id`)).map(
    ({ id }) => id,
  )

/** Something happens to each of these orders, in this order. */
function happen(ids: readonly string[]): void {
  for (const id of ids)
    full.world.running.house.live.publish({
      eventId: `evt_${randomUUID()}`,
      type: 'test.happened',
      streamId: id,
      sequence: '1',
      aggregateId: id,
      data: {},
    })
}

test.each(kinds)(
  '%s is told by following all orders of their own, and of no other that it is there',
  async (kind) => {
    const mine = await orders(whoSeesWhat(full)['Order']![kind] ?? 'false')
    const foreign = (await orders('true')).filter((id) => !mine.includes(id))
    // What is foreign happens first each time, and is read first.
    const happening = setInterval(() => happen([...foreign, ...mine]), 50)
    const following = full.callers[kind].follow('subscription { ordersUpdated { id order { id } } }')
    const heard = await following
      .until(
        (seen) => mine.length > 0 && new Set(seen.map((one) => one['ordersUpdated'].id)).size >= mine.length,
      )
      .then(
        (seen) => seen.map((one) => one['ordersUpdated']),
        (error: Error) => [/NOT_SIGNED_IN|FORBIDDEN/.exec(error.message)?.[0]],
      )
    clearInterval(happening)
    await following.stop()
    const refused = kind === 'anonymous' ? 'NOT_SIGNED_IN' : 'FORBIDDEN'
    const told = mine.length ? mine.map((id) => ({ id, order: { id } })) : [refused]
    expect(heard).toEqual(expect.arrayContaining(told))
    expect(told).toEqual(expect.arrayContaining(heard))
  },
)

test('of all kinds only strangers and holders of a link follow no orders', async () => {
  const table = whoSeesWhat(full)['Order']!
  const none: string[] = []
  for (const kind of kinds) if ((await orders(table[kind] ?? 'false')).length === 0) none.push(kind)
  expect(none).toEqual(['anonymous', 'link'])
})
