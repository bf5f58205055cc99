import { fastify } from 'fastify'
import pg from 'pg'
import { ORDER_SQL } from '../questions.js'
import { serve } from './serve.js'

/**
 * What somebody would write by hand: one statement per route, no GraphQL, nobody signed in, no rights. Twice: `/parsed`
 * makes objects of the rows and text of the objects, as programs do; `/text` passes PostgreSQL's text on, the floor.
 */
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 4,
  options: '-c timezone=UTC -c plan_cache_mode=force_generic_plan',
})
const app = fastify()

const LIST = `select ${ORDER_SQL} as json, o.placed_at::text as at, o.id from orders o order by o.placed_at desc, o.id desc limit 21`
const MINE = LIST.replace(' order by o.placed_at', ' where o.buyer_id = $1 order by o.placed_at')
const ONE = `select ${ORDER_SQL} as json from orders o where o.id = $1`
const asText = (sql: string) =>
  sql
    .replace(' as json, o.placed_at', '::text as json, o.placed_at')
    .replace(/ as json from orders o where/, '::text as json from orders o where')

interface Row {
  json: unknown
  at: string
  id: string
}

async function list(form: 'parsed' | 'text', buyer: string | undefined) {
  const sql = buyer ? MINE : LIST
  const { rows } = await pool.query<Row>({
    name: `${form} ${buyer ? 'mine' : 'all'}`,
    text: form === 'text' ? asText(sql) : sql,
    values: buyer ? [buyer] : [],
  })
  const shown = rows.slice(0, 20)
  const last = shown.at(-1)
  const place = last && Buffer.from(JSON.stringify([last.at, last.id])).toString('base64url')
  return {
    shown: shown.map((row) => row.json),
    pageInfo: { hasNextPage: rows.length > 20, endCursor: place },
  }
}

app.get<{ Querystring: { buyer?: string } }>('/parsed/orders', async (request) => {
  const { shown, pageInfo } = await list('parsed', request.query.buyer)
  return { data: { orders: { nodes: shown, pageInfo } } }
})

app.get<{ Querystring: { buyer?: string } }>('/text/orders', async (request, reply) => {
  const { shown, pageInfo } = await list('text', request.query.buyer)
  const text = `{"data":{"orders":{"nodes":[${shown.join()}],"pageInfo":${JSON.stringify(pageInfo)}}}}`
  return reply.type('application/json; charset=utf-8').send(text)
})

app.get<{ Params: { id: string } }>('/parsed/orders/:id', async (request) => {
  const { rows } = await pool.query<Row>({ name: 'one', text: ONE, values: [request.params.id] })
  return { data: { order: rows[0]?.json ?? null } }
})

app.get<{ Params: { id: string } }>('/text/orders/:id', async (request, reply) => {
  const { rows } = await pool.query<Row>({ name: 'one text', text: asText(ONE), values: [request.params.id] })
  return reply
    .type('application/json; charset=utf-8')
    .send(`{"data":{"order":${(rows[0]?.json as string | undefined) ?? 'null'}}}`)
})

serve(await app.listen({ port: 0, host: '127.0.0.1' }), async () => {
  await app.close()
  await pool.end()
})
