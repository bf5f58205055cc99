import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { demoAccounts } from '../../api/accounts/demo-accounts.js'
import { addContact, changeContact } from '../../api/accounts/contacts.js'
import { inviteMember } from '../../api/accounts/invite-member.js'
import { addOrganisation } from '../../api/accounts/organisations.js'
import { changeStaff, disableStaff, enableStaff, inviteStaff } from '../../api/accounts/staff.js'
import { viewerOf } from '../../api/accounts/viewer-of.js'
import type { Viewer } from '../../api/lib/viewer.js'
import { type AccountsHouse, openAccountsHouse, refusal, signedIn, staffWith } from './accounts-house.js'
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

async function newTeamMember(...roles: ('ADMIN' | 'FULFILMENT')[]): Promise<string> {
  const id = await at.as(admin, (tx) => inviteStaff(tx, { ...person(), roles, skills: ['seo'] }))
  await accept(at, (await invitation(at, id))!)
  return id
}

test('an invited person accepts and has their roles', async () => {
  const id = await newTeamMember('FULFILMENT')
  expect(
    (await at.rows<object>('select status, staff_roles, skills from users where id = $1', id))[0],
  ).toEqual({ status: 'ACTIVE', staff_roles: ['FULFILMENT'], skills: ['seo'] })
  expect(await story(at, id)).toEqual(['staff.invited', 'staff.accepted'])
})

test('only admins invite, and nobody twice', async () => {
  expect(
    await refusal(
      at.as(staffWith('usr_x', 'SUPPORT'), (tx) =>
        inviteStaff(tx, { ...person(), roles: ['ADMIN'], skills: [] }),
      ),
    ),
  ).toBe('FORBIDDEN')
  const again = { name: 'Ada', email: 'admin@demo.test', roles: ['SUPPORT' as const], skills: [] }
  expect(await refusal(at.as(admin, (tx) => inviteStaff(tx, again)))).toBe('ALREADY_MEMBER')
  expect(await refusal(at.as(admin, (tx) => inviteStaff(tx, { ...again, email: 'agency@demo.test' })))).toBe(
    'ALREADY_MEMBER',
  )
  expect(await refusal(at.as(admin, (tx) => inviteStaff(tx, { ...person(), roles: [], skills: [] })))).toBe(
    'VALIDATION',
  )
})

test('nobody changes their own roles; another admin does', async () => {
  const id = await newTeamMember('FULFILMENT')
  const change = (by: Viewer, whom: string) =>
    at.as(by, (tx) => changeStaff(tx, { id: whom, roles: ['ADMIN'], skills: ['design'] }))
  expect(await refusal(change(staffWith(id, 'FULFILMENT'), id))).toBe('FORBIDDEN')
  expect(await refusal(change(admin, admin.id))).toBe('FORBIDDEN')
  await change(admin, id)
  expect((await at.rows<object>('select staff_roles, skills from users where id = $1', id))[0]).toEqual({
    staff_roles: ['ADMIN'],
    skills: ['design'],
  })
  await at.as(admin, (tx) => disableStaff(tx, { id }))
})

test('the team keeps an admin, also when two would each disable the other', async () => {
  expect(await refusal(at.as(admin, (tx) => disableStaff(tx, { id: admin.id })))).toBe('LAST_OWNER')
  const id = await newTeamMember('ADMIN')
  const results = await Promise.allSettled([
    at.as(admin, (tx) => disableStaff(tx, { id })),
    at.as(staffWith(id, 'ADMIN'), (tx) => disableStaff(tx, { id: admin.id })),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const left = await at.rows<{ id: string }>(
    `select id from users where status = 'ACTIVE' and 'ADMIN' = any(staff_roles)`,
  )
  expect(left).toHaveLength(1)
  if (left[0]!.id !== admin.id) await at.as(staffWith(id, 'ADMIN'), (tx) => enableStaff(tx, { id: admin.id }))
})

test('disabling releases the tasks, and members of organisations are no business of it', async () => {
  const id = await newTeamMember('FULFILMENT')
  await at.as(admin, (tx) => disableStaff(tx, { id }))
  expect(at.released).toContain(id)
  await at.as(admin, (tx) => enableStaff(tx, { id }))
  expect(await story(at, id)).toEqual(['staff.invited', 'staff.accepted', 'staff.disabled', 'staff.enabled'])
  expect(await refusal(at.as(admin, (tx) => disableStaff(tx, { id: owner.id })))).toBe('FORBIDDEN')
})

test('an owner adds contacts and clients to their own agency only', async () => {
  const client = await at.as(owner, (tx) =>
    addOrganisation(tx, {
      name: 'New Client',
      kind: 'CLIENT',
      businessEmail: 'new@example.test',
      agencyId: at.demo.agency,
    }),
  )
  expect(
    await at.as(owner, (tx) =>
      addContact(tx, { organisationId: client, name: 'Contact', email: 'Mixed@Example.test' }),
    ),
  ).toMatch(/^con_/)
  expect(
    await refusal(
      at.as(owner, (tx) =>
        addOrganisation(tx, { name: 'Agency', kind: 'AGENCY', businessEmail: 'a@example.test' }),
      ),
    ),
  ).toBe('FORBIDDEN')
  expect(
    await refusal(at.as(owner, (tx) => addContact(tx, { organisationId: at.demo.channel, name: 'Contact' }))),
  ).toBe('NOT_FOUND')
  expect(
    await refusal(
      at.as(admin, (tx) =>
        addOrganisation(tx, { name: ' ', kind: 'AGENCY', businessEmail: 'a@example.test' }),
      ),
    ),
  ).toBe('VALIDATION')
})

test("nobody comes to know a team member's password by inviting their address elsewhere first", async () => {
  const member = { organisationId: at.demo.agency, role: 'MEMBER' as const, name: 'Tess Team' }
  const id = await at.as(owner, (tx) => inviteMember(tx, { ...member, email: 'mine-tess@example.test' }))
  const mine = (await invitation(at, id))!
  const [contact] = await at.rows<{ id: string }>('select contact_id as id from members where id = $1', id)
  await at.as(owner, (tx) => changeContact(tx, { id: contact!.id, email: 'tess@waybill.test' }))
  expect(await refusal(accept(at, mine, 'the one I know'))).toBe('LINK_ENDED')
  const tess = { name: 'Tess Team', email: 'tess@waybill.test', roles: ['ADMIN' as const], skills: [] }
  const staffId = await at.as(admin, (tx) => inviteStaff(tx, tess))
  await accept(at, (await invitation(at, staffId))!)
  await expect(signedIn(at, tess.email, 'the one I know')).rejects.toThrow('401')
  expect(await signedIn(at, tess.email, CHOSEN)).toContain('waybill.session_token')
  await at.as(admin, (tx) => disableStaff(tx, { id: staffId }))
})

test('the demo world is made once', async () => {
  const before = await at.rows('select id from users')
  expect(await demoAccounts(at.house)).toEqual(at.demo)
  expect(await at.rows('select id from users')).toHaveLength(before.length)
})
