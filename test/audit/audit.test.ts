import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { allEvents } from '../../api/audit/all-events.js'
import type { Caller } from '../support/caller.js'
import { aPaidOrder } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

let world: World
let admin: Caller
let order: string

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
  order = await aPaidOrder(world)
  await world.settled()
})
afterAll(() => world?.close())

const AUDIT = `query($w: AuditWhere, $f: Int, $a: String) { auditEntries(where: $w, first: $f, after: $a) {
  nodes { id occurredAt type meaning verb aggregateId subjectKind subjectName streamId sequence actor { kind id name } details { name value } }
  pageInfo { hasNextPage endCursor } totalCount { count precision } } }`
interface Entry {
  id: string
  type: string
  meaning: string
  verb: string | null
  subjectKind: string
  subjectName: string | null
  occurredAt: string
  sequence: string
  actor: { kind: string; id: string; name: string }
  details: { name: string; value: string }[]
}
const audit = async (where: object = {}, more: object = {}) =>
  (await admin.ask(AUDIT, { w: where, f: 100, ...more }))['auditEntries'] as {
    nodes: Entry[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
    totalCount: { count: number; precision: string }
  }
const idOf = async (email: string) =>
  (await world.rows<{ id: string }>('select id from users where email = $1', [email]))[0]!.id

describe('the log', () => {
  test('tells who did what, when and to what, in plain words, with the names of today', async () => {
    const { nodes } = await audit({ streamId: { in: [order] } })
    const placed = nodes.find((entry) => entry.type === 'order.placed')!
    const [known] = await world.rows<{ number: string }>('select number from orders where id = $1', [order])
    expect(placed).toMatchObject({
      meaning: allEvents['order.placed'].doc,
      verb: 'checkout',
      subjectKind: 'Order',
      subjectName: known!.number,
      sequence: '1',
      actor: { kind: 'member', name: 'Nora Winter' },
    })
    expect(placed.details).toContainEqual({ name: 'currency', value: 'EUR' })
    expect(nodes.map((entry) => Number(entry.sequence))).toEqual(nodes.map((_, i) => nodes.length - i))
  })

  test('is walked from end to end by its cursors, without a gap or a double', async () => {
    const all = await world.rows<{ id: string }>('select id from events order by occurred_at desc, id desc')
    const walked: string[] = []
    for (let after: string | undefined, more = true; more;) {
      const page = await audit({}, { f: 37, a: after })
      walked.push(...page.nodes.map(({ id }) => id))
      after = page.pageInfo.endCursor
      more = page.pageInfo.hasNextPage
    }
    expect(walked).toEqual(all.map(({ id }) => id))
  })

  test.each([
    [
      'who acted',
      async () => ({ actorId: { in: [await idOf('agency@demo.test')] } }),
      "actor_id = (select id from users where email = 'agency@demo.test')",
    ],
    ['what it happened to', async () => ({ aggregateId: { in: [order] } }), 'aggregate_id = $1'],
    ['the order it belongs to', async () => ({ streamId: { in: [order] } }), 'stream_id = $1'],
    [
      'what happened',
      async () => ({ type: { in: ['task.raised', 'order.opened'] } }),
      "type in ('task.raised', 'order.opened')",
    ],
    ['the part of the trade', async () => ({ area: { in: ['staff'] } }), "type like 'staff.%'"],
    ['an id of anything', async () => ({ about: { in: [order] } }), '(aggregate_id = $1 or stream_id = $1)'],
  ])('is searched by %s', async (_by, where, condition) => {
    const expected = await world.rows<{ count: number }>(
      `select count(*)::int as count from events where ($1::text is not null) and ${condition}`,
      [order],
    )
    const { totalCount } = await audit(await where())
    expect(totalCount.count).toBe(expected[0]!.count)
    expect(totalCount.count).toBeGreaterThan(0)
  })

  test('is searched by when it happened', async () => {
    const [{ middle }] = (await world.rows<{ middle: Date }>(
      'select percentile_disc(0.5) within group (order by occurred_at) as middle from events',
    )) as [{ middle: Date }]
    const at = middle.toISOString()
    const [before, after] = [
      await audit({ occurredAt: { lt: at } }),
      await audit({ occurredAt: { gte: at } }),
    ]
    expect(before.nodes.every((entry) => entry.occurredAt < at)).toBe(true)
    expect(after.nodes.every((entry) => entry.occurredAt >= at)).toBe(true)
    expect(before.totalCount.count + after.totalCount.count).toBe((await audit()).totalCount.count)
  })

  test('is for admins alone', async () => {
    const codes: [string, string][] = []
    for (const email of ['support', 'finance', 'fulfilment', 'agency', 'client', 'channel'])
      codes.push([
        email,
        (await (await world.as(`${email}@demo.test`)).refused('{ auditEntries { nodes { id } } }')).code,
      ])
    expect(codes.map(([, code]) => code)).toEqual(codes.map(() => 'FORBIDDEN'))
    expect((await world.caller().refused('{ auditEntries { nodes { id } } }')).code).toBe('NOT_SIGNED_IN')
  })

  test('cannot be changed by the program, whatever it tries', async () => {
    await expect(world.rows(`update events set actor_id = 'usr_nobody'`)).rejects.toThrow('permission denied')
    await expect(world.rows('delete from events')).rejects.toThrow('permission denied')
  })

  test('holds every sign-in and sign-out of a person on their own stream', async () => {
    const id = await idOf('channel@demo.test')
    const { headers } = await world.as('channel@demo.test')
    await fetch(`${world.address}/api/auth/sign-out`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', origin: world.address },
      body: '{}',
    })
    const { nodes } = await audit({ streamId: { in: [id] }, area: { in: ['person'] } })
    expect(nodes.map(({ type }) => type)).toEqual(['person.signed-out', 'person.signed-in'])
    expect(nodes[1]).toMatchObject({
      actor: { id, kind: 'member', name: 'Chen Wu' },
      subjectName: 'Chen Wu',
      details: [{ name: 'by', value: 'password' }],
    })
  })
})
