import { assert } from '../lib/refusal.js'
import { system } from '../lib/viewer.js'
import type { House, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transaction } from '../platform/transaction.js'
import { acceptInvitation } from './accept-invitation.js'
import { inviteContact, mintInvitation } from './invite-member.js'
import { addContact, type NewContact } from './contacts.js'
import { addOrganisation } from './organisations.js'
import type { MemberRole, StaffRole } from './roles.js'
import { inviteStaff } from './staff.js'

/** The password of every demo sign-in. */
export const DEMO_PASSWORD = 'waybill-demo'

/** Who and what the demo world holds, by the ids that the other rooms' parts of it build on. */
export interface DemoAccounts {
  readonly agency: string
  readonly agencyOwner: string
  /** Two clients of the agency, each with a contact who can be written to. */
  readonly clients: readonly { readonly id: string; readonly contact: string }[]
  /** A contact of the second client with no address of their own. */
  readonly contactWithoutEmail: string
  readonly channel: string
  /** User ids of the team by e-mail. */
  readonly staff: Readonly<Record<string, string>>
}

const TEAM: readonly { name: string; email: string; roles: StaffRole[]; skills: string[] }[] = [
  { name: 'Ada Okafor', email: 'admin@demo.test', roles: ['ADMIN'], skills: [] },
  { name: 'Sam Lindqvist', email: 'support@demo.test', roles: ['SUPPORT'], skills: [] },
  { name: 'Fiona Marsh', email: 'finance@demo.test', roles: ['FINANCE'], skills: [] },
  {
    name: 'Felix Brandt',
    email: 'fulfilment@demo.test',
    roles: ['FULFILMENT'],
    skills: ['copywriting', 'seo', 'listings'],
  },
  {
    name: 'Grace Ito',
    email: 'fulfilment2@demo.test',
    roles: ['FULFILMENT'],
    skills: ['design', 'web', 'copywriting'],
  },
  {
    name: 'Hugo Pires',
    email: 'fulfilment3@demo.test',
    roles: ['FULFILMENT'],
    skills: ['seo', 'ads', 'listings', 'web'],
  },
]

const ORGANISATIONS = {
  agency: {
    name: 'Northwind Agency',
    kind: 'AGENCY',
    businessEmail: 'office@northwind.test',
    timeZone: 'Europe/Berlin',
  },
  bakery: {
    name: 'Harbour Bakery',
    kind: 'CLIENT',
    businessEmail: 'hello@harbour-bakery.test',
    timeZone: 'Europe/London',
  },
  dental: {
    name: 'Elm Street Dental',
    kind: 'CLIENT',
    businessEmail: 'desk@elm-dental.test',
    timeZone: 'America/New_York',
  },
  channel: { name: 'Signal Street Media', kind: 'CHANNEL', businessEmail: 'studio@signal-street.test' },
} as const

const PEOPLE = {
  owner: { name: 'Nora Winter', email: 'agency@demo.test', phone: '+49 30 5550100' },
  baker: { name: 'Clara Hughes', email: 'client@demo.test' },
  dentist: { name: 'Diego Alvarez', email: 'diego@elm-dental.test', phone: '+1 212 555 0142' },
  withoutEmail: { name: 'Rita Cole', phone: '+1 212 555 0143' },
  channel: { name: 'Chen Wu', email: 'channel@demo.test' },
} as const

/** Makes the demo world's people with the verbs that everybody uses; once it is there it is only looked up. */
export async function demoAccounts(house: House): Promise<DemoAccounts> {
  return transaction(house, system('demo'), async (tx) => (await known(tx)) ?? make(tx))
}

async function make(tx: Tx): Promise<DemoAccounts> {
  const staff: Record<string, string> = {}
  for (const person of TEAM)
    staff[person.email] = await joined(tx, await inviteStaff(tx, person), person.email)
  const agency = await addOrganisation(tx, ORGANISATIONS.agency)
  const bakery = await addOrganisation(tx, { ...ORGANISATIONS.bakery, agencyId: agency })
  const dental = await addOrganisation(tx, { ...ORGANISATIONS.dental, agencyId: agency })
  const channel = await addOrganisation(tx, ORGANISATIONS.channel)
  const agencyOwner = await addPerson(tx, { organisationId: agency, ...PEOPLE.owner }, 'OWNER')
  const baker = await addPerson(tx, { organisationId: bakery, ...PEOPLE.baker }, 'MEMBER')
  const dentist = await addContact(tx, { organisationId: dental, ...PEOPLE.dentist })
  const contactWithoutEmail = await addContact(tx, { organisationId: dental, ...PEOPLE.withoutEmail })
  await addPerson(tx, { organisationId: channel, ...PEOPLE.channel }, 'OWNER')
  const clients = [
    { id: bakery, contact: baker },
    { id: dental, contact: dentist },
  ]
  return { agency, agencyOwner, clients, contactWithoutEmail, channel, staff }
}

/** A contact who has accepted their invitation. */
async function addPerson(
  tx: Tx,
  contact: NewContact & { readonly email: string },
  role: MemberRole,
): Promise<string> {
  const contactId = await addContact(tx, contact)
  await joined(tx, await inviteContact(tx, { contactId, role }), contact.email)
  return contactId
}

async function joined(tx: Tx, subjectId: string, sentTo: string): Promise<string> {
  const token = await mintInvitation(tx, { subjectId, sentTo })
  assert(token, `${subjectId} was invited`)
  return acceptInvitation(tx, { token, password: DEMO_PASSWORD })
}

async function known(tx: Tx): Promise<DemoAccounts | undefined> {
  return row<DemoAccounts>(
    tx,
    sql<DemoAccounts>`with contact as (select c.*, o.name as organisation from contacts c join organisations o on o.id = c.organisation_id)
      select agency.organisation_id as agency, agency.id as "agencyOwner", channel.organisation_id as channel, rita.id as "contactWithoutEmail",
        jsonb_build_array(jsonb_build_object('id', baker.organisation_id, 'contact', baker.id), jsonb_build_object('id', dentist.organisation_id, 'contact', dentist.id)) as clients,
        (select jsonb_object_agg(email, id) from users where staff_roles <> '{}' and email like '%@demo.test') as staff
      from contact agency, contact channel, contact baker, contact dentist, contact rita
      where agency.email = 'agency@demo.test' and channel.email = 'channel@demo.test' and baker.email = 'client@demo.test'
        and dentist.email = 'diego@elm-dental.test' and rita.name = 'Rita Cole' and rita.organisation_id = dentist.organisation_id limit 1`,
  )
}
