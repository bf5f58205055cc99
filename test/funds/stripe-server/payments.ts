import { type Books, type Charge, type Payment } from './books.js'
import { cardBehind, cards } from './cards.js'
import { cardError, invalid, missing, Refused } from './errors.js'
import { below, type Form, textOf } from './form-body.js'

/** Tells of what happened to an object. */
export type Tell = (type: string, object: object) => void

/** `POST /v1/payment_intents`: with `confirm` the card decides at once. */
export function createPayment(books: Books, form: Form, tell: Tell): Payment {
  const amount = Number(textOf(form, 'amount'))
  if (!(amount >= 50)) throw invalid('amount_too_small', 'Amount must be at least 50.', 'amount')
  const payment: Payment = {
    id: books.newId('pi'),
    object: 'payment_intent',
    amount,
    amount_capturable: 0,
    amount_received: 0,
    currency: textOf(form, 'currency')!,
    status: 'requires_payment_method',
    capture_method: textOf(form, 'capture_method') === 'manual' ? 'manual' : 'automatic',
    payment_method: cardNamed(form),
    latest_charge: null,
    last_payment_error: null,
    transfer_group: textOf(form, 'transfer_group') ?? null,
    metadata: below(form, 'metadata'),
    created: Math.floor(Date.now() / 1000),
  }
  if (textOf(form, 'confirm') !== 'true') {
    books.payments.set(payment.id, payment)
    return payment
  }
  const card = cards[payment.payment_method ?? '']
  if (!card) throw missing('PaymentMethod', payment.payment_method ?? '', 'payment_method')
  books.payments.set(payment.id, payment)
  confirm(books, payment, tell)
  return payment
}

/** The card that a form pays with: named itself, or by the token of a page that asked for it, and not by both. */
function cardNamed(form: Form): string | null {
  const [method, token] = [textOf(form, 'payment_method'), textOf(form, 'confirmation_token')]
  if (token === undefined) return method ?? null
  if (method !== undefined)
    throw invalid('parameter_invalid', 'One of payment_method and confirmation_token.', 'confirmation_token')
  const card = cardBehind(token)
  if (!card) throw missing('ConfirmationToken', token, 'confirmation_token')
  return card
}

/** The card of a payment decides. A refusal throws, and stays on the payment. */
function confirm(books: Books, payment: Payment, tell: Tell): void {
  const card = cards[payment.payment_method!]!
  const charge = addCharge(
    books,
    payment,
    card.refuses ? 'failed' : card.processing ? 'pending' : 'succeeded',
  )
  if (card.refuses) {
    const refused = cardError(...card.refuses)
    payment.last_payment_error = refused.body
    tell('payment_intent.payment_failed', payment)
    throw new Refused(402, { ...refused.body, payment_intent: payment })
  }
  if (card.processing) payment.status = 'processing'
  else settle(books, payment, charge, tell)
}

/** The bank has said yes: the money is set aside, or taken in. */
export function settle(books: Books, payment: Payment, charge: Charge, tell: Tell): void {
  charge.status = 'succeeded'
  if (payment.capture_method === 'manual') {
    payment.status = 'requires_capture'
    payment.amount_capturable = payment.amount
    tell('payment_intent.amount_capturable_updated', payment)
    return
  }
  take(payment, charge)
  tell('payment_intent.succeeded', payment)
  if (cards[payment.payment_method!]?.disputed) openDispute(books, payment, tell)
}

/** `POST /v1/payment_intents/:id/capture`. */
export function capturePayment(books: Books, payment: Payment, form: Form, tell: Tell): Payment {
  if (payment.status !== 'requires_capture') throw unexpected(payment, 'captured')
  Object.assign(payment.metadata, below(form, 'metadata'))
  take(payment, books.charges.get(payment.latest_charge!)!)
  tell('payment_intent.succeeded', payment)
  if (cards[payment.payment_method!]?.disputed) openDispute(books, payment, tell)
  return payment
}

/** `POST /v1/payment_intents/:id/cancel`. */
export function cancelPayment(payment: Payment, tell: Tell): Payment {
  if (['succeeded', 'canceled', 'processing'].includes(payment.status)) throw unexpected(payment, 'canceled')
  payment.status = 'canceled'
  payment.amount_capturable = 0
  tell('payment_intent.canceled', payment)
  return payment
}

/** The buyer's bank takes a payment back. */
export function openDispute(books: Books, payment: Payment, tell: Tell): string {
  const charge = books.charges.get(payment.latest_charge!)!
  charge.disputed = true
  const dispute = {
    id: books.newId('dp'),
    object: 'dispute' as const,
    amount: charge.amount,
    currency: charge.currency,
    charge: charge.id,
    payment_intent: payment.id,
    status: 'needs_response' as const,
  }
  books.disputes.set(dispute.id, dispute)
  tell('charge.dispute.created', dispute)
  return dispute.id
}

function take(payment: Payment, charge: Charge): void {
  payment.status = 'succeeded'
  payment.amount_capturable = 0
  payment.amount_received = payment.amount
  charge.captured = true
}

function addCharge(books: Books, payment: Payment, status: Charge['status']): Charge {
  const { amount, currency, transfer_group, metadata } = payment
  const charge: Charge = {
    id: books.newId('ch'),
    object: 'charge',
    amount,
    amount_refunded: 0,
    captured: false,
    currency,
    payment_intent: payment.id,
    status,
    transfer_group,
    metadata: { ...metadata },
    disputed: false,
    payment_method_details: { card: keptUntil(cards[payment.payment_method ?? '']?.holdsDays) },
  }
  books.charges.set(charge.id, charge)
  payment.latest_charge = charge.id
  return charge
}

const keptUntil = (days: number | undefined) =>
  days ? { capture_before: Math.floor(Date.now() / 1000) + days * 86_400 } : {}

function unexpected(payment: Payment, verb: string): Refused {
  return new Refused(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message: `This PaymentIntent could not be ${verb} because it has a status of ${payment.status}.`,
    payment_intent: payment,
  })
}
