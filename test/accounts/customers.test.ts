import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'

let world: World
let admin: Caller
let support: Caller
let agency: Caller
let northwind: string
let bakery: string

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
  support = await world.as('support@demo.test')
  agency = await world.as('agency@demo.test')
  northwind = await organisation('Northwind Agency')
  bakery = await organisation('Harbour Bakery')
})
afterAll(() => world?.close())

const organisation = async (name: string) =>
  (await world.rows<{ id: string }>('select id from organisations where name = $1', [name]))[0]!.id

const ADD = `mutation($n: String!, $k: OrganisationKind!, $e: String!, $a: ID, $l: String, $z: String) {
  addOrganisation(name: $n, kind: $k, businessEmail: $e, agencyId: $a, locale: $l, timeZone: $z) { id name locale timeZone version agency { id } availableActions { name } } }`
const CHANGE = `mutation($id: ID!, $n: String, $e: String, $z: String, $v: Int) {
  changeOrganisation(id: $id, name: $n, businessEmail: $e, timeZone: $z, expectedVersion: $v) { id name businessEmail timeZone version } }`
const ADD_CONTACT = `mutation($o: ID!, $n: String!, $e: String, $p: String, $l: String) {
  addContact(organisationId: $o, name: $n, email: $e, phone: $p, locale: $l) { id name email phone locale version availableActions { name } } }`
const CHANGE_CONTACT = `mutation($id: ID!, $n: String, $e: String, $p: String, $v: Int, $d: Boolean) {
  changeContact(id: $id, name: $n, email: $e, phone: $p, expectedVersion: $v, dryRun: $d) { id name email phone version } }`

const fieldsOf = (refusal: { code: string; fields?: unknown }) => [
  refusal.code,
  ((refusal.fields ?? []) as { path: string }[]).map(({ path }) => path).toSorted(),
]
const story = async (id: string) =>
  world.rows<{ type: string; data: object }>(
    'select type, data from events where aggregate_id = $1 order by sequence',
    [id],
  )

describe('an organisation', () => {
  test('is added by support, whole, and the log knows', async () => {
    const { addOrganisation: added } = await support.ask(ADD, {
      n: ' Quay Yoga ',
      k: 'CLIENT',
      e: 'Hello@Quay-Yoga.test',
      a: northwind,
      l: 'de-AT',
      z: 'Europe/Vienna',
    })
    expect(added).toMatchObject({
      name: 'Quay Yoga',
      locale: 'de-AT',
      timeZone: 'Europe/Vienna',
      version: 1,
      agency: { id: northwind },
    })
    expect(added.availableActions.map(({ name }: { name: string }) => name)).toEqual([
      'changeOrganisation',
      'addContact',
    ])
    expect(await story(added.id)).toEqual([
      { type: 'organisation.added', data: { kind: 'CLIENT', agencyId: northwind } },
    ])
  })

  test('is refused with every wrong field named at once', async () => {
    const wrong = { n: ' ', k: 'AGENCY', e: 'office', a: northwind, l: 'klingonisch!', z: 'Mars/Olympus' }
    expect(fieldsOf(await admin.refused(ADD, wrong))).toEqual([
      'VALIDATION',
      ['agencyId', 'businessEmail', 'locale', 'name', 'timeZone'],
    ])
    expect(fieldsOf(await admin.refused(ADD, { n: 'X', k: 'CLIENT', e: 'x@y.test', a: bakery }))).toEqual([
      'VALIDATION',
      ['agencyId'],
    ])
  })

  test("is added by an owner as a client of their own agency, and of nobody's else", async () => {
    const of = (a?: string, k = 'CLIENT') => ({ n: 'Owned', k, e: 'owned@example.test', a })
    expect((await agency.ask(ADD, of(northwind)))['addOrganisation'].agency.id).toBe(northwind)
    expect((await agency.refused(ADD, of())).code).toBe('FORBIDDEN')
    expect((await agency.refused(ADD, of(undefined, 'AGENCY'))).code).toBe('FORBIDDEN')
    for (const email of ['client', 'channel'])
      expect((await (await world.as(`${email}@demo.test`)).refused(ADD, of(northwind))).code).toBe(
        'FORBIDDEN',
      )
    for (const email of ['fulfilment', 'finance'])
      expect((await (await world.as(`${email}@demo.test`)).refused(ADD, of(northwind))).code).toBe(
        'FORBIDDEN',
      )
  })

  test('is changed in what is given, once, and by who saw it as it is', async () => {
    const id = (await admin.ask(ADD, { n: 'Old', k: 'CHANNEL', e: 'old@example.test' }))['addOrganisation'].id
    const { changeOrganisation: now } = await support.ask(CHANGE, { id, n: 'New', v: 1 })
    expect(now).toMatchObject({ name: 'New', businessEmail: 'old@example.test', version: 2 })
    expect(await support.refused(CHANGE, { id, n: 'Newer', v: 1 })).toMatchObject({
      code: 'STALE_VERSION',
      current: 2,
    })
    expect((await support.ask(CHANGE, { id, n: 'New', v: 2 }))['changeOrganisation'].version).toBe(2)
    expect(fieldsOf(await support.refused(CHANGE, { id, n: '', e: 'no', z: 'No/Where' }))).toEqual([
      'VALIDATION',
      ['businessEmail', 'name', 'timeZone'],
    ])
    expect((await story(id)).map(({ type, data }) => [type, data])).toEqual([
      ['organisation.added', { kind: 'CHANNEL', agencyId: null }],
      ['organisation.changed', { fields: ['name'] }],
    ])
    expect((await agency.refused(CHANGE, { id, n: 'Ours' })).code).toBe('NOT_FOUND')
    expect((await (await world.as('client@demo.test')).refused(CHANGE, { id: bakery, n: 'Mine' })).code).toBe(
      'FORBIDDEN',
    )
    expect(
      (await agency.ask(CHANGE, { id: bakery, z: 'Europe/Dublin' }))['changeOrganisation'].timeZone,
    ).toBe('Europe/Dublin')
  })
})

describe('a contact', () => {
  test('is added with what is known, and twice with one address they are one too many', async () => {
    const { addContact: added } = await agency.ask(ADD_CONTACT, {
      o: bakery,
      n: 'Bo Baker',
      e: 'Bo@Harbour-Bakery.test',
      p: '+44 20 5550199',
    })
    expect(added).toMatchObject({ email: 'bo@harbour-bakery.test', phone: '+44 20 5550199', version: 1 })
    expect(added.availableActions.map(({ name }: { name: string }) => name)).toEqual(['changeContact'])
    expect(
      fieldsOf(await admin.refused(ADD_CONTACT, { o: bakery, n: 'Bob', e: 'bo@harbour-bakery.test' })),
    ).toEqual(['VALIDATION', ['email']])
    expect(
      fieldsOf(await admin.refused(ADD_CONTACT, { o: bakery, n: '', e: 'nowhere', p: 'call me', l: '?' })),
    ).toEqual(['VALIDATION', ['email', 'locale', 'name', 'phone']])
    expect(await story(added.id)).toEqual([{ type: 'contact.added', data: { contactId: added.id } }])
  })

  test('is changed, null takes away, and orders keep the recipient that was copied', async () => {
    const [clara] = await world.rows<{ id: string }>(
      "select id from contacts where email = 'client@demo.test'",
    )
    const id = clara!.id
    const dry = await admin
      .ask(CHANGE_CONTACT, { id, p: 'call me', d: true })
      .catch((error: Error) => error.message)
    expect(dry).toContain('VALIDATION')
    expect(
      (await admin.ask(CHANGE_CONTACT, { id, n: 'Clara Jones', p: '+44 20 5550100', v: 1 }))['changeContact'],
    ).toMatchObject({
      name: 'Clara Jones',
      email: 'client@demo.test',
      phone: '+44 20 5550100',
      version: 2,
    })
    expect((await admin.ask(CHANGE_CONTACT, { id, p: null }))['changeContact']).toMatchObject({
      phone: null,
      version: 3,
    })
    expect(await admin.refused(CHANGE_CONTACT, { id, n: 'Clara', v: 1 })).toMatchObject({
      code: 'STALE_VERSION',
      current: 3,
    })
    const told = (await story(id)).filter(({ type }) => type === 'contact.changed').map(({ data }) => data)
    expect(told).toEqual([
      { contactId: id, fields: ['name', 'phone'] },
      { contactId: id, fields: ['phone'] },
    ])
    expect(JSON.stringify(told)).not.toMatch(/Clara|5550100/)
    const channel = await world.as('channel@demo.test')
    expect((await channel.refused(CHANGE_CONTACT, { id, n: 'Mine' })).code).toBe('NOT_FOUND')
    expect((await admin.refused(CHANGE_CONTACT, { id: 'con_01zzzzzzzzzzzzzzzzzzzzzzzz', n: 'X' })).code).toBe(
      'NOT_FOUND',
    )
  })
})
