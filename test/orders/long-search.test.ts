import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { placeOrders } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'

/** As many orders as a house has after some years, of as many customers. */
const ORDERS = 20_000
const CUSTOMERS = 500
/** Blocks of 8 kB that a page of what was found may touch, however many orders there are. */
const MOST_BLOCKS = 300

let world: World
let admin: Caller
let known: string

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
  known = (
    await placeOrders(await world.as('agency@demo.test'), [
      { service: 'Local search optimisation', client: 'Elm Street Dental' },
    ])
  )[0]!
  await world.rows(
    `insert into organisations select o.* from organisations g, generate_series(1, $1::int) n,
      jsonb_populate_record(g, jsonb_build_object('id', 'org_' || lpad(n::text, 26, '0'), 'name', 'Customer ' || n)) o
     where g.name = 'Northwind Agency'`,
    [CUSTOMERS],
  )
  await world.rows(
    `with copies as (select n, 'ord_' || lpad(n::text, 26, '0') as id, 'org_' || lpad((1 + n % $2::int)::text, 26, '0') as customer from generate_series(1, $3::int) n),
      opened as (insert into streams (id, last_sequence) select id, 0 from copies)
     insert into orders select t.* from copies c, orders o, jsonb_populate_record(o, jsonb_build_object('id', c.id,
       'number', 'W-' || 200000 + c.n, 'buyer_id', c.customer, 'beneficiary_id', c.customer, 'placed_at', o.placed_at - c.n * interval '1 minute')) t where o.id = $1`,
    [known, CUSTOMERS, ORDERS],
  )
  await world.rows('analyze orders, organisations')
})
afterAll(() => world?.close())

interface Statement {
  readonly text: string
  readonly values: unknown[]
}

/** What a search finds, with the blocks that its one statement touches. */
async function blocksOf(search: string): Promise<{ ids: string[]; blocks: number }> {
  const { pool } = world.running.house.database
  const asked: Statement[] = []
  const query = pool.query.bind(pool) as (...all: unknown[]) => Promise<{ rows: unknown[] }>
  pool.query = ((statement: Statement, ...rest: unknown[]) => {
    if (typeof statement === 'object' && statement.text.includes('as json')) asked.push(statement)
    return query(statement, ...rest)
  }) as typeof pool.query
  try {
    const { orders } = await admin.ask(
      'query($s: String) { orders(search: $s, first: 5) { nodes { id } } }',
      { s: search },
    )
    expect(asked).toHaveLength(1)
    const { text, values } = asked[0]!
    const { rows } = await query(`explain (analyze, buffers, format json) ${text}`, values)
    const [{ Plan }] = (rows as { 'QUERY PLAN': [{ Plan: Record<string, number> }] }[])[0]!['QUERY PLAN']
    return {
      ids: orders.nodes.map(({ id }: { id: string }) => id),
      blocks: Plan['Shared Hit Blocks']! + Plan['Shared Read Blocks']!,
    }
  } finally {
    pool.query = query as never
  }
}

test.each([
  ['a number', 'W-212345', 1],
  ['how a number begins', '21234', 5],
  ['the name of one customer', 'customer 321', 5],
  ['the name of the last of them', 'elm street dental', 1],
  ['nothing that is there', 'nobody at all', 0],
  ['what all numbers begin with', 'W-', 0],
  ['too little of a number', 'W-212', 0],
  ['nothing in particular', ' ', 5],
])('among many orders, finding %s costs as little', async (_what, search, count) => {
  const { ids, blocks } = await blocksOf(search)
  expect(ids).toHaveLength(count)
  process.stdout.write(`    ${search}: ${blocks} blocks\n`)
  expect(blocks).toBeLessThan(MOST_BLOCKS)
})
