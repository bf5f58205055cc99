import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Caller } from '../support/caller.js'
import { placeOrders } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import {
  ADD,
  anOfferedService,
  aService,
  OFFER,
  PUBLISH_BLUEPRINT,
  PUBLISH_FORM,
  question,
  SERVICE,
  step,
  WITHDRAW,
} from './a-service.js'

let world: World
let admin: Caller
let buyer: Caller

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin@demo.test')
  buyer = await world.as('agency@demo.test')
})
afterAll(() => world?.close())

const CHANGE = `mutation($id: ID!, $n: String, $f: ServiceFlow, $p: MoneyInput, $v: Int) {
  changeService(id: $id, name: $n, flow: $f, price: $p, expectedVersion: $v) { id name flow version price { amount currency } } }`
const events = (id: string) =>
  world.rows<{ type: string; data: object; actor: string }>(
    'select e.type, e.data, u.email as actor from events e left join users u on u.id = e.actor_id where e.stream_id = $1 order by e.sequence',
    [id],
  )

describe('a service', () => {
  test('is put together, offered and withdrawn, and every step of it is on record', async () => {
    const { addService } = await admin.ask(ADD, { n: ' Newsletter ', f: 'ONBOARDED', a: '25000', c: 'EUR' })
    const { id } = addService
    expect(addService).toMatchObject({
      name: 'Newsletter',
      status: 'IN_PREPARATION',
      onSale: false,
      form: null,
    })
    expect(await admin.refused(OFFER, { id })).toMatchObject({
      code: 'SERVICE_INCOMPLETE',
      missing: ['form', 'blueprint'],
    })
    const { publishOnboardingForm } = await admin.ask(PUBLISH_FORM, {
      id,
      t: 'News',
      f: [question('name')],
      n: 'First',
    })
    expect(await admin.refused(OFFER, { id })).toMatchObject({ missing: ['blueprint'] })
    const { publishTaskBlueprint } = await admin.ask(PUBLISH_BLUEPRINT, { id, s: [step('write')] })
    const { offerService } = await admin.ask(OFFER, { id, v: publishTaskBlueprint.version })
    expect(offerService).toMatchObject({ status: 'OFFERED', onSale: true })
    const { withdrawService } = await admin.ask(WITHDRAW, { id })
    expect(withdrawService).toMatchObject({ status: 'WITHDRAWN', onSale: false })
    const formId = publishOnboardingForm.form.id
    const blueprintId = publishTaskBlueprint.blueprint.id
    const actor = 'admin@demo.test'
    expect(await events(id)).toEqual([
      { type: 'service.added', data: { flow: 'ONBOARDED', amount: '25000', currency: 'EUR' }, actor },
      { type: 'service.form-published', data: { formId, version: 1 }, actor },
      { type: 'service.blueprint-published', data: { blueprintId, version: 1 }, actor },
      { type: 'service.offered', data: { formId, blueprintId }, actor },
      { type: 'service.withdrawn', data: {}, actor },
    ])
  })

  test('that runs by itself needs neither form nor blueprint, and takes none', async () => {
    const id = await aService(admin, 'Backup', 'SELF_SERVICE')
    const offers = (await admin.ask(SERVICE, { id }))['service'].availableActions
    expect(
      offers.filter((o: { allowed: boolean }) => o.allowed).map((o: { name: string }) => o.name),
    ).toEqual(['changeService', 'offerService'])
    expect(await admin.refused(PUBLISH_FORM, { id, t: 'News', f: [question('name')] })).toMatchObject({
      code: 'INVALID_TRANSITION',
    })
    expect((await admin.ask(OFFER, { id }))['offerService'].onSale).toBe(true)
  })

  test('names what is wrong with it, field by field', async () => {
    const refusal = await admin.refused(ADD, { n: ' ', f: 'CAMPAIGN', a: '-1', c: 'ABC' })
    expect(refusal).toMatchObject({
      code: 'VALIDATION',
      fields: [
        { path: 'name', message: '1 to 120 characters on one line' },
        { path: 'flow' },
        { path: 'price.amount' },
        { path: 'price.currency' },
      ],
    })
  })

  test('costs something: a price of nothing could never be paid', async () => {
    const free = { code: 'VALIDATION', fields: [{ path: 'price.amount', message: 'more than nothing' }] }
    expect(await admin.refused(ADD, { n: 'Gift', f: 'SELF_SERVICE', a: '0', c: 'EUR' })).toMatchObject(free)
    const id = await aService(admin, 'Nearly a gift', 'SELF_SERVICE')
    expect(await admin.refused(CHANGE, { id, p: { amount: '0', currency: 'EUR' } })).toMatchObject(free)
    await admin.ask(OFFER, { id })
    await world.rows('update services set price_amount = 0 where id = $1', [id])
    expect((await admin.ask(SERVICE, { id }))['service']).toMatchObject({ status: 'OFFERED', onSale: false })
  })

  test('keeps its flow once it was ordered, and its price on orders that run', async () => {
    const id = await anOfferedService(admin, 'Photo shoot')
    const incomplete = await aService(admin, 'Drone flight', 'SELF_SERVICE')
    await admin.ask(OFFER, { id: incomplete })
    expect(await admin.refused(CHANGE, { id: incomplete, f: 'ONBOARDED' })).toMatchObject({
      code: 'SERVICE_INCOMPLETE',
      missing: ['form', 'blueprint'],
    })
    const [orderId] = await placeOrders(buyer, [{ service: 'Photo shoot' }])
    expect(await admin.refused(CHANGE, { id, f: 'SELF_SERVICE' })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'flow' }],
    })
    const { changeService } = await admin.ask(CHANGE, { id, p: { amount: '99900', currency: 'EUR' } })
    expect(changeService.price.amount).toBe('99900')
    const { order } = await buyer.ask('query($id: ID!) { order(id: $id) { total { amount } } }', {
      id: orderId,
    })
    expect(order.total.amount).toBe('12300')
    expect((await events(id)).at(-1)).toMatchObject({
      type: 'service.changed',
      data: { fields: ['price'], amount: '99900', currency: 'EUR' },
    })
  })

  test('tells a cart of a price that has changed since it was shown', async () => {
    const id = await anOfferedService(admin, 'Leaflet')
    const placing = placeOrders(
      {
        ...buyer,
        ask: async (document, variables) => {
          if (document.includes('checkout('))
            await admin.ask(CHANGE, { id, p: { amount: '15000', currency: 'EUR' } })
          return buyer.ask(document, variables)
        },
      },
      [{ service: 'Leaflet' }],
    )
    await expect(placing).rejects.toThrow('PRICE_CHANGED')
  })

  test('that nothing is different of stays as it is', async () => {
    const id = await anOfferedService(admin, 'Poster')
    const before = (await admin.ask(SERVICE, { id }))['service'].version
    const { changeService } = await admin.ask(CHANGE, { id, n: ' Poster ' })
    expect(changeService.version).toBe(before)
  })

  test('is changed by one of two admins who looked at the same time, and the other is told', async () => {
    const id = await anOfferedService(admin, 'Banner')
    const { version } = (await admin.ask(SERVICE, { id }))['service']
    const both = await Promise.all(
      ['Banner, large', 'Banner, small'].map((n) => admin.raw(CHANGE, { id, n, v: version })),
    )
    const codes = both.map((answer) => answer.errors?.[0]?.extensions.code)
    expect(codes.map((code) => code ?? 'done').toSorted()).toEqual(['STALE_VERSION', 'done'])
  })
})
