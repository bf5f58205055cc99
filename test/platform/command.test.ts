import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import type { Caller } from '../support/caller.js'
import { PAY, placeOrders } from '../support/shopping.js'
import { openStillHouse, type StillHouse } from './still-house.js'

const POST =
  'mutation($o: ID!, $b: String!, $k: String, $d: Boolean) { postMessage(orderId: $o, body: $b, visibility: BUYER, idempotencyKey: $k, dryRun: $d) { id body } }'

let still: StillHouse
let buyer: Caller
let admin: Caller

beforeAll(async () => {
  still = await openStillHouse()
  buyer = await still.as('agency@demo.test')
  admin = await still.as('admin@demo.test')
})
afterAll(() => still?.close())

async function anOrder(): Promise<string> {
  const [id] = await placeOrders(buyer, [{ service: 'Directory listings' }])
  return id!
}

const messagesOf = (order: string) => still.rows('select id from messages where order_id = $1', [order])
const statusOf = async (order: string) =>
  (await still.rows<{ status: string }>('select status from orders where id = $1', [order]))[0]!.status

describe('a key', () => {
  test('gives the same result again, in whatever words it is asked for', async () => {
    const order = await anOrder()
    const asked = { o: order, b: 'Once', k: randomUUID() }
    const { postMessage: first } = await buyer.ask(POST, asked)
    const { postMessage: again } = await buyer.ask(POST, asked)
    const { postMessage: other } = await buyer.ask(POST.replace('{ id body }', '{ sequence id }'), asked)
    expect([again.id, other.id]).toEqual([first.id, first.id])
    expect(await messagesOf(order)).toHaveLength(1)
  })

  test('with other input, or for another verb, is refused', async () => {
    const order = await anOrder()
    const asked = { o: order, b: 'Once', k: randomUUID() }
    await buyer.ask(POST, asked)
    expect(await buyer.refused(POST, { ...asked, b: 'Twice' })).toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    })
    expect(await buyer.refused(PAY, { id: order, k: asked.k, t: 'tok_ok' })).toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    })
    expect(await messagesOf(order)).toHaveLength(1)
  })

  test('makes twins that come at once wait for the first, and all get its result', async () => {
    const order = await anOrder()
    const asked = { o: order, b: 'Together', k: randomUUID() }
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => (await buyer.ask(POST, asked))['postMessage'].id as string),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await messagesOf(order)).toHaveLength(1)
  })

  test('of a refused call may be used again', async () => {
    const order = await anOrder()
    const k = randomUUID()
    expect(await buyer.refused(POST, { o: order, b: '', k })).toMatchObject({ code: 'VALIDATION' })
    expect(await still.rows('select key from idempotency_keys where key = $1', [k])).toEqual([])
    expect((await buyer.ask(POST, { o: order, b: 'Better', k }))['postMessage'].body).toBe('Better')
  })

  test("is its caller's own", async () => {
    const order = await anOrder()
    const asked = { o: order, b: 'Mine', k: randomUUID() }
    const { postMessage: mine } = await buyer.ask(POST, asked)
    const { postMessage: theirs } = await admin.ask(POST, asked)
    expect(theirs.id).not.toBe(mine.id)
    expect(await messagesOf(order)).toHaveLength(2)
  })

  test('is wanted where doing it twice would cost money', async () => {
    const order = await anOrder()
    expect(await buyer.refused(PAY, { id: order, k: '', t: 'tok_ok' })).toMatchObject({ code: 'VALIDATION' })
    expect(await statusOf(order)).toBe('AWAITING_PAYMENT')
  })
})

describe('without a key', () => {
  const DISABLE = 'mutation($id: ID!) { disableMember(id: $id) { id status version } }'
  const ENABLE = 'mutation($id: ID!) { enableMember(id: $id) { status } }'

  test('the last thing done again by the same caller is done, and once; by another it is refused; after something else it is new', async () => {
    const [member] = await still.rows<{ id: string }>(
      `select m.id from members m join users u on u.id = m.user_id where u.email = 'channel@demo.test'`,
    )
    const { id } = member!
    await admin.ask(
      'mutation($o: ID!) { inviteMember(organisationId: $o, name: "Second Owner", email: "second@demo.test", role: OWNER) { id } }',
      {
        o: (
          await still.rows<{ id: string }>(`select organisation_id as id from members where id = $1`, [id])
        )[0]!.id,
      },
    )
    await still.rows(
      `update members set status = 'ACTIVE', user_id = (select id from users where email = 'client@demo.test') where id = (select m.id from members m join contacts c on c.id = m.contact_id where c.email = 'second@demo.test')`,
    )
    const events = async () =>
      (await still.rows(`select id from events where aggregate_id = $1 and type = 'member.disabled'`, [id]))
        .length
    const { disableMember: first } = await admin.ask(DISABLE, { id })
    const { disableMember: again } = await admin.ask(DISABLE, { id })
    expect(again).toEqual(first)
    expect(await events()).toBe(1)
    await admin.ask(ENABLE, { id })
    await admin.ask(DISABLE, { id })
    expect(await events()).toBe(2)
  })

  test('a verb that may repeat happens each time', async () => {
    const order = await anOrder()
    const asked = { o: order, b: 'Knock' }
    await buyer.ask(POST, asked)
    await buyer.ask(POST, asked)
    expect(await messagesOf(order)).toHaveLength(2)
  })
})

describe('an expected version', () => {
  const pay = (id: string, version: number) =>
    buyer.raw(
      'mutation($id: ID!, $k: String!, $v: Int) { payOrder(id: $id, idempotencyKey: $k, paymentToken: "tok_ok", expectedVersion: $v) { version } }',
      { id, k: randomUUID(), v: version },
    )

  test('lets through who saw the present one, and refuses others before anything else', async () => {
    const id = await anOrder()
    expect((await pay(id, 2)).errors?.[0]?.extensions).toMatchObject({ code: 'STALE_VERSION', current: 1 })
    expect((await pay(id, 1)).data).toEqual({ payOrder: { version: 2 } })
    expect((await pay(id, 1)).errors?.[0]?.extensions).toMatchObject({ code: 'STALE_VERSION', current: 2 })
  })
})

describe('a trial', () => {
  test('shows the answer as it would be, and leaves nothing at all behind', async () => {
    const id = await anOrder()
    const everything = async () => {
      const tables = await still.rows<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth', 'sandbox') or (schemaname, tablename) = ('pgboss', 'job_common')`,
      )
      const counts = tables.map(
        ({ name }) =>
          `select '${name}' as name, count(*)::int as rows, sum(hashtext(t::text)::bigint)::text as sum from ${name} t`,
      )
      return still.rows(`${counts.join(' union all ')} order by name`)
    }
    const before = await everything()
    expect(
      (await buyer.ask(POST, { o: id, b: 'Would I', k: randomUUID(), d: true }))['postMessage'].body,
    ).toBe('Would I')
    const { payOrder: would } = await buyer.ask(
      'mutation($id: ID!) { payOrder(id: $id, idempotencyKey: "trial", paymentToken: "tok_ok", dryRun: true) { version availableActions { name refusal } } }',
      { id },
    )
    expect(would.version).toBe(2)
    expect(would.availableActions).toContainEqual({ name: 'payOrder', refusal: 'PAYMENT_IN_PROGRESS' })
    expect(await everything()).toEqual(before)
  })

  test('is refused as the real thing would be', async () => {
    expect(await buyer.refused(POST, { o: await anOrder(), b: '', d: true })).toMatchObject({
      code: 'VALIDATION',
    })
  })
})

describe('the engine', () => {
  test('says BUSY where others hold the lock for too long', async () => {
    const order = await anOrder()
    await still.owner.query('begin')
    await still.owner.query('select id from streams where id = $1 for no key update', [order])
    const refusal = await buyer.refused(POST, { o: order, b: 'Hello?' })
    await still.owner.query('commit')
    expect(refusal).toMatchObject({ code: 'BUSY' })
    expect(await messagesOf(order)).toEqual([])
  })

  test.each(['40P01', '40001'])(
    'tries %s again, with the first time and nothing of the first try',
    async (code) => {
      const times: number[] = []
      const sent: number[] = []
      await transaction(still.house, system('test'), async (tx) => {
        times.push(tx.now.getTime())
        sent.push(tx.sent.size)
        tx.sent.add('tell')
        if (times.length < 3) throw Object.assign(new Error('again'), { code })
      })
      expect(times).toHaveLength(3)
      expect(new Set(times).size).toBe(1)
      expect(sent).toEqual([0, 0, 0])
    },
  )
})
