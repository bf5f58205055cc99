import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { endLinks, knownLink, mintLink, redeemLink, startLinkSession } from '../../api/accounts/links.js'
import { viewerOf } from '../../api/accounts/viewer-of.js'
import { newId } from '../../api/lib/ids.js'
import { type AccountsHouse, demoSystem, openAccountsHouse, refusal } from './accounts-house.js'

let at: AccountsHouse

beforeAll(async () => {
  at = await openAccountsHouse()
})
afterAll(() => at?.close())

const minted = (subjectId: string, days = 1) =>
  at.as(demoSystem, (tx) =>
    mintLink(tx, { purpose: 'onboarding', subjectId, contactId: at.demo.clients[0]!.contact, days }),
  )
const redeemed = (token: string, purpose: 'onboarding' | 'invitation' = 'onboarding') =>
  at.as(demoSystem, (tx) => redeemLink(tx, { token, purpose }))
const caller = (token: string) => viewerOf(at.signIn, new Headers({ authorization: `Bearer ${token}` }))

test('a link is good once, for the thing it was made for', async () => {
  const subjectId = newId('doc')
  const token = await minted(subjectId)
  expect(await redeemed(token)).toMatchObject({ subjectId, contactId: at.demo.clients[0]!.contact })
  expect(await refusal(redeemed(token))).toBe('LINK_ENDED')
})

test('of many clicks at once, one wins', async () => {
  const token = await minted(newId('doc'))
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => redeemed(token)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('unknown, expired, withdrawn and meant for something else all look the same', async () => {
  const subjectId = newId('doc')
  const [expired, withdrawn, other] = [
    await minted(newId('doc'), -1),
    await minted(subjectId),
    await minted(newId('doc')),
  ]
  await at.as(demoSystem, (tx) => endLinks(tx, { subjectId }))
  for (const attempt of [
    redeemed('no-such-token'),
    redeemed(expired),
    redeemed(withdrawn),
    redeemed(other, 'invitation'),
  ]) {
    expect(await refusal(attempt)).toBe('LINK_ENDED')
  }
  expect(await redeemed(other)).toBeDefined()
})

test('no token is kept, only its hash', async () => {
  const token = await minted(newId('doc'))
  const session = await at.as(demoSystem, async (tx) =>
    startLinkSession(tx, await redeemLink(tx, { token, purpose: 'onboarding' })),
  )
  const kept = await at.rows<{ row: string }>(
    'select l::text as row from links l union all select s::text from link_sessions s',
  )
  expect(kept.length).toBeGreaterThan(1)
  expect(kept.filter(({ row }) => row.includes(token) || row.includes(session.token))).toEqual([])
})

test('a used or expired link still tells whom to mail a fresh one, a withdrawn one does not', async () => {
  const known = (token: string) => at.as(demoSystem, (tx) => knownLink(tx, { token, purpose: 'onboarding' }))
  const subjectId = newId('doc')
  const token = await minted(subjectId)
  await redeemed(token)
  expect(await known(token)).toEqual({ subjectId, contactId: at.demo.clients[0]!.contact })
  expect(await known(await minted(newId('doc'), -1))).toBeDefined()
  await at.as(demoSystem, (tx) => endLinks(tx, { subjectId }))
  expect(await known(token)).toBeUndefined()
})

test("a link's session is somebody who sees one thing, for seven days or until the thing ends", async () => {
  const subjectId = newId('doc')
  const token = await minted(subjectId)
  const session = await at.as(demoSystem, async (tx) =>
    startLinkSession(tx, await redeemLink(tx, { token, purpose: 'onboarding' })),
  )
  expect(session.expiresAt.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000)
  expect(await caller(session.token)).toMatchObject({
    kind: 'link',
    subject: subjectId,
    roles: [],
    organisations: [],
  })
  expect((await caller(token)).kind).toBe('anonymous')
  await at.as(demoSystem, (tx) => endLinks(tx, { subjectId }))
  expect((await caller(session.token)).kind).toBe('anonymous')
})

test('a session that has run out is nobody', async () => {
  const token = await minted(newId('doc'))
  const session = await at.as(demoSystem, async (tx) =>
    startLinkSession(tx, await redeemLink(tx, { token, purpose: 'onboarding' })),
  )
  await at.rows(`update link_sessions set expires_at = now() - interval '1 second'`)
  expect((await caller(session.token)).kind).toBe('anonymous')
})
