import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { acceptInvitation } from '../../api/accounts/accept-invitation.js'
import { demoAccounts } from '../../api/accounts/demo-accounts.js'
import { inviteContact, inviteMember, mintInvitation } from '../../api/accounts/invite-member.js'
import { changeRole, disableMember, enableMember } from '../../api/accounts/members.js'
import { addContact, addOrganisation } from '../../api/accounts/organisations.js'
import { changeStaff, disableStaff, enableStaff, inviteStaff } from '../../api/accounts/staff.js'
import { viewerOf } from '../../api/accounts/viewer-of.js'
import { anonymous, type Viewer } from '../../api/lib/viewer.js'
import { type AccountsHouse, demoSystem, memberOf, openAccountsHouse, refusal, signedIn, staffWith } from './accounts-house.js'

let at: AccountsHouse
let admin: Viewer
let owner: Viewer

beforeAll(async () => {
  at = await openAccountsHouse()
  admin = staffWith(at.demo.staff['admin@demo.test']!, 'ADMIN')
  owner = await viewerOf(at.signIn, new Headers({ cookie: await signedIn(at, 'agency@demo.test') }))
})
afterAll(() => at?.close())

let people = 0
const person = () => ({ name: `Person ${++people}`, email: `Person${people}@example.test` })

/** What happened to a member or user, in order. */
const story = async (id: string) => (await at.rows<{ type: string }>('select type from events where aggregate_id = $1 order by sequence', id)).map(({ type }) => type)
const memberRow = async (id: string) => (await at.rows<Record<string, unknown>>('select * from members where id = $1', id))[0]!
const invitation = (id: string) => at.as(demoSystem, (tx) => mintInvitation(tx, id))
const accept = (token: string, password = 'a long password') => at.as(anonymous, (tx) => acceptInvitation(tx, { token, password }))
const invite = (by: Viewer, organisationId: string, role: 'OWNER' | 'MEMBER' = 'MEMBER', who = person()) => at.as(by, (tx) => inviteMember(tx, { organisationId, role, ...who }))

async function joined(organisationId: string, role: 'OWNER' | 'MEMBER' = 'MEMBER'): Promise<string> {
  const id = await invite(admin, organisationId, role)
  await accept((await invitation(id))!)
  return id
}

async function newTeamMember(...roles: ('ADMIN' | 'FULFILMENT')[]): Promise<string> {
  const id = await at.as(admin, (tx) => inviteStaff(tx, { ...person(), roles, skills: ['seo'] }))
  await accept((await invitation(id))!)
  return id
}

describe('members', () => {
  test('an invited person accepts once, chooses a password and signs in', async () => {
    const who = person()
    const id = await invite(owner, at.demo.agency, 'MEMBER', who)
    const token = (await invitation(id))!
    expect(await accept(token)).toBe(id)
    expect(await refusal(accept(token))).toBe('LINK_ENDED')
    expect(await memberRow(id)).toMatchObject({ status: 'ACTIVE', role: 'MEMBER' })
    expect(await story(id)).toEqual(['member.invited', 'member.accepted'])
    const viewer = await viewerOf(at.signIn, new Headers({ cookie: await signedIn(at, who.email, 'a long password') }))
    expect(viewer).toMatchObject({ kind: 'member', organisations: [at.demo.agency], owned: [] })
  })

  test('a short password is refused at its field, and the link is still good', async () => {
    const id = await invite(owner, at.demo.agency)
    const token = (await invitation(id))!
    expect(await refusal(accept(token, 'short'))).toBe('VALIDATION')
    expect(await accept(token)).toBe(id)
  })

  test('invited again before accepting, only the newest link is good', async () => {
    const who = person()
    const id = await invite(owner, at.demo.agency, 'MEMBER', who)
    const first = (await invitation(id))!
    expect(await invite(owner, at.demo.agency, 'OWNER', who)).toBe(id)
    const second = (await invitation(id))!
    expect(await refusal(accept(first))).toBe('LINK_ENDED')
    expect(await accept(second)).toBe(id)
    expect(await memberRow(id)).toMatchObject({ role: 'OWNER' })
    expect(await invitation(id)).toBeUndefined()
  })

  test('who is a member already is not invited, however the address is written', async () => {
    expect(await refusal(invite(owner, at.demo.agency, 'MEMBER', { name: 'Nora', email: 'AGENCY@demo.test ' }))).toBe('ALREADY_MEMBER')
  })

  test('one person may be a member of several organisations, with one password', async () => {
    const who = person()
    for (const organisation of [at.demo.agency, at.demo.channel]) await accept((await invitation(await invite(admin, organisation, 'MEMBER', who)))!)
    const viewer = await viewerOf(at.signIn, new Headers({ cookie: await signedIn(at, who.email, 'a long password') }))
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
    expect(await refusal(invite(owner, at.demo.agency, 'MEMBER', { name: 'A\nB', email: 'no address' }))).toBe('VALIDATION')
  })

  test('a contact without an address of their own cannot be invited', async () => {
    expect(await refusal(at.as(demoSystem, (tx) => inviteContact(tx, { contactId: at.demo.contactWithoutEmail, role: 'MEMBER' })))).toBe('RECIPIENT_WITHOUT_EMAIL')
  })

  test('a disabled member is out at once, and back when enabled', async () => {
    const who = person()
    const id = await invite(owner, at.demo.agency, 'MEMBER', who)
    await accept((await invitation(id))!)
    const headers = new Headers({ cookie: await signedIn(at, who.email, 'a long password') })
    await at.as(owner, (tx) => disableMember(tx, { id }))
    expect((await viewerOf(at.signIn, headers)).kind).toBe('anonymous')
    await expect(signedIn(at, who.email, 'a long password')).rejects.toThrow('401')
    await at.as(owner, (tx) => enableMember(tx, { id }))
    expect((await viewerOf(at.signIn, headers)).kind).toBe('anonymous')
    expect(await signedIn(at, who.email, 'a long password')).toContain('waybill.session_token')
    expect(await story(id)).toEqual(['member.invited', 'member.accepted', 'member.disabled', 'member.enabled'])
  })

  test('an invitation that was withdrawn cannot be accepted, and waits again when enabled', async () => {
    const id = await invite(owner, at.demo.agency)
    const token = (await invitation(id))!
    await at.as(owner, (tx) => disableMember(tx, { id }))
    expect(await refusal(accept(token))).toBe('LINK_ENDED')
    await at.as(owner, (tx) => enableMember(tx, { id }))
    expect(await memberRow(id)).toMatchObject({ status: 'INVITED' })
  })

  test('an organisation keeps an owner, also when two would each take away the other', async () => {
    const organisation = await at.as(admin, (tx) => addOrganisation(tx, { name: 'Two Owners', kind: 'CLIENT', businessEmail: 'two@example.test' }))
    const one = await joined(organisation, 'OWNER')
    expect(await refusal(at.as(admin, (tx) => changeRole(tx, { id: one, role: 'MEMBER' })))).toBe('LAST_OWNER')
    expect(await refusal(at.as(admin, (tx) => disableMember(tx, { id: one })))).toBe('LAST_OWNER')
    const two = await joined(organisation, 'OWNER')
    const demote = (id: string) => at.as(memberOf('usr_x', organisation, true), (tx) => changeRole(tx, { id, role: 'MEMBER' }))
    const results = await Promise.allSettled([demote(one), demote(two)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await at.rows(`select from members where organisation_id = $1 and role = 'OWNER'`, organisation)).toHaveLength(1)
  })

  test('who may not manage a member is refused; to strangers the member is not there', async () => {
    const id = await joined(at.demo.agency)
    expect(await refusal(at.as(memberOf('usr_x', at.demo.agency), (tx) => changeRole(tx, { id, role: 'OWNER' })))).toBe('FORBIDDEN')
    expect(await refusal(at.as(memberOf('usr_x', at.demo.channel, true), (tx) => disableMember(tx, { id })))).toBe('NOT_FOUND')
    expect(await refusal(at.as(memberOf('usr_x', at.demo.clients[0]!.id, true), (tx) => disableMember(tx, { id })))).toBe('NOT_FOUND')
    expect(await refusal(at.as(owner, (tx) => enableMember(tx, { id })))).toBe('INVALID_TRANSITION')
  })
})

describe('the team', () => {
  test('an invited person accepts and has their roles', async () => {
    const id = await newTeamMember('FULFILMENT')
    expect((await at.rows<object>('select status, staff_roles, skills from users where id = $1', id))[0]).toEqual({ status: 'ACTIVE', staff_roles: ['FULFILMENT'], skills: ['seo'] })
    expect(await story(id)).toEqual(['staff.invited', 'staff.accepted'])
  })

  test('only admins invite, and nobody twice', async () => {
    expect(await refusal(at.as(staffWith('usr_x', 'SUPPORT'), (tx) => inviteStaff(tx, { ...person(), roles: ['ADMIN'], skills: [] })))).toBe('FORBIDDEN')
    const again = { name: 'Ada', email: 'admin@demo.test', roles: ['SUPPORT' as const], skills: [] }
    expect(await refusal(at.as(admin, (tx) => inviteStaff(tx, again)))).toBe('ALREADY_MEMBER')
    expect(await refusal(at.as(admin, (tx) => inviteStaff(tx, { ...again, email: 'agency@demo.test' })))).toBe('ALREADY_MEMBER')
    expect(await refusal(at.as(admin, (tx) => inviteStaff(tx, { ...person(), roles: [], skills: [] })))).toBe('VALIDATION')
  })

  test('nobody changes their own roles; another admin does', async () => {
    const id = await newTeamMember('FULFILMENT')
    const change = (by: Viewer, whom: string) => at.as(by, (tx) => changeStaff(tx, { id: whom, roles: ['ADMIN'], skills: ['design'] }))
    expect(await refusal(change(staffWith(id, 'FULFILMENT'), id))).toBe('FORBIDDEN')
    expect(await refusal(change(admin, admin.id))).toBe('FORBIDDEN')
    await change(admin, id)
    expect((await at.rows<object>('select staff_roles, skills from users where id = $1', id))[0]).toEqual({ staff_roles: ['ADMIN'], skills: ['design'] })
    await at.as(admin, (tx) => disableStaff(tx, { id }))
  })

  test('the team keeps an admin, also when two would each disable the other', async () => {
    expect(await refusal(at.as(admin, (tx) => disableStaff(tx, { id: admin.id })))).toBe('LAST_OWNER')
    const id = await newTeamMember('ADMIN')
    const results = await Promise.allSettled([at.as(admin, (tx) => disableStaff(tx, { id })), at.as(staffWith(id, 'ADMIN'), (tx) => disableStaff(tx, { id: admin.id }))])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const left = await at.rows<{ id: string }>(`select id from users where status = 'ACTIVE' and 'ADMIN' = any(staff_roles)`)
    expect(left).toHaveLength(1)
    if (left[0]!.id !== admin.id) await at.as(staffWith(id, 'ADMIN'), (tx) => enableStaff(tx, { id: admin.id }))
  })

  test('disabling releases the tasks, and members of organisations are no business of it', async () => {
    const id = await newTeamMember('FULFILMENT')
    await at.as(admin, (tx) => disableStaff(tx, { id }))
    expect(at.released).toContain(id)
    await at.as(admin, (tx) => enableStaff(tx, { id }))
    expect(await story(id)).toEqual(['staff.invited', 'staff.accepted', 'staff.disabled', 'staff.enabled'])
    expect(await refusal(at.as(admin, (tx) => disableStaff(tx, { id: owner.id })))).toBe('FORBIDDEN')
  })
})

describe('organisations', () => {
  test('an owner adds contacts and clients to their own agency only', async () => {
    const client = await at.as(owner, (tx) => addOrganisation(tx, { name: 'New Client', kind: 'CLIENT', businessEmail: 'new@example.test', agencyId: at.demo.agency }))
    expect(await at.as(owner, (tx) => addContact(tx, { organisationId: client, name: 'Contact', email: 'Mixed@Example.test' }))).toMatch(/^con_/)
    expect(await refusal(at.as(owner, (tx) => addOrganisation(tx, { name: 'Agency', kind: 'AGENCY', businessEmail: 'a@example.test' })))).toBe('FORBIDDEN')
    expect(await refusal(at.as(owner, (tx) => addContact(tx, { organisationId: at.demo.channel, name: 'Contact' })))).toBe('NOT_FOUND')
    expect(await refusal(at.as(admin, (tx) => addOrganisation(tx, { name: ' ', kind: 'AGENCY', businessEmail: 'a@example.test' })))).toBe('VALIDATION')
  })

  test('the demo world is made once', async () => {
    const before = await at.rows('select id from users')
    expect(await demoAccounts(at.house)).toEqual(at.demo)
    expect(await at.rows('select id from users')).toHaveLength(before.length)
  })
})
