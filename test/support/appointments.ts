import { randomUUID } from 'node:crypto'
import type { Caller } from './caller.js'
import { pay, shopOf } from './shopping.js'
import { takingOf } from './verbs.js'
import { HOUR, type World } from './world.js'

export const BUYER = 'agency@demo.test'
export const SUPPORT = 'support@demo.test'
export const ADMIN = 'admin@demo.test'

/** A service of the demo world that is sold as an appointment of half an hour. */
export const VISIT = 'Seller appointment'

/** A state that an appointment can be brought to by the verbs that lead there. */
export type AppointmentStage =
  | 'PENDING'
  | 'OUTREACH'
  | 'FOLLOW_UP'
  | 'CONFIRMED'
  | 'UNREACHABLE'
  | 'ATTENDED'
  | 'NO_SHOW'
  | 'CANCELLED'

/** The outside person that an appointment is with. */
export interface SomebodyOutside {
  readonly name: string
  readonly email?: string | null
  readonly phone?: string | null
  readonly timeZone: string
  readonly locale?: string | null
}

/** Somebody who can be called, texted and written to, and whose clock is the attendee's. */
export const PAULA: SomebodyOutside = {
  name: 'Paula Seller',
  email: 'paula@seller.test',
  phone: '+4930901820',
  timeZone: 'Europe/Berlin',
  locale: 'en',
}

/** An appointment of the demo world's agency. */
export interface AnAppointment {
  readonly id: string
  readonly orderId: string
  readonly number: string
  readonly price: bigint
  readonly currency: string
  /** When it begins, where a time was agreed. */
  readonly startsAt: Date | null
}

/** Which appointment is wanted. */
export interface AppointmentWanted {
  readonly at: AppointmentStage
  readonly counterpart?: Partial<SomebodyOutside>
  /** Where it is confirmed: the next free hour of a day to come by default. */
  readonly startsAt?: Date
  readonly service?: string
  readonly wishes?: string
  /** The name of the client it is for; the buyer itself by default. */
  readonly client?: string
  /** The contact who attends; the buyer's owner by default. */
  readonly attendeeContactId?: string
}

const SEEN = '{ id status version }'

/** Every verb of an appointment as a document: `ask(VERBS.start, { id, k })`. */
export const VERBS = {
  start: `mutation($id: ID!, $k: String) { startOutreach(id: $id, idempotencyKey: $k) ${SEEN} }`,
  attempt: `mutation($id: ID!, $k: String, $kind: AttemptKind!, $o: AttemptOutcome, $n: String, $t: String) {
    recordAttempt(id: $id, idempotencyKey: $k, kind: $kind, outcome: $o, note: $n, text: $t) ${SEEN} }`,
  confirm: `mutation($id: ID!, $k: String, $s: DateTime!, $p: String) { confirmAppointment(id: $id, idempotencyKey: $k, startsAt: $s, place: $p) ${SEEN} }`,
  decline: `mutation($id: ID!, $k: String, $r: String!, $o: [DateTime!]) { declineAppointment(id: $id, idempotencyKey: $k, reason: $r, otherTimes: $o) ${SEEN} }`,
  unconfirm: `mutation($id: ID!, $k: String, $t: String) { markUnconfirmed(id: $id, idempotencyKey: $k, text: $t) ${SEEN} }`,
  change: `mutation($id: ID!, $k: String, $c: CounterpartInput!) { changeCounterpart(id: $id, idempotencyKey: $k, counterpart: $c) ${SEEN} }`,
  reschedule: `mutation($id: ID!, $k: String, $s: DateTime!, $a: Boolean) { rescheduleAppointment(id: $id, idempotencyKey: $k, startsAt: $s, agreed: $a) ${SEEN} }`,
  attended: `mutation($id: ID!, $k: String) { markAttended(id: $id, idempotencyKey: $k) ${SEEN} }`,
  noShow: `mutation($id: ID!, $k: String) { markNoShow(id: $id, idempotencyKey: $k) ${SEEN} }`,
  retry: `mutation($id: ID!, $k: String) { retryAppointment(id: $id, idempotencyKey: $k) ${SEEN} }`,
  cancel: `mutation($id: ID!, $k: String!, $r: String!, $f: BigInt) { cancelAppointment(id: $id, idempotencyKey: $k, reason: $r, refund: $f) ${SEEN} }`,
} as const

/** Takes one of them, or gives what it is refused with. */
export const { take, refusal } = takingOf(VERBS)

/** An appointment brought to a state by the verbs that everybody uses. */
export async function anAppointment(world: World, wanted: AppointmentWanted): Promise<AnAppointment> {
  const appointment = await aPaidAppointment(world, wanted)
  const { id } = appointment
  const { at } = wanted
  if (at === 'PENDING') return appointment
  if (at === 'CANCELLED') {
    await take(world, BUYER, 'cancel', { id, r: 'We found another way.' })
    return appointment
  }
  await take(world, SUPPORT, 'start', { id })
  if (at === 'OUTREACH') return appointment
  if (at === 'FOLLOW_UP') await take(world, SUPPORT, 'unconfirm', { id })
  if (at === 'UNREACHABLE') await world.move(72 * HOUR + 3000)
  if (at === 'FOLLOW_UP' || at === 'UNREACHABLE') return appointment
  const startsAt = wanted.startsAt ?? (await aFreeTime(world))
  await take(world, SUPPORT, 'confirm', { id, s: startsAt.toISOString() })
  if (at !== 'CONFIRMED') {
    await moveTo(world, startsAt)
    await take(world, SUPPORT, at === 'ATTENDED' ? 'attended' : 'noShow', { id })
  }
  return { ...appointment, startsAt }
}

/** The buyer places an order for an appointment; it waits to be paid. Gives the order's id. */
export async function orderAppointment(
  buyer: Caller,
  wanted: Omit<AppointmentWanted, 'at' | 'startsAt'> = {},
): Promise<string> {
  const { agency, owner, clients, services } = await shopOf(buyer)
  const service = services.find(({ name }) => name === (wanted.service ?? VISIT))!
  const beneficiary = clients.find(({ name }) => name === wanted.client)?.id ?? agency
  const { createCart } = await buyer.ask('mutation($b: ID!) { createCart(buyerId: $b) { id } }', {
    b: agency,
  })
  const { addCartLine } = await buyer.ask(
    'mutation($id: ID!, $s: ID!, $b: ID!, $a: AppointmentInput!) { addCartLine(id: $id, serviceId: $s, beneficiaryId: $b, appointment: $a) { total { amount currency } } }',
    {
      id: createCart.id,
      s: service.id,
      b: beneficiary,
      a: {
        counterpart: { ...PAULA, ...wanted.counterpart },
        attendeeContactId: wanted.attendeeContactId ?? owner.id,
        wishes: wanted.wishes ?? null,
      },
    },
  )
  const { checkout } = await buyer.ask(
    'mutation($id: ID!, $k: String!, $t: MoneyInput!) { checkout(id: $id, idempotencyKey: $k, termsVersion: "2026-11", shownTotal: $t) { id } }',
    { id: createCart.id, k: randomUUID(), t: addCartLine.total },
  )
  return checkout[0].id
}

async function aPaidAppointment(world: World, wanted: AppointmentWanted): Promise<AnAppointment> {
  const buyer = await world.as(BUYER)
  const orderId = await orderAppointment(buyer, wanted)
  await pay(buyer, orderId)
  await world.settled()
  const { order } = await buyer.ask(
    'query($id: ID!) { order(id: $id) { number total { amount currency } appointment { id } } }',
    { id: orderId },
  )
  const { amount, currency } = order.total
  return {
    id: order.appointment.id,
    orderId,
    number: order.number,
    price: BigInt(amount),
    currency,
    startsAt: null,
  }
}

/** The trade's time in this world. */
export async function nowIn(world: Pick<World, 'rows'>): Promise<Date> {
  const [clock] = await world.rows<{ now: Date }>('select app_now() as now')
  return new Date(clock!.now)
}

/** A full hour by day, on a weekday at least three days ahead, at which nobody has a confirmed appointment. */
export async function aFreeTime(world: Pick<World, 'rows'>): Promise<Date> {
  const taken = await world.rows<{ at: Date }>(
    `select starts_at as at from appointments where status = 'CONFIRMED'`,
  )
  const day = new Date((await nowIn(world)).getTime() + 72 * HOUR)
  for (day.setUTCHours(9, 0, 0, 0); ; day.setTime(day.getTime() + HOUR)) {
    if (day.getUTCHours() > 14) day.setTime(day.getTime() + 18 * HOUR)
    while (day.getUTCDay() % 6 === 0) day.setTime(day.getTime() + 24 * HOUR)
    if (!taken.some(({ at }) => new Date(at).getTime() === day.getTime())) return new Date(day)
  }
}

/** Moves the clock to a moment, deadline by deadline, and waits for what that brings about. */
export async function moveTo(world: World, moment: Date, offsetMs = 0): Promise<void> {
  const ms = moment.getTime() + offsetMs - (await nowIn(world)).getTime()
  if (ms > 0) await world.move(ms)
  await world.settled()
}
