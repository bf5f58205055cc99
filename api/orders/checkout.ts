import { noteSold } from '../catalogue/note-sold.js'
import { onSale } from '../catalogue/on-sale.js'
import { openFunds } from '../funds/held-funds.js'
import { newId } from '../lib/ids.js'
import { Refusal, refuseFields } from '../lib/refusal.js'
import { after } from '../lib/time.js'
import { personOf } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { enter, transition } from '../platform/transition.js'
import { cartMachine } from './cart.machine.js'
import { refuseChanged } from './confirm-cart-line.js'
import type { LineRecipient } from './cart-lines.js'
import { OrderEntity, OrderLineEntity } from './order.entity.js'
import { orderMachine } from './order.machine.js'
import { terms } from './terms.js'

/** How long an order waits for its payment. */
const TIME_TO_PAY = 'PT15M'

export interface Checkout {
  readonly id: string
  readonly termsVersion: string
  /** What the caller was shown as the total. */
  readonly shownTotal: { amount: bigint; currency: string }
  /** Clients in the cart whose contact is to be invited to their dashboard. */
  readonly inviteToDashboard?: readonly string[]
}

interface Line {
  id: string
  serviceId: string
  serviceName: string
  beneficiaryId: string
  flow: string
  formId: string | null
  blueprintId: string | null
  priceAmount: string
  currency: string
  onSale: boolean
  channelId: string | null
  packageId: string | null
  changed: boolean
  recipient: LineRecipient | null
  recipientContactId: string | null
  recipientName: string | null
  recipientEmail: string | null
  counterpartId: string | null
  attendeeContactId: string | null
  wishes: string | null
  appointmentMinutes: number | null
}

/**
 * Makes orders of what is in the cart, at the prices of now, each with its own time to pay: one for each beneficiary's
 * services, and one for each campaign and each appointment. Returns their ids.
 * @refuses CART_EMPTY, TERMS_NOT_ACCEPTED, PACKAGE_CHANGED, PRICE_CHANGED, NOT_ON_SALE, RECIPIENT_WITHOUT_EMAIL, INVALID_TRANSITION,
 * VALIDATION for an invitation of somebody who is no client in the cart
 */
export async function checkout(tx: Tx, input: Checkout): Promise<string[]> {
  if (input.termsVersion !== terms.version)
    throw new Refusal('TERMS_NOT_ACCEPTED', undefined, { current: terms.version })
  const orderIds: string[] = []
  const { facts } = await transition(tx, cartMachine, input.id, 'checkout', { data: { orderIds } })
  const lines = await linesOf(tx, input.id)
  refuseChanges(lines, input.shownTotal)
  refuseStrangers(lines, facts.buyerId, input.inviteToDashboard ?? [])
  await noteSold(
    tx,
    lines.map((line) => line.serviceId),
  )
  const placedBy = await contactOf(tx, facts.buyerId)
  for (const own of Map.groupBy(lines, ordersOwn).values()) {
    const [{ beneficiaryId, channelId }] = own as [Line]
    const invited = input.inviteToDashboard?.includes(beneficiaryId)
      ? await dashboardContact(tx, beneficiaryId, own)
      : null
    orderIds.push(
      await placeOrder(tx, {
        buyerId: facts.buyerId,
        beneficiaryId,
        channelId,
        placedBy,
        invited,
        lines: own,
      }),
    )
  }
  return orderIds
}

/** Lines with the same answer share an order: campaigns and appointments share with nobody. */
function ordersOwn({ id, flow, beneficiaryId }: Line): string {
  return flow === 'CAMPAIGN' || flow === 'APPOINTMENT' ? id : beneficiaryId
}

interface NewOrder {
  readonly buyerId: string
  readonly beneficiaryId: string
  readonly channelId: string | null
  readonly placedBy: string
  readonly invited: string | null
  readonly lines: Line[]
}

async function placeOrder(tx: Tx, of: NewOrder): Promise<string> {
  const id = newId('ord')
  const { currency } = of.lines[0]!
  const totalAmount = of.lines.reduce((sum, line) => sum + BigInt(line.priceAmount), 0n)
  const number = await row<{ number: string }>(tx, sql`select 'W-' || nextval('order_numbers') as number`)
  await tx.em.insert(OrderEntity, {
    id,
    number: number!.number,
    status: orderMachine.initial,
    stage: 'AWAITING_PAYMENT',
    buyerId: of.buyerId,
    beneficiaryId: of.beneficiaryId,
    placedByUserId: personOf(tx.viewer),
    placedByContactId: of.placedBy,
    currency,
    totalAmount,
    termsVersion: terms.version,
    dashboardContactId: of.invited,
    placedAt: tx.now,
    payBy: after(tx.now, TIME_TO_PAY),
  })
  await insertLines(tx, id, of.lines)
  await enter(tx, orderMachine, id, {
    type: 'order.placed',
    data: { lines: of.lines.length, amount: String(totalAmount), currency },
  })
  await openFunds(tx, { orderId: id, buyerId: of.buyerId, currency, channelId: of.channelId })
  return id
}

async function insertLines(tx: Tx, orderId: string, lines: readonly Line[]): Promise<void> {
  const inserted = lines.map((line, position) => ({
    id: newId('lin'),
    orderId,
    position,
    serviceId: line.serviceId,
    flow: line.flow,
    formId: line.formId,
    blueprintId: line.blueprintId,
    packageId: line.packageId,
    priceAmount: BigInt(line.priceAmount),
    currency: line.currency,
    recipient: line.recipient,
    recipientContactId: line.recipientContactId,
    recipientName: line.recipientName,
    recipientEmail: line.recipientEmail,
    counterpartId: line.counterpartId,
    attendeeContactId: line.attendeeContactId,
    wishes: line.wishes,
    appointmentMinutes: line.appointmentMinutes,
  }))
  await tx.em.insertMany(OrderLineEntity, inserted)
}

function linesOf(tx: Tx, cartId: string): Promise<Line[]> {
  return rows<Line>(
    tx,
    sql`select l.id, s.channel_id as "channelId", s.package_id as "packageId", l.package_id is distinct from s.package_id as changed, l.service_id as "serviceId", s.name as "serviceName", l.beneficiary_id as "beneficiaryId", s.flow, s.form_id as "formId", s.blueprint_id as "blueprintId",
      s.price_amount::text as "priceAmount", s.currency, ${onSale(sql.raw('s'))} as "onSale", l.recipient, l.recipient_contact_id as "recipientContactId",
      l.recipient_name as "recipientName", l.recipient_email as "recipientEmail", l.counterpart_id as "counterpartId",
      l.attendee_contact_id as "attendeeContactId", l.wishes, s.appointment_minutes as "appointmentMinutes"
      from cart_lines l join services s on s.id = l.service_id where l.cart_id = ${cartId} order by l.id`,
  )
}

function refuseChanges(lines: readonly Line[], shown: Checkout['shownTotal']): void {
  if (lines.some((line) => !line.onSale)) throw new Refusal('NOT_ON_SALE')
  const current = lines.reduce((sum, line) => sum + BigInt(line.priceAmount), 0n)
  const { currency } = lines[0]!
  if (lines.some((line) => line.currency !== currency)) throw new Refusal('CURRENCY_MIXED')
  const changed = lines.filter((line) => line.changed)
  if (changed.length > 0) refuseChanged(changed)
  if (current === shown.amount && currency === shown.currency) return
  const of = (amount: bigint, inCurrency: string) => ({ amount: String(amount), currency: inCurrency })
  throw new Refusal('PRICE_CHANGED', undefined, {
    shown: of(shown.amount, shown.currency),
    current: of(current, currency),
  })
}

/** A dashboard is a client's: the buyer's own people let each other in, and of nobody else anything was bought. */
function refuseStrangers(lines: readonly Line[], buyerId: string, invited: readonly string[]): void {
  const clients = new Set(lines.map((line) => line.beneficiaryId).filter((id) => id !== buyerId))
  if (invited.some((id) => !clients.has(id)))
    refuseFields([{ path: 'inviteToDashboard', message: 'clients in the cart' }])
}

/** The caller as a contact of the buyer: who gets the order's mails. */
async function contactOf(tx: Tx, buyerId: string): Promise<string> {
  const found = await row<{ id: string }>(
    tx,
    sql`select contact_id as id from members where organisation_id = ${buyerId} and user_id = ${personOf(tx.viewer)} and status = 'ACTIVE'`,
  )
  if (!found) throw new Refusal('NOT_FOUND')
  return found.id
}

/** Who is invited for a beneficiary: its contact chosen for a line, else its first one with an e-mail; never who lost their access. */
async function dashboardContact(tx: Tx, beneficiaryId: string, lines: readonly Line[]): Promise<string> {
  const chosen = lines.find((line) => line.recipient === 'CLIENT')?.recipientContactId ?? null
  const first = await row<{ id: string }>(
    tx,
    sql`select c.id from contacts c where c.organisation_id = ${beneficiaryId} and c.email is not null
        and not exists (select from members m where m.contact_id = c.id and m.status = 'DISABLED')
      order by (c.id = ${chosen}::text) desc nulls last, c.id limit 1`,
  )
  if (!first)
    throw new Refusal(
      'RECIPIENT_WITHOUT_EMAIL',
      'Nobody at this client can be invited: it needs a contact with an e-mail address who has not lost their access.',
      { beneficiaryId },
    )
  return first.id
}
