import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { addOrganisation } from '../../api/accounts/organisations.js'
import { system } from '../../api/lib/viewer.js'
import { transaction } from '../../api/platform/transaction.js'
import { type Caller, codeOf } from '../support/caller.js'
import { openWorld, type World } from '../support/world.js'
import {
  ADD_PACKAGE,
  anOfferedPackage,
  CHANGE_PACKAGE,
  CHANNEL,
  creative,
  dayIn,
  inCart,
  OFFER_PACKAGE,
  PACKAGE,
  packageNamed,
  WITHDRAW_PACKAGE,
} from './a-package.js'

const DAY = 86_400_000

let world: World
let channel: Caller
let buyer: Caller
let admin: Caller

beforeAll(async () => {
  world = await openWorld()
  channel = await world.as(CHANNEL)
  buyer = await world.as('agency@demo.test')
  admin = await world.as('admin@demo.test')
})
afterAll(() => world?.close())

const events = (id: string) =>
  world.rows<{ type: string; data: Record<string, unknown>; actor: string }>(
    'select e.type, e.data, u.email as actor from events e left join users u on u.id = e.actor_id where e.stream_id = $1 order by e.sequence',
    [id],
  )
const fields = (refusal: Record<string, unknown>) =>
  (refusal['fields'] as { path: string }[]).map(({ path }) => path)
describe('a package', () => {
  test('is added by a member of its channel, offered and withdrawn, and every step of it is on record', async () => {
    const given = await packageNamed(world, ' Banner week ')
    const { addPackage } = await channel.ask(ADD_PACKAGE, given)
    const { id } = addPackage
    expect(addPackage).toMatchObject({
      name: 'Banner week',
      flow: 'CAMPAIGN',
      status: 'IN_PREPARATION',
      onSale: false,
      channelId: given.c,
      channelName: 'Signal Street Media',
      package: {
        version: 1,
        startsOn: given.from,
        endsOn: given.to,
        requiredCreatives: [
          { key: 'banner', required: true, types: ['image/png'] },
          { key: 'copy', required: false, types: ['text/plain'] },
        ],
      },
      availableActions: [
        { name: 'changePackage', allowed: true },
        { name: 'offerService', allowed: true },
        { name: 'withdrawService', allowed: false },
      ],
    })
    expect((await buyer.ask(PACKAGE, { id }))['service']).toBeNull()
    expect((await channel.ask(OFFER_PACKAGE, { id }))['offerService']).toMatchObject({ onSale: true })
    expect((await channel.ask(WITHDRAW_PACKAGE, { id }))['withdrawService']).toMatchObject({ onSale: false })
    const packageId = addPackage.package.id
    expect(await events(id)).toMatchObject([
      { type: 'service.added', data: { flow: 'CAMPAIGN', amount: '50000', packageId }, actor: CHANNEL },
      { type: 'service.offered', data: { packageId }, actor: CHANNEL },
      { type: 'service.withdrawn', actor: CHANNEL },
    ])
  })

  test('is added once, however often it is asked for', async () => {
    const given = await packageNamed(world, 'Once', { k: randomUUID() })
    const [first, second] = [await channel.ask(ADD_PACKAGE, given), await channel.ask(ADD_PACKAGE, given)]
    expect(second['addPackage'].id).toBe(first['addPackage'].id)
  })

  test('names each wrong field, dates among them', async () => {
    const today = await dayIn(world, 0)
    const wrong = await packageNamed(world, ' ', {
      p: { amount: '0', currency: 'EUR' },
      r: [creative('Banner'), creative('copy', { label: '' }), creative('copy', { types: ['image/tiff'] })],
      t: '',
      from: await dayIn(world, -9),
      to: await dayIn(world, -1),
    })
    const refusal = await channel.refused(ADD_PACKAGE, wrong)
    expect(refusal['code']).toBe('VALIDATION')
    expect(fields(refusal)).toEqual([
      'name',
      'price.amount',
      'requiredCreatives.0.key',
      'requiredCreatives.1.label',
      'requiredCreatives.2.key',
      'requiredCreatives.2.types',
      'terms',
      'endsOn',
    ])
    const backwards = { from: await dayIn(world, 5), to: await dayIn(world, 4) }
    const before = await channel.refused(ADD_PACKAGE, await packageNamed(world, 'Backwards', backwards))
    expect(before['fields']).toEqual([{ path: 'endsOn', message: 'not before the campaign starts' }])
    const lastDay = await packageNamed(world, 'Ends today', { from: await dayIn(world, -3), to: today })
    expect((await channel.ask(ADD_PACKAGE, lastDay))['addPackage'].package.endsOn).toBe(today)
    const noDay = await channel.raw(ADD_PACKAGE, await packageNamed(world, 'No day', { to: '2027-02-29' }))
    expect(noDay.errors?.[0]?.message).toContain('Day cannot be "2027-02-29"')
  })

  test('that changes what it asks, promises or when is a new version; a price or a name is not', async () => {
    const id = await anOfferedPackage(world, 'Versions')
    const { changePackage: renamed } = await channel.ask(CHANGE_PACKAGE, {
      id,
      n: 'Versions, large',
      p: { amount: '60000', currency: 'EUR' },
    })
    expect(renamed).toMatchObject({
      name: 'Versions, large',
      price: { amount: '60000' },
      package: { version: 1 },
    })
    const { changePackage: again } = await channel.ask(CHANGE_PACKAGE, {
      id,
      r: [creative('banner')],
      t: 'Other terms.',
      v: renamed.version,
    })
    expect(again).toMatchObject({ package: { version: 2, terms: 'Other terms.' } })
    expect(again.package.requiredCreatives).toHaveLength(1)
    const same = await channel.ask(CHANGE_PACKAGE, { id, t: ' Other terms. ', r: [creative('banner')] })
    expect(same['changePackage']).toMatchObject({ version: again.version, package: { version: 2 } })
    expect((await events(id)).slice(2)).toMatchObject([
      { data: { fields: ['name', 'price'], amount: '60000', version: 1 } },
      { type: 'service.package-changed', data: { fields: ['requiredCreatives', 'terms'], version: 2 } },
    ])
    const { service } = await channel.ask(
      'query($id: ID!) { service(id: $id) { packageVersions { nodes { version terms publishedBy { email } } } } }',
      { id },
    )
    const publishedBy = { email: CHANNEL }
    expect(service.packageVersions.nodes).toEqual([
      { version: 2, terms: 'Other terms.', publishedBy },
      { version: 1, terms: 'We run it on these days.', publishedBy },
    ])
  })

  test('may keep dates that are over while its price changes, but not be given such dates', async () => {
    const id = await anOfferedPackage(world, 'Old dates', {
      from: await dayIn(world, -5),
      to: await dayIn(world, 0),
    })
    await world.rows(`update clock set shift_ms = shift_ms + $1`, [2 * DAY])
    try {
      const cheaper = { id, p: { amount: '100', currency: 'EUR' } }
      expect((await channel.ask(CHANGE_PACKAGE, cheaper))['changePackage'].price.amount).toBe('100')
      const over = await channel.refused(CHANGE_PACKAGE, { id, to: await dayIn(world, -1) })
      expect(fields(over)).toEqual(['endsOn'])
    } finally {
      await world.rows(`update clock set shift_ms = shift_ms - $1`, [2 * DAY])
    }
  })

  test('is changed by one of two members who looked at the same time, and the other is told', async () => {
    const id = await anOfferedPackage(world, 'Race')
    const { version } = (await channel.ask(PACKAGE, { id }))['service']
    const both = await Promise.all(['A', 'B'].map((t) => channel.raw(CHANGE_PACKAGE, { id, t, v: version })))
    const codes = both.map(codeOf)
    expect(codes.toSorted()).toEqual(['STALE_VERSION', 'done'])
    const blind = await Promise.all(['C', 'D', 'E'].map((t) => channel.raw(CHANGE_PACKAGE, { id, t })))
    expect(blind.flatMap((answer) => answer.errors ?? [])).toEqual([])
    expect((await channel.ask(PACKAGE, { id }))['service'].package.version).toBe(5)
  })
})

describe('a published version', () => {
  test('cannot be changed or removed in the database, not even by its owner', async () => {
    const owner = new pg.Client({ connectionString: world.running.house.config.databaseUrl })
    await owner.connect()
    for (const change of [
      `update packages set terms = 'other'`,
      `delete from packages`,
      `truncate packages cascade`,
    ])
      await expect(owner.query(change)).rejects.toMatchObject({ code: '55000' })
    await expect(world.rows(`update packages set terms = 'other'`)).rejects.toMatchObject({ code: '42501' })
    await owner.end()
  })

  test('is what its order keeps, with its price, and what its buyer goes on seeing', async () => {
    const id = await anOfferedPackage(world, 'Kept')
    await channel.ask(CHANGE_PACKAGE, { id, t: 'Version two.' })
    const { line, add } = await inCart(buyer, id)
    const { addCartLine } = await add()
    const { checkout } = await buyer.ask(
      `mutation($id: ID!, $k: String!, $t: MoneyInput!) {
        checkout(id: $id, idempotencyKey: $k, termsVersion: "2026-11", shownTotal: $t) { id total { amount } lines { price { amount } } } }`,
      { id: line.id, k: randomUUID(), t: addCartLine.total },
    )
    await channel.ask(CHANGE_PACKAGE, { id, t: 'Version three.', p: { amount: '99900', currency: 'EUR' } })
    await channel.ask(WITHDRAW_PACKAGE, { id })
    const [kept] = await world.rows<{ id: string; version: number }>(
      'select p.id, p.version from order_lines l join packages p on p.id = l.package_id where l.order_id = $1',
      [checkout[0].id],
    )
    expect(kept!.version).toBe(2)
    expect(checkout[0].lines).toEqual([{ price: { amount: '50000' } }])
    const NODE = 'query($id: ID!) { node(id: $id) { ... on Package { terms } } }'
    expect((await buyer.ask(NODE, { id: kept!.id }))['node']).toEqual({ terms: 'Version two.' })
    expect((await world.caller().ask(NODE, { id: kept!.id }))['node']).toBeNull()
  })
})

describe('who sells what', () => {
  test('a channel manages its own packages alone, and buyers, their clients and the team add none', async () => {
    const other = await transaction(world.running.house, system('test'), (tx) =>
      addOrganisation(tx, { name: 'Other Channel', kind: 'CHANNEL', businessEmail: 'office@other.test' }),
    )
    expect(
      await channel.refused(ADD_PACKAGE, await packageNamed(world, 'Theirs', { c: other })),
    ).toMatchObject({
      code: 'NOT_FOUND',
    })
    const agency = (await buyer.ask('{ viewer { memberships { organisation { id } } } }'))['viewer']
      .memberships[0].organisation.id
    const asAgency = await buyer.refused(ADD_PACKAGE, await packageNamed(world, 'Ours', { c: agency }))
    expect(fields(asAgency)).toEqual(['channelId'])
    const forTheChannel = await packageNamed(world, 'For them')
    expect((await buyer.refused(ADD_PACKAGE, forTheChannel))['code']).toBe('NOT_FOUND')
    expect((await admin.refused(ADD_PACKAGE, forTheChannel))['code']).toBe('FORBIDDEN')
    const id = await anOfferedPackage(world, 'Guarded')
    for (const verb of [WITHDRAW_PACKAGE, CHANGE_PACKAGE])
      expect((await buyer.refused(verb, { id, n: 'Mine' }))['code']).toBe('FORBIDDEN')
    const hidden = (await channel.ask(ADD_PACKAGE, await packageNamed(world, 'Hidden')))['addPackage'].id
    for (const verb of [OFFER_PACKAGE, CHANGE_PACKAGE])
      expect((await buyer.refused(verb, { id: hidden, n: 'Mine' }))['code']).toBe('NOT_FOUND')
  })

  test('an admin may take a package off sale, and changes nothing about it', async () => {
    const id = await anOfferedPackage(world, 'Moderated')
    const CHANGE = 'mutation($id: ID!) { changeService(id: $id, name: "Ours") { id } }'
    expect(await admin.refused(CHANGE, { id })).toMatchObject({ code: 'INVALID_TRANSITION' })
    expect((await admin.ask(WITHDRAW_PACKAGE, { id }))['withdrawService'].status).toBe('WITHDRAWN')
    expect(await channel.refused(OFFER_PACKAGE, { id })).toMatchObject({ code: 'TAKEN_OFF_SALE' })
    expect((await channel.ask(PACKAGE, { id }))['service'].availableActions).toContainEqual({
      name: 'offerService',
      allowed: false,
      refusal: 'TAKEN_OFF_SALE',
    })
  })

  test('what an admin took off sale an admin puts on again, and then it is the channel’s as before', async () => {
    const id = await anOfferedPackage(world, 'Looked into')
    await admin.ask(WITHDRAW_PACKAGE, { id })
    expect((await admin.ask(OFFER_PACKAGE, { id }))['offerService'].status).toBe('OFFERED')
    await channel.ask(WITHDRAW_PACKAGE, { id })
    expect((await channel.ask(OFFER_PACKAGE, { id }))['offerService'].status).toBe('OFFERED')
  })
})
