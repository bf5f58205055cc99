import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ADMIN, anAppointment, BUYER, orderAppointment, PAULA, VISIT } from '../support/appointments.js'
import { shopOf, type Shop } from '../support/shopping.js'
import { openWorld, type World } from '../support/world.js'
import { seenAppointment } from './read-appointment.js'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await openWorld()
  shop = await shopOf(await world.as(BUYER))
})
afterAll(() => world?.close())

const ADD = `mutation($id: ID!, $s: ID!, $b: ID!, $a: AppointmentInput, $r: LineRecipient, $c: ID) {
  addCartLine(id: $id, serviceId: $s, beneficiaryId: $b, appointment: $a, recipient: $r, recipientContactId: $c) {
    lines { id recipientName wishes attendee { id } counterpart { id name phone localTime quiet optedOut } } } }`
const serviceOf = (name: string) => shop.services.find((service) => service.name === name)!.id

const aCart = async () =>
  (
    await (
      await world.as(BUYER)
    ).ask('mutation($b: ID!) { createCart(buyerId: $b) { id } }', { b: shop.agency })
  ).createCart.id as string
const wish = () => ({ counterpart: PAULA, attendeeContactId: shop.owner.id })

describe('an appointment in the cart', () => {
  test('names whom it is with and who attends; nobody is asked for an onboarding', async () => {
    const id = await aCart()
    const a = { ...wish(), wishes: '  Mornings.  ', counterpart: { ...PAULA, phone: '+49 (30) 901-820' } }
    const { addCartLine } = await (
      await world.as(BUYER)
    ).ask(ADD, { id, s: serviceOf(VISIT), b: shop.agency, a })
    const [line] = addCartLine.lines
    expect(line).toMatchObject({
      recipientName: null,
      wishes: 'Mornings.',
      attendee: { id: shop.owner.id },
      counterpart: { name: 'Paula Seller', phone: '+4930901820', optedOut: false },
    })
    expect(line.counterpart.localTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    const hour = Number(line.counterpart.localTime.slice(11, 13))
    expect(line.counterpart.quiet).toBe(hour < 8 || hour >= 21)
    await (
      await world.as(BUYER)
    ).ask('mutation($id: ID!, $l: ID!) { removeCartLine(id: $id, lineId: $l) { id } }', { id, l: line.id })
    expect(await world.rows('select 1 from counterparts where id = $1', [line.counterpart.id])).toEqual([])
  })

  test.each([
    [{}, 'appointment'],
    [{ a: { attendeeContactId: 'con_00000000000000000000000000' } }, 'appointment.attendeeContactId'],
    [{ a: { wishes: 'x'.repeat(2001) } }, 'appointment.wishes'],
    [{ a: { counterpart: { ...PAULA, email: null, phone: null } } }, 'appointment.counterpart.email'],
    [{ a: { counterpart: { ...PAULA, phone: '030 901820' } } }, 'appointment.counterpart.phone'],
    [{ a: { counterpart: { ...PAULA, timeZone: 'Nowhere' } } }, 'appointment.counterpart.timeZone'],
  ])('that lacks something names the field: %j', async (wrong: { a?: object }, path) => {
    const a = wrong.a ? { ...wish(), ...wrong.a } : null
    const refused = await (
      await world.as(BUYER)
    ).refused(ADD, { id: await aCart(), s: serviceOf(VISIT), b: shop.agency, a })
    expect(refused).toMatchObject({ code: 'VALIDATION', fields: [{ path }] })
  })

  test('is nothing that another service has', async () => {
    const refused = await (
      await world.as(BUYER)
    ).refused(ADD, {
      id: await aCart(),
      s: serviceOf('Directory listings'),
      b: shop.agency,
      r: 'OWNER',
      c: shop.owner.id,
      a: wish(),
    })
    expect(refused).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'appointment' }] })
  })
})

describe('checking out', () => {
  test('makes an order of each appointment, beside one for the rest', async () => {
    const buyer = await world.as(BUYER)
    const id = await aCart()
    const line = { id, b: shop.agency }
    await buyer.ask(ADD, { ...line, s: serviceOf('Directory listings'), r: 'OWNER', c: shop.owner.id })
    await buyer.ask(ADD, { ...line, s: serviceOf(VISIT), a: wish() })
    await buyer.ask(ADD, { ...line, s: serviceOf('Site visit'), a: wish() })
    const { cart } = await buyer.ask('query($id: ID!) { cart(id: $id) { total { amount currency } } }', {
      id,
    })
    const { checkout } = await buyer.ask(
      `mutation($id: ID!, $t: MoneyInput!) { checkout(id: $id, idempotencyKey: "three", termsVersion: "2026-11", shownTotal: $t) {
        status stage appointment { id } lines { appointmentMinutes wishes counterpart { name } service { name } } } }`,
      { id, t: cart.total },
    )
    expect(checkout).toHaveLength(3)
    expect(
      checkout.flatMap((order: { lines: { appointmentMinutes: number | null }[] }) =>
        order.lines.map(({ appointmentMinutes }) => appointmentMinutes),
      ),
    ).toEqual([null, 30, 60])
    expect(checkout.every((order: { appointment: unknown }) => order.appointment === null)).toBe(true)
  })

  test('once more begins with the same person, written down anew', async () => {
    const { orderId } = await anAppointment(world, { at: 'PENDING', wishes: 'Mornings.' })
    const before = await seenAppointment(world, BUYER, { orderId })
    const { reorder } = await (
      await world.as(BUYER)
    ).ask(
      'mutation($o: ID!) { reorder(orderId: $o) { leftOut { refusal } lines { wishes attendee { id } counterpart { id name phone } } } }',
      { o: orderId },
    )
    expect(reorder).toMatchObject({
      leftOut: [],
      lines: [
        {
          wishes: 'Mornings.',
          attendee: { id: shop.owner.id },
          counterpart: { name: 'Paula Seller', phone: PAULA.phone },
        },
      ],
    })
    expect(reorder.lines[0].counterpart.id).not.toBe(before.counterpart.id)
  })
})

describe('a service that is an appointment', () => {
  const ADD_SERVICE = `mutation($n: String!, $f: ServiceFlow!, $m: Int) {
    addService(name: $n, summary: $n, description: $n, flow: $f, price: { amount: "5000", currency: "EUR" }, appointmentMinutes: $m) {
      id flow appointmentMinutes } }`
  const CHANGE = `mutation($id: ID!, $f: ServiceFlow, $m: Int) { changeService(id: $id, flow: $f, appointmentMinutes: $m) { flow appointmentMinutes } }`

  test('takes half an hour unless somebody says otherwise; orders keep what they were sold with', async () => {
    const admin = await world.as(ADMIN)
    const { addService } = await admin.ask(ADD_SERVICE, { n: 'Tasting', f: 'APPOINTMENT' })
    expect(addService).toMatchObject({ flow: 'APPOINTMENT', appointmentMinutes: 30 })
    await admin.ask('mutation($id: ID!) { offerService(id: $id) { id } }', { id: addService.id })
    const orderId = await orderAppointment(await world.as(BUYER), { service: 'Tasting' })
    expect((await admin.ask(CHANGE, { id: addService.id, m: 90 })).changeService).toEqual({
      flow: 'APPOINTMENT',
      appointmentMinutes: 90,
    })
    const [line] = await world.rows(
      'select appointment_minutes as minutes from order_lines where order_id = $1',
      [orderId],
    )
    expect(line).toEqual({ minutes: 30 })
  })

  test('can become another one, and another one can, before it was ordered', async () => {
    const admin = await world.as(ADMIN)
    const { addService } = await admin.ask(ADD_SERVICE, { n: 'Maybe', f: 'SELF_SERVICE' })
    const change = async (input: object) =>
      (await admin.ask(CHANGE, { id: addService.id, ...input })).changeService
    expect(await change({ f: 'APPOINTMENT' })).toEqual({ flow: 'APPOINTMENT', appointmentMinutes: 30 })
    expect(await change({ f: 'SELF_SERVICE' })).toEqual({ flow: 'SELF_SERVICE', appointmentMinutes: null })
    expect(await change({ f: 'APPOINTMENT', m: 45 })).toEqual({ flow: 'APPOINTMENT', appointmentMinutes: 45 })
  })

  test.each([[{ f: 'APPOINTMENT', m: 4 }], [{ f: 'APPOINTMENT', m: 481 }], [{ f: 'SELF_SERVICE', m: 30 }]])(
    'is not one of %j',
    async (input) => {
      const refused = await (await world.as(ADMIN)).refused(ADD_SERVICE, { n: 'No', ...input })
      expect(refused).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'appointmentMinutes' }] })
    },
  )
})
