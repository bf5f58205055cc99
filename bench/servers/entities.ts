import { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import { defineEntity, LockMode, MikroORM, p } from '@mikro-orm/postgresql'
import { fastify } from 'fastify'
import { serve } from './serve.js'

/**
 * The same questions the usual way: Apollo, resolvers over MikroORM entities, relations populated. Nobody is signed in
 * and nothing is checked. `/post` writes a message as a plain unit of work: entities loaded, changed and flushed.
 */
const Organisation = defineEntity({
  name: 'Organisation',
  tableName: 'organisations',
  properties: { id: p.text().primary(), name: p.text() },
})
const User = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: { id: p.text().primary(), name: p.text() },
})
const Service = defineEntity({
  name: 'Service',
  tableName: 'services',
  properties: { id: p.text().primary(), name: p.text(), flow: p.text() },
})
const Order = defineEntity({
  name: 'Order',
  tableName: 'orders',
  properties: {
    id: p.text().primary(),
    number: p.text(),
    status: p.text(),
    stage: p.text(),
    placedAt: p.datetime(),
    totalAmount: p.bigint(),
    currency: p.text(),
    buyer: () => p.manyToOne(Organisation).joinColumn('buyer_id'),
    beneficiary: () => p.manyToOne(Organisation).joinColumn('beneficiary_id'),
    lines: () => p.oneToMany(Line).mappedBy('order').orderBy({ position: 'asc' }),
  },
})
const Line = defineEntity({
  name: 'Line',
  tableName: 'order_lines',
  properties: {
    id: p.text().primary(),
    position: p.integer(),
    stage: p.text().nullable(),
    priceAmount: p.bigint(),
    currency: p.text(),
    order: () => p.manyToOne(Order).joinColumn('order_id'),
    service: () => p.manyToOne(Service).joinColumn('service_id'),
  },
})
const Stream = defineEntity({
  name: 'Stream',
  tableName: 'streams',
  properties: { id: p.text().primary(), lastSequence: p.bigint() },
})
const Message = defineEntity({
  name: 'Message',
  tableName: 'messages',
  properties: {
    id: p.text().primary(),
    orderId: p.text(),
    kind: p.text(),
    visibility: p.text(),
    body: p.text(),
    authorKind: p.text(),
    authorId: p.text(),
    postedAt: p.datetime(),
  },
})
const Event = defineEntity({
  name: 'Event',
  tableName: 'events',
  properties: {
    id: p.text().primary(),
    streamId: p.text(),
    sequence: p.bigint(),
    type: p.text(),
    aggregateId: p.text(),
    actorKind: p.text(),
    actor: () => p.manyToOne(User).joinColumn('actor_id').createForeignKeyConstraint(false),
    visibility: p.text(),
    occurredAt: p.datetime(),
    data: p.json<{ messageId?: string }>(),
  },
})
const Pending = defineEntity({
  name: 'Pending',
  tableName: 'pending_positions',
  properties: { eventId: p.text().primary() },
})

const orm = await MikroORM.init({
  clientUrl: process.env['DATABASE_URL']!,
  entities: [Organisation, User, Service, Order, Line, Stream, Message, Event, Pending],
  pool: { min: 1, max: 6 },
})
const WITH = ['buyer', 'beneficiary', 'lines.service'] as const

interface Ctx {
  em: typeof orm.em
}
type AnOrder = Awaited<ReturnType<typeof ordersOf>>[number]

function ordersOf({ em }: Ctx, where: object, limit: number) {
  return em.find(Order, where, { populate: WITH, orderBy: { placedAt: 'desc', id: 'desc' }, limit })
}

/** The orders with what happened last on each, in two more queries for all of them. */
async function withLatest(ctx: Ctx, orders: AnOrder[]) {
  const latest = await ctx.em.execute<{ id: string }[]>(
    'select (select e.id from events e where e.stream_id = o.id order by e.sequence desc limit 1) as id from orders o where o.id in (?)',
    [orders.map((order) => order.id)],
  )
  const events = await ctx.em.find(
    Event,
    { id: { $in: latest.map(({ id }) => id) } },
    { populate: ['actor'] },
  )
  const messages = await ctx.em.find(Message, { id: { $in: events.flatMap((e) => e.data.messageId ?? []) } })
  const body = new Map(messages.map((m) => [m.id, m.body]))
  const byOrder = new Map(
    events.map((e) => [e.streamId, { ...shown(e), body: body.get(e.data.messageId ?? '') }]),
  )
  return orders.map((order) => ({ order, entry: byOrder.get(order.id) }))
}

function shown(e: {
  id: string
  sequence: string | bigint
  occurredAt: Date
  type: string
  actorKind: string
  actor: { name: string }
}) {
  const { id, occurredAt, actor, actorKind: kind } = e
  return {
    id,
    sequence: String(e.sequence),
    occurredAt: occurredAt.toISOString(),
    what: e.type,
    actor: { kind, name: actor.name },
  }
}

type Shown = Awaited<ReturnType<typeof withLatest>>[number]
const money = (amount: string | bigint, currency: string) => ({ amount: String(amount), currency })
const apollo = new ApolloServer<Ctx>({
  typeDefs: `type Money { amount: String! currency: String! } type Organisation { id: ID! name: String! }
    type Service { id: ID! name: String! flow: String! } type Line { id: ID! stage: String price: Money service: Service }
    type Actor { kind: String! name: String! } type MessageEntry { id: ID! sequence: String! occurredAt: String! what: String! actor: Actor! body: String }
    type Entries { nodes: [MessageEntry!]! } type Orders { nodes: [Order!]! }
    type Order { id: ID! number: String! status: String! stage: String! placedAt: String! total: Money buyer: Organisation beneficiary: Organisation lines: [Line!]! activity(first: Int): Entries! }
    type Query { orders: Orders! order(id: ID!): Order }`,
  resolvers: {
    Query: {
      orders: async (_: unknown, _args: unknown, ctx: Ctx) => ({
        nodes: await withLatest(ctx, await ordersOf(ctx, {}, 20)),
      }),
      order: async (_: unknown, { id }: { id: string }, ctx: Ctx) =>
        (await withLatest(ctx, await ordersOf(ctx, { id }, 1)))[0] ?? null,
    },
    Order: {
      id: ({ order }: Shown) => order.id,
      number: ({ order }: Shown) => order.number,
      status: ({ order }: Shown) => order.status,
      stage: ({ order }: Shown) => order.stage,
      placedAt: ({ order }: Shown) => order.placedAt.toISOString(),
      total: ({ order }: Shown) => money(order.totalAmount, order.currency),
      buyer: ({ order }: Shown) => order.buyer,
      beneficiary: ({ order }: Shown) => order.beneficiary,
      lines: ({ order }: Shown) => order.lines.getItems(),
      activity: ({ entry }: Shown) => ({ nodes: entry ? [entry] : [] }),
    },
    Line: {
      price: (line: { priceAmount: bigint; currency: string }) => money(line.priceAmount, line.currency),
    },
  },
})
await apollo.start()
const app = fastify()
app.post('/graphql', fastifyApolloHandler(apollo, { context: async () => ({ em: orm.em.fork() }) }))

let posted = 0
app.post<{ Body: { orderId: string; body: string; authorId: string } }>('/post', async ({ body: asked }) => {
  const id = `${process.pid}-${++posted}`
  return orm.em.fork().transactional(async (em) => {
    const order = await em.findOneOrFail(Order, asked.orderId)
    const stream = await em.findOneOrFail(Stream, order.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
    stream.lastSequence += 1n
    const now = new Date()
    const said = { kind: 'MESSAGE', visibility: 'PARTIES', body: asked.body, authorKind: 'member' }
    em.create(Message, {
      id: `msg_${id}`,
      orderId: order.id,
      ...said,
      authorId: asked.authorId,
      postedAt: now,
    })
    const what = {
      type: 'message.posted',
      visibility: 'PARTIES',
      occurredAt: now,
      data: { messageId: `msg_${id}` },
    }
    const by = { actorKind: 'member', actor: em.getReference(User, asked.authorId) }
    em.create(Event, {
      id: `evt_${id}`,
      streamId: order.id,
      sequence: stream.lastSequence,
      aggregateId: order.id,
      ...what,
      ...by,
    })
    em.create(Pending, { eventId: `evt_${id}` })
    await em.flush()
    return { id: `evt_${id}`, sequence: String(stream.lastSequence), body: asked.body }
  })
})

serve(await app.listen({ port: 0, host: '127.0.0.1' }), async () => {
  await app.close()
  await orm.close()
})
