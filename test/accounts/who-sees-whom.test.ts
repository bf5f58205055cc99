import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { graphql } from 'graphql'
import { invited } from '../../api/accounts/accept-invitation.js'
import { inviteMember, mintInvitation } from '../../api/accounts/invite-member.js'
import { viewerOf } from '../../api/accounts/viewer-of.js'
import { callerCtx } from '../../api/app/graphql-server.js'
import { schema } from '../../api/app/schema.js'
import { anonymous, type Viewer } from '../../api/lib/viewer.js'
import { type AccountsHouse, demoSystem, openAccountsHouse, signedIn } from './accounts-house.js'

let at: AccountsHouse
const viewers: Record<string, Viewer> = { nobody: anonymous }

beforeAll(async () => {
  at = await openAccountsHouse()
  for (const name of ['admin', 'support', 'agency', 'client', 'channel']) {
    viewers[name] = await viewerOf(
      at.signIn,
      new Headers({ cookie: await signedIn(at, `${name}@demo.test`) }),
    )
  }
})
afterAll(() => at?.close())

async function ask(who: string | Viewer, source: string, variableValues: Record<string, unknown> = {}) {
  const viewer = typeof who === 'string' ? viewers[who]! : who
  return graphql({
    schema: schema({ sandbox: true }),
    source,
    variableValues,
    contextValue: callerCtx(at.house, viewer, '127.0.0.1'),
  })
}

async function data(who: string | Viewer, source: string, variables: Record<string, unknown> = {}) {
  const answer = await ask(who, source, variables)
  if (answer.errors) throw answer.errors[0]!.originalError ?? answer.errors[0]!
  return JSON.parse(JSON.stringify(answer.data)) as Record<string, never>
}

const names = (page: { nodes: { name: string }[] }) => page.nodes.map(({ name }) => name)

test('everybody learns who they are', async () => {
  const me =
    '{ viewer { kind staffRoles linkDocumentId user { name email } memberships { role organisation { name } } } }'
  expect(await data('nobody', me)).toEqual({
    viewer: { kind: 'ANONYMOUS', staffRoles: [], linkDocumentId: null, user: null, memberships: [] },
  })
  expect(await data('admin', me)).toMatchObject({
    viewer: { kind: 'STAFF', staffRoles: ['ADMIN'], user: { email: 'admin@demo.test' } },
  })
  expect(await data('agency', me)).toMatchObject({
    viewer: {
      kind: 'MEMBER',
      user: { name: 'Nora Winter' },
      memberships: [{ role: 'OWNER', organisation: { name: 'Northwind Agency' } }],
    },
  })
  expect(await data(invited('lnk_x', 'doc_x'), me)).toMatchObject({
    viewer: { kind: 'LINK', linkDocumentId: 'doc_x', user: null },
  })
})

test('organisations and contacts: staff all, an agency its own and its clients, a client only itself', async () => {
  const all = '{ organisations { nodes { name } totalCount { count } } contacts { nodes { name } } }'
  const seen = async (who: string) => {
    const { organisations, contacts } = (await data(who, all)) as never as Record<
      string,
      { nodes: { name: string }[] }
    >
    return [names(organisations!), names(contacts!)]
  }
  expect(await seen('support')).toEqual([
    ['Elm Street Dental', 'Harbour Bakery', 'Northwind Agency', 'Signal Street Media'],
    ['Chen Wu', 'Clara Hughes', 'Diego Alvarez', 'Nora Winter', 'Rita Cole'],
  ])
  expect(await seen('agency')).toEqual([
    ['Elm Street Dental', 'Harbour Bakery', 'Northwind Agency'],
    ['Clara Hughes', 'Diego Alvarez', 'Nora Winter', 'Rita Cole'],
  ])
  expect(await seen('client')).toEqual([['Harbour Bakery'], ['Clara Hughes']])
  expect(await seen('channel')).toEqual([['Signal Street Media'], ['Chen Wu']])
  expect((await ask('nobody', all)).errors?.[0]?.originalError).toMatchObject({ code: 'NOT_SIGNED_IN' })
})

test("a client does not see its agency's people, whichever way they are asked for", async () => {
  const down = `query ($id: ID!) { organisation(id: $id) { name contacts { nodes { name } } members { user { email } } } }`
  expect(await data('client', down, { id: at.demo.agency })).toEqual({ organisation: null })
  const up = `query ($id: ID!) { organisation(id: $id) { agency { name contacts { nodes { name } } } members { user { email } } } }`
  expect(await data('client', up, { id: at.demo.clients[0]!.id })).toEqual({
    organisation: { agency: null, members: [{ user: { email: 'client@demo.test' } }] },
  })
  const filtered = `query ($id: ID!) { contacts(where: { or: [{ organisationId: { in: [$id] } }, { not: { id: { in: [] } } }] }) { nodes { name } } }`
  expect(await data('client', filtered, { id: at.demo.agency })).toEqual({
    contacts: { nodes: [{ name: 'Clara Hughes' }] },
  })
})

test('an agency sees its clients below it, and who signs in there', async () => {
  const source = `query ($id: ID!) { organisation(id: $id) { clients { nodes { name members { user { email } availableActions { name allowed refusal } } } } } }`
  const { organisation } = (await data('agency', source, { id: at.demo.agency })) as never as {
    organisation: {
      clients: { nodes: { name: string; members: { user: object; availableActions: object[] }[] }[] }
    }
  }
  const bakery = organisation.clients.nodes.find(({ name }) => name === 'Harbour Bakery')
  expect(bakery?.members[0]?.user).toEqual({ email: 'client@demo.test' })
  expect(bakery?.members[0]?.availableActions).toContainEqual({
    name: 'disableMember',
    allowed: true,
    refusal: null,
  })
})

test('the team is for the team', async () => {
  const team =
    '{ staff { nodes { name email staffRoles skills availableActions { name allowed refusal } } } }'
  const { staff } = (await data('admin', team)) as never as {
    staff: { nodes: { name: string; email: string; skills: string[]; availableActions: object[] }[] }
  }
  expect(names(staff)).toEqual([
    'Ada Okafor',
    'Felix Brandt',
    'Fiona Marsh',
    'Grace Ito',
    'Hugo Pires',
    'Sam Lindqvist',
  ])
  expect(staff.nodes[1]?.skills).toEqual(['copywriting', 'listings', 'seo'])
  expect(staff.nodes[0]?.availableActions).toEqual([
    { name: 'inviteStaff', allowed: false, refusal: 'INVALID_TRANSITION' },
    { name: 'disableStaff', allowed: false, refusal: 'LAST_OWNER' },
  ])
  for (const who of ['agency', 'client', 'channel'])
    expect((await ask(who, team)).errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' })
})

test('mutations: an owner invites, a member accepts without being signed in, and only the rightful see it', async () => {
  const invite = `mutation ($org: ID!, $email: String!) { inviteMember(organisationId: $org, name: "New Person", email: $email, role: MEMBER) { id status contact { email } version } }`
  const { inviteMember: member } = (await data('agency', invite, {
    org: at.demo.agency,
    email: 'new@example.test',
  })) as never as { inviteMember: { id: string } }
  expect(member).toMatchObject({ status: 'INVITED', contact: { email: 'new@example.test' } })
  await expect(
    data('channel', invite, { org: at.demo.agency, email: 'mine@example.test' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const token = await at.as(demoSystem, (tx) =>
    mintInvitation(tx, { subjectId: member.id, sentTo: 'new@example.test' }),
  )
  const accept = `mutation ($token: String!) { acceptInvitation(token: $token, password: "a long password") { id status user { email } organisation { name businessEmail } contact { name } } }`
  expect(await data('nobody', accept, { token })).toMatchObject({
    acceptInvitation: {
      id: member.id,
      status: 'ACTIVE',
      user: { email: 'new@example.test' },
      organisation: { name: 'Northwind Agency' },
    },
  })
  await expect(data('nobody', accept, { token })).rejects.toMatchObject({ code: 'LINK_ENDED' })
  const staff = `mutation { inviteStaff(name: "A", email: "a@example.test", roles: [ADMIN], skills: []) { id } }`
  await expect(data('support', staff)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(data('agency', staff)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a dry run of an invitation tells and keeps nothing', async () => {
  const before = await at.rows('select id from members')
  const source = `mutation ($org: ID!) { inviteMember(organisationId: $org, name: "Dry", email: "dry@example.test", role: OWNER, dryRun: true) { role contact { name } } }`
  expect(await data('agency', source, { org: at.demo.agency })).toEqual({
    inviteMember: { role: 'OWNER', contact: { name: 'Dry' } },
  })
  expect(await at.rows('select id from members')).toHaveLength(before.length)
  expect(
    await at.as(demoSystem, (tx) =>
      inviteMember(tx, {
        organisationId: at.demo.agency,
        name: 'Dry',
        email: 'dry@example.test',
        role: 'MEMBER',
      }),
    ),
  ).toMatch(/^mem_/)
})
