import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import type { World } from '../support/world.js'
import { AGENCY, type KeyRoom, openKeyRoom, POST, REVOKE, ROTATE, WHO } from './key-room.js'

let world: World
let owner: Caller
let agency: string
let order: string
let aKey: KeyRoom['aKey']
beforeAll(async () => {
  ;({ world, owner, agency, order, aKey } = await openKeyRoom())
})
afterAll(() => world?.close())

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
