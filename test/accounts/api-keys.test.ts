import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sendFile } from '../support/onboarding-form.js'
import { placeOrders } from '../support/shopping.js'
import type { Caller } from '../support/caller.js'
import type { World } from '../support/world.js'
import { AGENCY, CHANNEL, CREATE, type KeyRoom, openKeyRoom, POST, ROTATE, WHO } from './key-room.js'

let world: World
let owner: Caller
let agency: string
let order: string
let aKey: KeyRoom['aKey']
beforeAll(async () => {
  ;({ world, owner, agency, order, aKey } = await openKeyRoom())
})
afterAll(() => world?.close())

describe('an owner makes a key', () => {
  test('and is shown its secret once; only a hash of it is kept, and nothing else that tells it', async () => {
    const { createApiKey: key } = await owner.ask(CREATE, {
      o: agency,
      n: ' Order desk ',
      s: ['READ', 'FILES', 'READ'],
    })
    expect(key).toMatchObject({
      name: 'Order desk',
      scopes: ['READ', 'FILES'],
      status: 'ACTIVE',
      works: true,
      createdBy: { email: AGENCY },
      keeper: { email: AGENCY },
      organisation: { name: 'Northwind Agency' },
      availableActions: [
        { name: 'rotateApiKey', allowed: true },
        { name: 'revokeApiKey', allowed: true },
      ],
    })
    expect(key.secret).toMatch(/^wbk_[\w-]{43}$/)
    const [kept] = await world.rows<{ whole: string }>(
      `select (select row_to_json(k)::text from api_keys k where k.id = $1) || coalesce((select json_agg(e.data)::text from events e where e.aggregate_id = $1), '')
        || coalesce((select string_agg(result::text, '') from idempotency_keys), '') || coalesce((select string_agg(data::text, '') from pgboss.job), '') as whole`,
      [key.id],
    )
    expect(kept!.whole).toContain(key.id)
    expect(kept!.whole).not.toContain(key.secret.slice(4, 24))
    const { node } = await owner.ask('query($id: ID!) { node(id: $id) { ... on ApiKey { name secret } } }', {
      id: key.id,
    })
    expect(node).toEqual({ name: 'Order desk', secret: null })
  })

  test('and gets the same key without its secret when the same call comes again', async () => {
    const asked = { o: agency, n: 'Twice', s: ['READ'], k: 'make-it-once' }
    const { createApiKey: first } = await owner.ask(CREATE, asked)
    const { createApiKey: again } = await owner.ask(CREATE, asked)
    expect(first.secret).not.toBeNull()
    expect([again.id, again.secret]).toEqual([first.id, null])
  })

  test('and a trial shows no secret and keeps nothing', async () => {
    const { createApiKey: tried } = await owner.ask(CREATE, { o: agency, n: 'Tried', s: ['READ'], d: true })
    expect(tried).toMatchObject({ name: 'Tried', secret: null })
    expect(await world.rows('select id from api_keys where id = $1', [tried.id])).toEqual([])
  })

  test.each([
    [{ n: ' ' }, 'name'],
    [{ s: [] }, 'scopes'],
  ])('not with %j', async (wrong, field) => {
    const refused = await owner.refused(CREATE, { o: agency, n: 'Order desk', s: ['READ'], ...wrong })
    expect([refused.code, (refused['fields'] as { path: string }[]).map(({ path }) => path)]).toEqual([
      'VALIDATION',
      [field],
    ])
  })

  test('not for an organisation of others, and no member who is no owner does', async () => {
    const channel = await world.as(CHANNEL)
    const client = await world.as('client@demo.test')
    const { viewer } = await client.ask('{ viewer { memberships { organisation { id } } } }')
    const bakery = viewer.memberships[0].organisation.id
    const code = async (caller: Caller, o: string) =>
      (await caller.refused(CREATE, { o, n: 'Mine', s: ['READ'] })).code
    expect(await code(channel, agency)).toBe('NOT_FOUND')
    expect(await code(client, bakery)).toBe('FORBIDDEN')
    expect(await code(await world.as('admin@demo.test'), agency)).toBe('FORBIDDEN')
  })
})

describe('a program with a key', () => {
  test('is a member of that one organisation, over HTTP and over a socket', async () => {
    const { program } = await aKey(['READ', 'MESSAGES'])
    const who = { kind: 'KEY', organisationId: agency, scopes: ['READ', 'MESSAGES'], user: null }
    expect((await program.ask(WHO)).viewer).toEqual(who)
    const { orders } = await program.ask('{ orders { nodes { id } } }')
    expect(orders.nodes).toContainEqual({ id: order })
    const following = program.follow('subscription($id: ID!) { orderUpdated(id: $id) { id status } }', {
      id: order,
    })
    expect(await following.until((seen) => seen.length > 0)).toEqual([
      { orderUpdated: { id: order, status: 'OPEN' } },
    ])
    await following.stop()
  })

  test('sees what other organisations have as little as anybody else', async () => {
    const channel = await world.as(CHANNEL)
    const { viewer } = await channel.ask('{ viewer { memberships { organisation { id } } } }')
    const { createApiKey: key } = await channel.ask(CREATE, {
      o: viewer.memberships[0].organisation.id,
      n: 'Station',
      s: ['READ', 'MESSAGES'],
    })
    const program = world.caller(key.secret)
    expect((await program.ask('query($id: ID!) { order(id: $id) { id } }', { id: order })).order).toBeNull()
    expect((await program.refused(POST, { o: order, b: 'Hello' })).code).toBe('NOT_FOUND')
    expect((await program.ask('{ apiKeys { nodes { id } } }')).apiKeys.nodes).toEqual([{ id: key.id }])
  })

  test('finds itself and no other key, with whatever scopes it has', async () => {
    const first = await aKey()
    const { id, program } = await aKey()
    const { apiKeys } = await program.ask('{ apiKeys(first: 100) { nodes { id } } }')
    expect(apiKeys.nodes).toEqual([{ id }])
    const { node } = await program.ask('query($id: ID!) { node(id: $id) { id } }', { id: first.id })
    expect(node).toBeNull()
  })

  test('is who acted: on the feed, in the log, and for its keys of repeated calls', async () => {
    const { id, program } = await aKey(['READ', 'MESSAGES'])
    const { postMessage: said } = await program.ask(POST, { o: order, b: 'The desk is open.', k: 'hello' })
    expect(said.actor).toEqual({ kind: 'key', id, name: 'Northwind Agency' })
    const admin = await world.as('admin@demo.test')
    const { auditEntries } = await admin.ask(
      'query($id: ID!) { auditEntries(where: { actorId: { in: [$id] } }) { nodes { type verb actor { kind id name } } } }',
      { id },
    )
    const actor = { kind: 'key', id, name: 'Northwind Agency · Order desk' }
    expect(auditEntries.nodes).toEqual([
      { type: 'promise.started', verb: 'postMessage', actor },
      { type: 'message.posted', verb: 'postMessage', actor },
    ])
    const { postMessage: again } = await program.ask(POST, { o: order, b: 'The desk is open.', k: 'hello' })
    expect(again.id).toBe(said.id)
    const { program: another } = await aKey(['MESSAGES'])
    const { postMessage: other } = await another.ask(POST, { o: order, b: 'The desk is open.', k: 'hello' })
    expect(other.id).not.toBe(said.id)
  })

  test('buys in the name of the owner who answers for it, and sends files', async () => {
    const { program } = await aKey()
    // Only looking around the shop asks for memberships, which a program has none of.
    const buyer: Caller = {
      ...program,
      ask: (document, given) => (document.includes('memberships') ? owner : program).ask(document, given),
    }
    const [bought] = await placeOrders(buyer, [{ service: 'Review monitor', client: 'Harbour Bakery' }])
    const [placed] = await world.rows<{ email: string }>(
      'select c.email from orders o join contacts c on c.id = o.placed_by_contact_id where o.id = $1',
      [bought],
    )
    expect(placed!.email).toBe(AGENCY)
    expect(await sendFile(program, 'brief.txt', 'Blue, and loud.')).toMatch(/^fil_/)
  })

  test.each([
    ['{ orders { nodes { id } } }', ['MESSAGES'], 'READ'],
    ['query($id: ID!) { node(id: $id) { id } }', ['MESSAGES'], 'READ'],
    [POST, ['READ'], 'MESSAGES'],
    [
      'mutation($id: ID!) { cancelOrder(id: $id, reason: "No", idempotencyKey: "x") { id } }',
      ['READ', 'MESSAGES'],
      'ORDERS',
    ],
  ])('is told which scope it lacks: %s with %j', async (document, scopes, lacking) => {
    const { program } = await aKey(scopes)
    const refused = await program.refused(document, { id: order, o: order, b: 'Hello' })
    expect(refused).toMatchObject({ code: 'SCOPE_MISSING', scope: lacking })
  })

  test('is refused a subscription beyond its scopes', async () => {
    const { program } = await aKey(['MESSAGES'])
    const following = program.follow('subscription($id: ID!) { orderUpdated(id: $id) { id } }', { id: order })
    await expect(following.until((seen) => seen.length > 0)).rejects.toThrow('SCOPE_MISSING')
    await following.stop()
  })

  test('makes neither keys nor people, whatever its scopes', async () => {
    const { id, program } = await aKey()
    const invite =
      'mutation($o: ID!) { inviteMember(organisationId: $o, name: "Eve", email: "eve@demo.test", role: OWNER) { id } }'
    expect((await program.refused(invite, { o: agency })).code).toBe('FORBIDDEN')
    expect((await program.refused(CREATE, { o: agency, n: 'Another', s: ['READ'] })).code).toBe('FORBIDDEN')
    expect((await program.refused(ROTATE, { id })).code).toBe('FORBIDDEN')
    expect((await program.refused('{ staff { nodes { id } } }')).code).toBe('FORBIDDEN')
  })

  test('is shown what it may do by its scopes', async () => {
    const { program } = await aKey(['READ'])
    const { order: seen } = await program.ask(
      'query($id: ID!) { order(id: $id) { availableActions { name allowed refusal message } } }',
      { id: order },
    )
    expect(seen.availableActions).toContainEqual({
      name: 'cancelOrder',
      allowed: false,
      refusal: 'SCOPE_MISSING',
      message: 'The API key lacks the scope ORDERS.',
    })
    const { apiKeys } = await program.ask('{ apiKeys { nodes { availableActions { name } } } }')
    expect(apiKeys.nodes).toEqual([{ availableActions: [] }])
  })

  test('is nobody with a secret that is none', async () => {
    const { secret } = await aKey()
    const other = secret.at(-5) === 'A' ? 'B' : 'A'
    for (const wrong of [
      `${secret.slice(0, -5)}${other}${secret.slice(-4)}`,
      `${secret}A`,
      secret.slice(4),
      secret.toUpperCase(),
    ])
      expect((await world.caller(wrong).ask(WHO)).viewer.kind).toBe('ANONYMOUS')
    const refused = await world.caller(`${secret}A`).refused(POST, { o: order, b: 'Hello' })
    expect(refused.code).toBe('NOT_SIGNED_IN')
  })
})
