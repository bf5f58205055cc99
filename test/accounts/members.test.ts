import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { changeContact } from '../../api/accounts/contacts.js'
import { inviteContact, inviteMember } from '../../api/accounts/invite-member.js'
import { changeRole, disableMember, enableMember } from '../../api/accounts/members.js'
import { addOrganisation } from '../../api/accounts/organisations.js'
import { viewerOf } from '../../api/accounts/viewer-of.js'
import type { Viewer } from '../../api/lib/viewer.js'
import {
  type AccountsHouse,
  demoSystem,
  memberOf,
  openAccountsHouse,
  refusal,
  signedIn,
  staffWith,
} from './accounts-house.js'
import { accept, CHOSEN, invitation, person, story } from './invited-people.js'

let at: AccountsHouse
let admin: Viewer
let owner: Viewer

beforeAll(async () => {
  at = await openAccountsHouse()
  admin = staffWith(at.demo.staff['admin@demo.test']!, 'ADMIN')
  owner = await viewerOf(at.signIn, new Headers({ cookie: await signedIn(at, 'agency@demo.test') }))
})
afterAll(() => at?.close())

const memberRow = async (id: string) =>
  (await at.rows<Record<string, unknown>>('select * from members where id = $1', id))[0]!
const invite = (by: Viewer, organisationId: string, role: 'OWNER' | 'MEMBER' = 'MEMBER', who = person()) =>
  at.as(by, (tx) => inviteMember(tx, { organisationId, role, ...who }))

async function joined(organisationId: string, role: 'OWNER' | 'MEMBER' = 'MEMBER'): Promise<string> {
  const id = await invite(admin, organisationId, role)
  await accept(at, (await invitation(at, id))!)
  return id
}

test('an invited person accepts once, chooses a password and signs in', async () => {
  const who = person()
  const id = await invite(owner, at.demo.agency, 'MEMBER', who)
  const token = (await invitation(at, id))!
  expect(await accept(at, token)).toBe(id)
  expect(await refusal(accept(at, token))).toBe('LINK_ENDED')
  expect(await memberRow(id)).toMatchObject({ status: 'ACTIVE', role: 'MEMBER' })
  expect(await story(at, id)).toEqual(['member.invited', 'member.accepted'])
  const viewer = await viewerOf(at.signIn, new Headers({ cookie: await signedIn(at, who.email, CHOSEN) }))
  expect(viewer).toMatchObject({ kind: 'member', organisations: [at.demo.agency], owned: [] })
})

test('a short password is refused at its field, and the link is still good', async () => {
  const id = await invite(owner, at.demo.agency)
  const token = (await invitation(at, id))!
  expect(await refusal(accept(at, token, 'short'))).toBe('VALIDATION')
  expect(await accept(at, token)).toBe(id)
})

test('invited again before accepting, only the newest link is good', async () => {
  const who = person()
  const id = await invite(owner, at.demo.agency, 'MEMBER', who)
  const first = (await invitation(at, id))!
  expect(await invite(owner, at.demo.agency, 'OWNER', who)).toBe(id)
  const second = (await invitation(at, id))!
  expect(await refusal(accept(at, first))).toBe('LINK_ENDED')
  expect(await accept(at, second)).toBe(id)
  expect(await memberRow(id)).toMatchObject({ role: 'OWNER' })
  expect(await invitation(at, id)).toBeUndefined()
})

test('who is a member already is not invited, however the address is written', async () => {
  expect(
    await refusal(invite(owner, at.demo.agency, 'MEMBER', { name: 'Nora', email: 'AGENCY@demo.test ' })),
  ).toBe('ALREADY_MEMBER')
})

test('one person may be a member of several organisations, with one password', async () => {
  const who = person()
  for (const organisation of [at.demo.agency, at.demo.channel])
    await accept(at, (await invitation(at, await invite(admin, organisation, 'MEMBER', who)))!)
  const viewer = await viewerOf(at.signIn, new Headers({ cookie: await signedIn(at, who.email, CHOSEN) }))
  expect([...viewer.organisations].sort()).toEqual([at.demo.agency, at.demo.channel].sort())
  expect(await at.rows('select from users where email = $1', who.email.toLowerCase())).toHaveLength(1)
})

test("owners invite into their organisation and their clients', nobody else into any", async () => {
  const client = at.demo.clients[0]!.id
  expect(await invite(owner, client)).toMatch(/^mem_/)
  expect(await refusal(invite(memberOf('usr_x', at.demo.agency), at.demo.agency))).toBe('FORBIDDEN')
  expect(await refusal(invite(memberOf('usr_x', client, true), at.demo.agency))).toBe('NOT_FOUND')
  expect(await refusal(invite(owner, at.demo.channel))).toBe('NOT_FOUND')
  expect(await refusal(invite(staffWith('usr_x', 'SUPPORT'), at.demo.agency))).toBe('FORBIDDEN')
  expect(await refusal(invite(owner, 'org_nothing'))).toBe('NOT_FOUND')
  expect(await refusal(invite(owner, at.demo.agency, 'MEMBER', { name: 'A\nB', email: 'no address' }))).toBe(
    'VALIDATION',
  )
})

test('a contact without an address of their own cannot be invited', async () => {
  expect(
    await refusal(
      at.as(demoSystem, (tx) =>
        inviteContact(tx, { contactId: at.demo.contactWithoutEmail, role: 'MEMBER' }),
      ),
    ),
  ).toBe('RECIPIENT_WITHOUT_EMAIL')
})

test('a disabled member is out at once, and back when enabled', async () => {
  const who = person()
  const id = await invite(owner, at.demo.agency, 'MEMBER', who)
  await accept(at, (await invitation(at, id))!)
  const headers = new Headers({ cookie: await signedIn(at, who.email, CHOSEN) })
  await at.as(owner, (tx) => disableMember(tx, { id }))
  expect((await viewerOf(at.signIn, headers)).kind).toBe('anonymous')
  await expect(signedIn(at, who.email, CHOSEN)).rejects.toThrow('401')
  await at.as(owner, (tx) => enableMember(tx, { id }))
  expect((await viewerOf(at.signIn, headers)).kind).toBe('anonymous')
  expect(await signedIn(at, who.email, CHOSEN)).toContain('waybill.session_token')
  expect(await story(at, id)).toEqual([
    'member.invited',
    'member.accepted',
    'member.disabled',
    'member.enabled',
  ])
})

test('an invitation that was withdrawn cannot be accepted, and waits again when enabled', async () => {
  const id = await invite(owner, at.demo.agency)
  const token = (await invitation(at, id))!
  await at.as(owner, (tx) => disableMember(tx, { id }))
  expect(await refusal(accept(at, token))).toBe('LINK_ENDED')
  await at.as(owner, (tx) => enableMember(tx, { id }))
  expect(await memberRow(id)).toMatchObject({ status: 'INVITED' })
})

test('an organisation keeps an owner, also when two would each take away the other', async () => {
  const organisation = await at.as(admin, (tx) =>
    addOrganisation(tx, { name: 'Two Owners', kind: 'CLIENT', businessEmail: 'two@example.test' }),
  )
  const one = await joined(organisation, 'OWNER')
  expect(await refusal(at.as(admin, (tx) => changeRole(tx, { id: one, role: 'MEMBER' })))).toBe('LAST_OWNER')
  expect(await refusal(at.as(admin, (tx) => disableMember(tx, { id: one })))).toBe('LAST_OWNER')
  const two = await joined(organisation, 'OWNER')
  const demote = (id: string) =>
    at.as(memberOf('usr_x', organisation, true), (tx) => changeRole(tx, { id, role: 'MEMBER' }))
  const results = await Promise.allSettled([demote(one), demote(two)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(
    await at.rows(`select from members where organisation_id = $1 and role = 'OWNER'`, organisation),
  ).toHaveLength(1)
})

test('who may not manage a member is refused; to strangers the member is not there', async () => {
  const id = await joined(at.demo.agency)
  expect(
    await refusal(at.as(memberOf('usr_x', at.demo.agency), (tx) => changeRole(tx, { id, role: 'OWNER' }))),
  ).toBe('FORBIDDEN')
  expect(
    await refusal(at.as(memberOf('usr_x', at.demo.channel, true), (tx) => disableMember(tx, { id }))),
  ).toBe('NOT_FOUND')
  expect(
    await refusal(at.as(memberOf('usr_x', at.demo.clients[0]!.id, true), (tx) => disableMember(tx, { id }))),
  ).toBe('NOT_FOUND')
  expect(await refusal(at.as(owner, (tx) => enableMember(tx, { id })))).toBe('INVALID_TRANSITION')
})

/** Somebody's contact gets another address. */
async function moveTo(memberId: string, email: string, by: Viewer = owner): Promise<void> {
  const { contact_id } = await memberRow(memberId)
  await at.as(by, (tx) => changeContact(tx, { id: String(contact_id), email }))
}

test('an invitation opens nothing at an address that it was not mailed to', async () => {
  const victim = { name: 'Vic Timm', email: 'vic@other.test' }
  const id = await invite(owner, at.demo.agency, 'MEMBER', { ...victim, email: 'mine-vic@example.test' })
  const mine = (await invitation(at, id))!
  await moveTo(id, victim.email)
  expect(await refusal(accept(at, mine, 'the one I know'))).toBe('LINK_ENDED')
  await accept(at, (await invitation(at, await invite(admin, at.demo.channel, 'OWNER', victim)))!)
  await expect(signedIn(at, victim.email, 'the one I know')).rejects.toThrow('401')
  expect(await signedIn(at, victim.email, CHOSEN)).toContain('waybill.session_token')
})

test('a link that was made too late to end opens nothing either, and no link is made for where they were', async () => {
  const who = person()
  const id = await invite(owner, at.demo.agency, 'MEMBER', who)
  const late = (await invitation(at, id))!
  await moveTo(id, 'now-here@example.test')
  await at.rows('update links set revoked_at = null where subject_id = $1', id)
  expect(await refusal(accept(at, late))).toBe('LINK_ENDED')
  expect(await invitation(at, id, who.email.toLowerCase())).toBeUndefined()
})

test('who is to be reached at another address is invited there, by whoever may invite', async () => {
  const id = await invite(owner, at.demo.agency)
  await moveTo(id, 'first-move@example.test')
  expect(await story(at, id)).toEqual(['member.invited', 'member.invited'])
  const first = (await invitation(at, id))!
  await moveTo(id, 'second-move@example.test', staffWith(at.demo.staff['admin@demo.test']!, 'SUPPORT'))
  expect(await story(at, id)).toEqual(['member.invited', 'member.invited'])
  expect(await refusal(accept(at, first))).toBe('LINK_ENDED')
  expect(await accept(at, (await invitation(at, id))!)).toBe(id)
  await moveTo(id, 'third-move@example.test')
  expect(await story(at, id)).toEqual(['member.invited', 'member.invited', 'member.accepted'])
})

test('the address that somebody signs in with is nobody else’s there, even where we write to them at another', async () => {
  const who = person()
  const email = who.email.toLowerCase()
  const id = await invite(owner, at.demo.agency, 'MEMBER', who)
  await accept(at, (await invitation(at, id))!)
  await moveTo(id, 'writes-elsewhere@example.test')
  const twin = {
    code: 'VALIDATION',
    params: { fields: [{ path: 'email', message: expect.stringContaining(who.name) }] },
  }
  await expect(invite(owner, at.demo.agency, 'MEMBER', { name: 'Second Self', email })).rejects.toMatchObject(
    twin,
  )
  const other = await invite(owner, at.demo.agency)
  await expect(moveTo(other, email)).rejects.toMatchObject(twin)
  expect(await invite(admin, at.demo.channel, 'MEMBER', { ...who, email })).toMatch(/^mem_/)
  await moveTo(id, email)
})

test('who was invited at such an address before it was refused is told that they are a member', async () => {
  const who = person()
  const id = await invite(owner, at.demo.agency, 'MEMBER', who)
  await accept(at, (await invitation(at, id))!)
  await moveTo(id, 'has-moved@example.test')
  const other = await invite(owner, at.demo.agency)
  const { contact_id } = await memberRow(other)
  await at.rows('update contacts set email = $1 where id = $2', who.email.toLowerCase(), contact_id)
  expect(await refusal(accept(at, (await invitation(at, other))!))).toBe('ALREADY_MEMBER')
  expect(await memberRow(other)).toMatchObject({ status: 'INVITED', user_id: null })
})
