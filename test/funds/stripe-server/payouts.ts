import { type Books, leftOf, type Payment, type Refund, type Transfer } from './books.js'
import { cards } from './cards.js'
import { invalid, missing } from './errors.js'
import { below, type Form, textOf } from './form-body.js'
import type { Tell } from './payments.js'

/** `POST /v1/refunds` of a captured payment: never more than is left, never while the bank wants it back. */
export function createRefund(books: Books, form: Form, tell: Tell): Refund {
  const payment = books.payments.get(textOf(form, 'payment_intent') ?? '')
  if (!payment) throw missing('payment_intent', textOf(form, 'payment_intent') ?? '', 'payment_intent')
  const charge = books.charges.get(payment.latest_charge ?? '')
  if (!charge?.captured) throw invalid('payment_intent_unexpected_state', 'Not captured.')
  if (charge.disputed) throw invalid('charge_disputed', `Charge ${charge.id} has been charged back.`)
  const amount = Number(textOf(form, 'amount') ?? leftOf(charge))
  if (amount > leftOf(charge)) throw invalid('charge_already_refunded', 'More than is left of it.')
  const fate = cards[payment.payment_method!]?.refund
  const refund: Refund = {
    id: books.newId('re'),
    object: 'refund',
    amount,
    currency: payment.currency,
    payment_intent: payment.id,
    charge: charge.id,
    status: fate ?? 'succeeded',
    failure_reason: fate === 'failed' ? 'declined' : null,
    metadata: below(form, 'metadata'),
  }
  if (fate !== 'failed') charge.amount_refunded += amount
  books.refunds.set(refund.id, refund)
  tell('refund.created', refund)
  return refund
}

/** The bank decides about a refund that was pending. */
export function decideRefund(books: Books, refund: Refund, status: 'succeeded' | 'failed', tell: Tell): void {
  refund.status = status
  if (status === 'failed') books.charges.get(refund.charge)!.amount_refunded -= refund.amount
  tell(status === 'failed' ? 'refund.failed' : 'refund.updated', refund)
}

/** `POST /v1/transfers` out of a captured charge, to an account that can take it; never more than the charge has. */
export function createTransfer(books: Books, form: Form, tell: Tell): Transfer {
  const account = books.accounts.get(textOf(form, 'destination') ?? '')
  if (!account) throw missing('destination', textOf(form, 'destination') ?? '', 'destination')
  if (account.capabilities.transfers !== 'active')
    throw invalid(
      'insufficient_capabilities_for_transfer',
      'Your destination account needs to have the transfers capability.',
    )
  const charge = books.charges.get(textOf(form, 'source_transaction') ?? '')
  if (!charge?.captured)
    throw missing('charge', textOf(form, 'source_transaction') ?? '', 'source_transaction')
  const amount = Number(textOf(form, 'amount'))
  const passedOn = [...books.transfers.values()]
    .filter((one) => one.source_transaction === charge.id)
    .reduce((sum, one) => sum + one.amount - one.amount_reversed, 0)
  if (passedOn + amount > charge.amount) throw invalid('balance_insufficient', 'Too much for that charge.')
  const transfer: Transfer = {
    id: books.newId('tr'),
    object: 'transfer',
    amount,
    amount_reversed: 0,
    reversed: false,
    currency: textOf(form, 'currency')!,
    destination: account.id,
    source_transaction: charge.id,
    transfer_group: textOf(form, 'transfer_group') ?? charge.transfer_group,
    metadata: below(form, 'metadata'),
  }
  books.transfers.set(transfer.id, transfer)
  tell('transfer.created', transfer)
  return transfer
}

/** Somebody takes back (some) of a transfer in the dashboard: the transfer says how much it is in all. */
export function reverseTransfer(transfer: Transfer, amount: number, tell: Tell): void {
  transfer.amount_reversed += amount
  transfer.reversed = transfer.amount_reversed === transfer.amount
  tell('transfer.reversed', transfer)
}

/** A list as Stripe pages it: the newest first, `limit` at once, on from `starting_after`. */
export function listOf<T extends { id: string }>(all: Iterable<T>, query: URLSearchParams): object {
  const newest = [...all].toReversed()
  const limit = Number(query.get('limit') ?? 10)
  const after = query.get('starting_after')
  const from = after ? newest.findIndex((one) => one.id === after) + 1 : 0
  const data = newest.slice(from, from + limit)
  return { object: 'list', url: '', data, has_more: from + limit < newest.length }
}

/** A payment with its charge in it, where the caller asked for that. */
export function withCharge(books: Books, form: Form, payment: Payment): object {
  const wants = Object.values(below(form, 'expand')).includes('latest_charge')
  return wants
    ? { ...payment, latest_charge: books.charges.get(payment.latest_charge ?? '') ?? null }
    : payment
}

/** A charge with its payment beside it, where the caller asked for that. */
export function expanded(books: Books, list: object, query: URLSearchParams): object {
  const wants = [...query].some(
    ([name, value]) => name.startsWith('expand') && value === 'data.payment_intent',
  )
  if (!wants) return list
  const { data, ...rest } = list as { data: { payment_intent: string }[] }
  const whole = data.map((one) => ({
    ...one,
    payment_intent: books.payments.get(one.payment_intent) as Payment,
  }))
  return { ...rest, data: whole }
}
