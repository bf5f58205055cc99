import { onSale } from '../catalogue/on-sale.js'
import { newId } from '../lib/ids.js'
import { Refusal, refuseFields } from '../lib/refusal.js'
import { isMember } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { startStream } from '../platform/events.js'
import { transition } from '../platform/transition.js'
import { cartMachine } from './cart.machine.js'
import { CartEntity, CartLineEntity } from './order.entity.js'
import { type NewWish, refuseWish, wishOf } from './wishes.js'

/** Whose contact gets a line's onboarding request. */
export const lineRecipients = {
  OWNER: "The buyer's own contact: the agency owner, usually.",
  CLIENT: "The beneficiary's contact.",
} as const

export type LineRecipient = keyof typeof lineRecipients

const MOST_LINES = 50

/** Starts an empty cart for an organisation of the caller's. @refuses NOT_FOUND */
export async function createCart(tx: Tx, input: { buyerId: string }): Promise<string> {
  if (!isMember(tx.viewer, input.buyerId)) throw new Refusal('NOT_FOUND')
  const id = newId('crt')
  await tx.em.insert(CartEntity, { id, status: 'FILLING', buyerId: input.buyerId, createdAt: tx.now })
  await startStream(tx, id)
  return id
}

export interface NewCartLine {
  readonly id: string
  readonly serviceId: string
  readonly beneficiaryId: string
  /** Who gets the onboarding request; a campaign needs nobody. */
  readonly recipient?: LineRecipient | null | undefined
  readonly recipientContactId?: string | null | undefined
  /** Of an appointment, and of nothing else: with whom, and who attends. */
  readonly appointment?: NewWish | null | undefined
}

/** What becomes of it, and of a campaign the version of its package. */
interface Sold {
  readonly flow: string
  readonly packageId: string | null
}

/** Who will get a line's onboarding request, as copied onto it. */
interface Recipient {
  readonly recipient: LineRecipient
  readonly recipientContactId: string
  readonly recipientName: string
  readonly recipientEmail: string
}

/**
 * Puts a service into the cart. The person who will get its onboarding request is copied onto the line now: later
 * changes of the contact leave it alone, and a contact without an e-mail of their own is refused by name.
 * Of an appointment the outside person is written down, and who attends it. What nobody is asked for needs nobody.
 * @refuses NOT_FOUND, INVALID_TRANSITION, NOT_ON_SALE, CURRENCY_MIXED, RECIPIENT_WITHOUT_EMAIL, VALIDATION
 */
export async function addCartLine(tx: Tx, input: NewCartLine): Promise<string> {
  const { facts } = await transition(tx, cartMachine, input.id, 'addCartLine')
  if (facts.lines >= MOST_LINES)
    refuseFields([{ path: 'id', message: `a cart holds at most ${MOST_LINES} lines` }])
  const { flow, packageId } = await serviceForCart(tx, input)
  await beneficiaryOf(tx, facts.buyerId, input.beneficiaryId)
  refuseWish(flow, input.appointment)
  await tx.em.insert(CartLineEntity, {
    id: newId('ctl'),
    cartId: input.id,
    serviceId: input.serviceId,
    beneficiaryId: input.beneficiaryId,
    packageId,
    ...(await whomItConcerns(tx, flow, facts.buyerId, input)),
  })
  return input.id
}

/** Who is asked for a line's onboarding, or with whom its appointment is; nobody for a campaign. */
async function whomItConcerns(tx: Tx, flow: string, buyerId: string, input: NewCartLine) {
  if (flow === 'CAMPAIGN') return {}
  if (flow === 'APPOINTMENT')
    return wishOf(tx, { buyerId, beneficiaryId: input.beneficiaryId }, input.appointment!)
  return recipientOf(tx, buyerId, input)
}

/** Takes a line out of the cart. @refuses NOT_FOUND, INVALID_TRANSITION */
export async function removeCartLine(tx: Tx, input: { id: string; lineId: string }): Promise<string> {
  await transition(tx, cartMachine, input.id, 'removeCartLine')
  const gone = await row<{ counterpart: string | null }>(
    tx,
    sql`delete from cart_lines where id = ${input.lineId} and cart_id = ${input.id} returning counterpart_id as counterpart`,
  )
  if (!gone) throw new Refusal('NOT_FOUND')
  if (gone.counterpart) await row(tx, sql`delete from counterparts where id = ${gone.counterpart}`)
  return input.id
}

/** What is sold, and as which version; refuses what is not. */
async function serviceForCart(tx: Tx, { id, serviceId }: NewCartLine): Promise<Sold> {
  const service = await row<Sold & { on_sale: boolean; mixed: boolean }>(
    tx,
    sql`select ${onSale(sql.raw('s'))} as on_sale, s.flow, s.package_id as "packageId", exists (select from cart_lines l join services o on o.id = l.service_id
      where l.cart_id = ${id} and o.currency <> s.currency) as mixed from services s where s.id = ${serviceId} and s.status <> 'IN_PREPARATION'`,
  )
  if (!service) refuseFields([{ path: 'serviceId', message: 'a service of the catalogue' }])
  if (!service.on_sale) throw new Refusal('NOT_ON_SALE')
  if (service.mixed) throw new Refusal('CURRENCY_MIXED')
  return service
}

/** The work is for the buyer itself or for a client of its own. */
async function beneficiaryOf(tx: Tx, buyerId: string, beneficiaryId: string): Promise<void> {
  const found = await row(
    tx,
    sql`select id from organisations where id = ${beneficiaryId} and (id = ${buyerId} or agency_id = ${buyerId})`,
  )
  if (!found) refuseFields([{ path: 'beneficiaryId', message: 'the buyer itself or one of its clients' }])
}

async function recipientOf(tx: Tx, buyerId: string, line: NewCartLine): Promise<Recipient> {
  const { recipient, recipientContactId } = line
  if (!recipient || !recipientContactId) return refuseMissing(line)
  const organisationId = recipient === 'OWNER' ? buyerId : line.beneficiaryId
  const contact = await row<{ name: string; email: string | null }>(
    tx,
    sql`select name, email from contacts where id = ${recipientContactId} and organisation_id = ${organisationId}`,
  )
  if (!contact) {
    const whose = recipient === 'OWNER' ? 'the buyer' : 'the client'
    refuseFields([{ path: 'recipientContactId', message: `a contact of ${whose}` }])
  }
  const { name, email } = contact
  if (!email) {
    const message = `${name} has no e-mail address of their own: add one to the contact, or choose somebody else.`
    throw new Refusal('RECIPIENT_WITHOUT_EMAIL', message, {
      contactId: recipientContactId,
      fields: [{ path: 'recipientContactId', message }],
    })
  }
  return { recipient, recipientContactId, recipientName: name, recipientEmail: email }
}

function refuseMissing({ recipient, recipientContactId }: NewCartLine): never {
  return refuseFields([
    ...(recipient ? [] : [{ path: 'recipient', message: 'whose contact is asked for the onboarding' }]),
    ...(recipientContactId ? [] : [{ path: 'recipientContactId', message: 'a contact' }]),
  ])
}
