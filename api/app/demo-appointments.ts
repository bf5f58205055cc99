import type { DemoAccounts } from '../accounts/demo-accounts.js'
import { anonymous, type Viewer } from '../lib/viewer.js'
import { addCartLine, createCart } from '../orders/cart-lines.js'
import { checkout } from '../orders/checkout.js'
import type { NewCounterpart } from '../orders/counterparts.js'
import { payOrder } from '../orders/pay-order.js'
import { terms } from '../orders/terms.js'
import type { AttemptOutcome } from '../outreach/attempt-words.js'
import { confirmAppointment } from '../outreach/confirm-appointment.js'
import { recordAttempt } from '../outreach/record-attempt.js'
import { startOutreach } from '../outreach/start-outreach.js'
import type { House, Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transaction } from '../platform/transaction.js'
import { memberOf } from './demo-orders.js'

const DRAIN_MS = 30_000
const DAY_MS = 86_400_000

const PEOPLE = {
  waiting: {
    name: 'Marta Keller',
    email: 'marta@keller.test',
    phone: '+493055501001',
    timeZone: 'Europe/Berlin',
    locale: 'de',
  },
  tried: { name: 'Owen Price', email: 'owen@price.test', phone: '+442079460101', timeZone: 'Europe/London' },
  silent: { name: 'Lena Fox', phone: '+12125550161', timeZone: 'America/New_York' },
  agreed: { name: 'Tom Baxter', email: 'tom@baxter.test', phone: '+442079460102', timeZone: 'Europe/London' },
  gone: { name: 'Iris Novak', email: 'iris@novak.test', phone: '+493055501002', timeZone: 'Europe/Berlin' },
} as const satisfies Record<string, NewCounterpart>

/** The demo world, as its appointments are made. */
interface Demo {
  readonly house: House
  readonly people: DemoAccounts
  readonly buyer: Viewer
  readonly support: Viewer
}

/**
 * Some appointments of the demo world's agency: one that waits for our team, one that was tried, one to follow up, one
 * that is agreed, and one whose counterpart could not be reached. Needs a house that runs; does nothing where there are
 * appointments already.
 */
export async function demoAppointments(house: House, people: DemoAccounts): Promise<void> {
  const { rows } = await house.database.pool.query('select from appointments limit 1')
  if (rows.length) return
  const support = {
    ...anonymous,
    kind: 'staff',
    id: people.staff['support@demo.test']!,
    roles: ['SUPPORT'],
  } as const
  const demo: Demo = { house, people, buyer: await memberOf(house, people.agency), support }
  const orders: Record<string, string> = {}
  for (const [name, counterpart] of Object.entries(PEOPLE)) orders[name] = await buy(demo, counterpart)
  await house.jobs.drained(DRAIN_MS)
  const idOf = (name: keyof typeof PEOPLE) => appointmentOf(demo, orders[name]!)
  await tryToReach(demo, await idOf('tried'), ['NO_ANSWER', 'CALL_BACK'])
  await tryToReach(demo, await idOf('silent'), ['NO_ANSWER', 'VOICEMAIL', 'BUSY'])
  await tryToReach(demo, await idOf('gone'), ['NO_ANSWER', 'NO_ANSWER', 'VOICEMAIL', 'BUSY', 'WRONG_NUMBER'])
  const agreed = await idOf('agreed')
  await tryToReach(demo, agreed, ['TALKED'])
  await as(demo, support, (tx) =>
    confirmAppointment(tx, { id: agreed, startsAt: inThreeDays(tx.now), place: '12 Mill Lane, Leeds' }),
  )
  await house.jobs.drained(DRAIN_MS)
}

function as<T>({ house }: Demo, viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(house, viewer, work)
}

/** The agency wants to meet somebody for its first client. Gives the order's id. */
async function buy(demo: Demo, counterpart: NewCounterpart): Promise<string> {
  const { people, buyer } = demo
  const id = await as(demo, buyer, async (tx) => {
    const found = await row<{ id: string; amount: string; currency: string }>(
      tx,
      sql`select id, price_amount::text as amount, currency from services where name = 'Seller appointment' and flow = 'APPOINTMENT'`,
    )
    const { id: serviceId, amount, currency } = found!
    const cart = await createCart(tx, { buyerId: people.agency })
    await addCartLine(tx, {
      id: cart,
      serviceId,
      beneficiaryId: people.clients[0]!.id,
      appointment: {
        counterpart,
        attendeeContactId: people.agencyOwner,
        wishes: 'Half an hour at the house; mornings suit us best.',
      },
    })
    const shownTotal = { amount: BigInt(amount), currency }
    const [order] = await checkout(tx, { id: cart, termsVersion: terms.version, shownTotal })
    return order!
  })
  await as(demo, buyer, (tx) => payOrder(tx, { id, paymentToken: 'tok_ok' }))
  return id
}

function appointmentOf(demo: Demo, orderId: string): Promise<string> {
  return as(demo, demo.buyer, async (tx) => {
    const found = await row<{ id: string }>(tx, sql`select id from appointments where order_id = ${orderId}`)
    return found!.id
  })
}

async function tryToReach(demo: Demo, id: string, outcomes: readonly AttemptOutcome[]): Promise<void> {
  await as(demo, demo.support, (tx) => startOutreach(tx, { id }))
  for (const outcome of outcomes)
    await as(demo, demo.support, (tx) => recordAttempt(tx, { id, kind: 'CALL', outcome }))
}

/** Ten o'clock in the morning, UTC, three days from now, or on the Monday after. */
function inThreeDays(now: Date): Date {
  const day = new Date(now.getTime() + 3 * DAY_MS)
  day.setUTCHours(10, 0, 0, 0)
  while (day.getUTCDay() % 6 === 0) day.setTime(day.getTime() + DAY_MS)
  return day
}
