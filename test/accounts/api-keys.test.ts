import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { apiScopes } from '../../api/lib/api-scopes.js'
import { sendFile } from '../support/onboarding-form.js'
import { pay, placeOrders } from '../support/shopping.js'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'

const AGENCY = 'agency@demo.test'
const CHANNEL = 'channel@demo.test'
const CREATE =
  'mutation($o: ID!, $n: String!, $s: [ApiScope!]!, $k: String, $d: Boolean) { createApiKey(organisationId: $o, name: $n, scopes: $s, idempotencyKey: $k, dryRun: $d) { id name scopes status works secret version createdBy { email } keeper { email } organisation { name } availableActions { name allowed } } }'
const ROTATE =
  'mutation($id: ID!) { rotateApiKey(id: $id) { id secret works earlierSecretUntil keeper { email } } }'
const REVOKE = 'mutation($id: ID!) { revokeApiKey(id: $id) { id status works revokedAt } }'
const POST =
  'mutation($o: ID!, $b: String!, $k: String) { postMessage(orderId: $o, body: $b, visibility: BUYER, idempotencyKey: $k) { id actor { kind id name } } }'
const WHO = '{ viewer { kind organisationId scopes user { name } } }'

let world: World
let owner: Caller
let agency: string
let order: string
beforeAll(async () => {
  world = await openWorld()
  owner = await world.as(AGENCY)
  const { viewer } = await owner.ask('{ viewer { memberships { organisation { id } } } }')
  agency = viewer.memberships[0].organisation.id
  const [placed] = await placeOrders(owner, [{ service: 'Local search optimisation' }])
  order = placed!
  await pay(owner, order)
  await world.settled()
}, 60_000)
afterAll(() => world?.close())

async function aKey(
  scopes: readonly string[] = Object.keys(apiScopes),
): Promise<{ id: string; secret: string; program: Caller }> {
  const { createApiKey: key } = await owner.ask(CREATE, { o: agency, n: 'Order desk', s: scopes })
  return { id: key.id, secret: key.secret, program: world.caller(key.secret) }
}

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

  test('is who acted: on the feed, in the log, and for its keys of repeated calls', async () => {
    const { id, program } = await aKey(['READ', 'MESSAGES'])
    const { postMessage: said } = await program.ask(POST, { o: order, b: 'The desk is open.', k: 'hello' })
    expect(said.actor).toEqual({ kind: 'key', id, name: 'Northwind Agency' })
    const admin = await world.as('admin@demo.test')
    const { auditEntries } = await admin.ask(
      'query($id: ID!) { auditEntries(where: { actorId: { in: [$id] } }) { nodes { type verb actor { kind id name } } } }',
      { id },
    )
    expect(auditEntries.nodes).toEqual([
      {
        type: 'message.posted',
        verb: 'postMessage',
        actor: { kind: 'key', id, name: 'Northwind Agency · Order desk' },
      },
    ])
    const { postMessage: again } = await program.ask(POST, { o: order, b: 'The desk is open.', k: 'hello' })
    expect(again.id).toBe(said.id)
    const { program: another } = await aKey(['MESSAGES'])
    const { postMessage: other } = await another.ask(POST, { o: order, b: 'The desk is open.', k: 'hello' })
    expect(other.id).not.toBe(said.id)
  })

  test('buys in the name of the owner who answers for it, and sends files', async () => {
    const { program } = await aKey()
    const [bought] = await placeOrders(program, [{ service: 'Review monitor', client: 'Harbour Bakery' }])
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

describe('that a key was used', () => {
  const usedAt = async (id: string) =>
    (await owner.ask('query($id: ID!) { node(id: $id) { ... on ApiKey { lastUsedAt } } }', { id })).node
      .lastUsedAt as string | null

  test('is written down, once a minute', async () => {
    const { id, program } = await aKey()
    expect(await usedAt(id)).toBeNull()
    await program.ask(WHO)
    const first = await usedAt(id)
    expect(first).not.toBeNull()
    await program.ask(WHO)
    expect(await usedAt(id)).toBe(first)
    await world.rows(
      `update api_keys set last_used_at = last_used_at - interval '61 seconds' where id = $1`,
      [id],
    )
    await program.ask(WHO)
    expect(Date.parse((await usedAt(id))!)).toBeGreaterThanOrEqual(Date.parse(first!))
  })
})

describe('rotating a key', () => {
  test('gives a fresh secret, and the one before is good for an hour more', async () => {
    const { id, secret, program } = await aKey(['READ'])
    const { rotateApiKey: rotated } = await owner.ask(ROTATE, { id })
    expect(rotated.secret).toMatch(/^wbk_/)
    expect(rotated.secret).not.toBe(secret)
    expect(Math.round((Date.parse(rotated.earlierSecretUntil) - Date.now()) / 60_000)).toBe(60)
    expect((await program.ask(WHO)).viewer.kind).toBe('KEY')
    expect((await world.caller(rotated.secret).ask(WHO)).viewer.kind).toBe('KEY')
    await world.rows(`update api_keys set earlier_until = now() where id = $1`, [id])
    expect((await program.ask(WHO)).viewer.kind).toBe('ANONYMOUS')
    expect((await world.caller(rotated.secret).ask(WHO)).viewer.kind).toBe('KEY')
  })

  test('once more ends the first secret, though its hour is not over', async () => {
    const { id, program } = await aKey(['READ'])
    const { rotateApiKey: second } = await owner.ask(ROTATE, { id })
    const { rotateApiKey: third } = await owner.ask(ROTATE, { id })
    expect((await program.ask(WHO)).viewer.kind).toBe('ANONYMOUS')
    for (const { secret } of [second, third])
      expect((await world.caller(secret).ask(WHO)).viewer.kind).toBe('KEY')
  })
})

describe('revoking a key', () => {
  test('ends both its secrets at once, and is in the log', async () => {
    const { id, program } = await aKey(['READ'])
    const { rotateApiKey: rotated } = await owner.ask(ROTATE, { id })
    const { revokeApiKey: revoked } = await owner.ask(REVOKE, { id })
    expect(revoked).toMatchObject({ status: 'REVOKED', works: false, revokedAt: expect.any(String) })
    for (const caller of [program, world.caller(rotated.secret)])
      expect((await caller.refused('{ orders { nodes { id } } }')).code).toBe('NOT_SIGNED_IN')
    const events = await world.rows<{ type: string }>(
      'select type from events where aggregate_id = $1 order by sequence',
      [id],
    )
    expect(events.map(({ type }) => type)).toEqual(['api-key.created', 'api-key.rotated', 'api-key.revoked'])
    expect((await owner.refused(ROTATE, { id })).code).toBe('INVALID_TRANSITION')
  })

  test('closes its open sockets within five seconds, and nothing more is heard on them', async () => {
    const { id, program } = await aKey(['READ'])
    const following = program.follow('subscription($o: ID!) { orderActivity(orderId: $o) { what } }', {
      o: order,
    })
    await following.until((seen) => seen.length > 0)
    const begun = performance.now()
    await owner.ask(REVOKE, { id })
    expect(await following.closed).toBe(4403)
    expect(performance.now() - begun).toBeLessThan(5000)
    const heard = following.seen.length
    await owner.ask(POST, { o: order, b: 'Is the desk still open?' })
    await world.settled()
    expect(following.seen).toHaveLength(heard)
  })

  test('is an admin’s to do, too; others of the team do not see keys', async () => {
    const { id, program } = await aKey(['READ'])
    const support = await world.as('support@demo.test')
    expect((await support.refused('{ apiKeys { nodes { id } } }')).code).toBe('FORBIDDEN')
    await (await world.as('admin@demo.test')).ask(REVOKE, { id })
    expect((await program.ask(WHO)).viewer.kind).toBe('ANONYMOUS')
  })
})

describe('when the owner who answers for a key loses their access', () => {
  const INVITE =
    'mutation($o: ID!) { inviteMember(organisationId: $o, name: "Olga Steen", email: "olga@demo.test", role: OWNER) { id } }'

  test('it stops at once, with its sockets; another owner takes it over by rotating it', async () => {
    const admin = await world.as('admin@demo.test')
    const { inviteMember: member } = await owner.ask(INVITE, { o: agency })
    await world.rows(
      `with u as (insert into users (id, name, email, status) values ('usr_01zzzzzzzzzzzzzzzzzzzzzzzz', 'Olga Steen', 'olga@demo.test', 'ACTIVE') returning id)
        update members set user_id = u.id, status = 'ACTIVE' from u where members.id = $1`,
      [member.id],
    )
    const { id, program } = await aKey(['READ'])
    await world.rows(`update api_keys set keeper_id = 'usr_01zzzzzzzzzzzzzzzzzzzzzzzz' where id = $1`, [id])
    expect((await program.ask(WHO)).viewer.kind).toBe('KEY')
    const following = program.follow('subscription($o: ID!) { orderActivity(orderId: $o) { what } }', {
      o: order,
    })
    await following.until((seen) => seen.length > 0)
    await admin.ask('mutation($id: ID!) { disableMember(id: $id) { id } }', { id: member.id })
    expect(await following.closed).toBe(4403)
    expect((await program.ask(WHO)).viewer.kind).toBe('ANONYMOUS')
    const { node } = await owner.ask('query($id: ID!) { node(id: $id) { ... on ApiKey { status works } } }', {
      id,
    })
    expect(node).toEqual({ status: 'ACTIVE', works: false })
    const { rotateApiKey: taken } = await owner.ask(ROTATE, { id })
    expect(taken).toMatchObject({ works: true, keeper: { email: AGENCY } })
    for (const caller of [program, world.caller(taken.secret)])
      expect((await caller.ask(WHO)).viewer.kind).toBe('KEY')
  })

  test('it stops, too, when they are an owner no longer', async () => {
    const { id, program } = await aKey(['READ'])
    await world.rows(
      `update api_keys set keeper_id = (select user_id from members where role = 'MEMBER' and status = 'ACTIVE' limit 1) where id = $1`,
      [id],
    )
    expect((await program.ask(WHO)).viewer.kind).toBe('ANONYMOUS')
  })
})
