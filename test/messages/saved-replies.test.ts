import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'

let world: World
let support: Caller
beforeAll(async () => {
  world = await openWorld()
  support = await world.as('support@demo.test')
})
afterAll(() => world?.close())

const ADD =
  'mutation($t: String!, $b: String!) { addSavedReply(title: $t, body: $b) { id title body version } }'
const CHANGE =
  'mutation($id: ID!, $t: String, $b: String, $v: Int) { changeSavedReply(id: $id, title: $t, body: $b, expectedVersion: $v) { id title body version } }'
const REMOVE = 'mutation($id: ID!) { removeSavedReply(id: $id) { id } }'
const LIST = '{ savedReplies { nodes { id title } } }'

test('support keeps replies for the whole team: added, changed, removed, each in the log', async () => {
  const { addSavedReply: added } = await support.ask(ADD, { t: ' Soon ', b: 'We look into it.' })
  expect(added).toMatchObject({ title: 'Soon', body: 'We look into it.', version: 1 })
  const { changeSavedReply: changed } = await support.ask(CHANGE, { id: added.id, b: 'We are at it.', v: 1 })
  expect(changed).toMatchObject({ title: 'Soon', body: 'We are at it.', version: 2 })
  const titles = async (email: string) =>
    (await (await world.as(email)).ask(LIST))['savedReplies'].nodes.map((r: { title: string }) => r.title)
  expect(await titles('finance@demo.test')).toContain('Soon')
  expect(await support.ask(REMOVE, { id: added.id })).toEqual({ removeSavedReply: null })
  expect(await titles('support@demo.test')).not.toContain('Soon')
  const log = await world.rows<{ type: string; data: object }>(
    'select type, data from events where stream_id = $1 order by sequence',
    [added.id],
  )
  expect(log).toEqual([
    { type: 'saved-reply.added', data: {} },
    { type: 'saved-reply.changed', data: { fields: ['body'] } },
    { type: 'saved-reply.removed', data: {} },
  ])
})

test('a change that changes nothing is none, and one over an older version is refused', async () => {
  const { addSavedReply: added } = await support.ask(ADD, { t: 'Hours', b: 'Around the clock.' })
  expect((await support.ask(CHANGE, { id: added.id, t: 'Hours' }))['changeSavedReply'].version).toBe(1)
  await support.ask(CHANGE, { id: added.id, t: 'Our hours' })
  expect(await support.refused(CHANGE, { id: added.id, t: 'Times', v: 1 })).toMatchObject({
    code: 'STALE_VERSION',
    current: 2,
  })
})

test('they are for support and admins to keep, and for the team to use', async () => {
  const { addSavedReply: added } = await support.ask(ADD, { t: 'Ours', b: 'Ours.' })
  const finance = await world.as('finance@demo.test')
  const buyer = await world.as('agency@demo.test')
  for (const caller of [finance, buyer]) {
    expect(await caller.refused(ADD, { t: 'x', b: 'x' })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await caller.refused(REMOVE, { id: added.id })).toMatchObject({ code: 'FORBIDDEN' })
  }
  expect(await buyer.refused(LIST)).toMatchObject({ code: 'FORBIDDEN' })
  expect(await support.refused(ADD, { t: '', b: 'x' })).toMatchObject({ fields: [{ path: 'title' }] })
  expect(await support.refused(ADD, { t: 'x', b: ' ' })).toMatchObject({ fields: [{ path: 'body' }] })
  expect(await support.refused(REMOVE, { id: 'rpl_01zzzzzzzzzzzzzzzzzzzzzzzz' })).toMatchObject({
    code: 'NOT_FOUND',
  })
})
