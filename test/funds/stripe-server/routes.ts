import type { Books, Payment } from './books.js'
import { missing, Refused } from './errors.js'
import { below, type Form } from './form-body.js'
import { cancelPayment, capturePayment, createPayment } from './payments.js'
import { createRefund, createTransfer, expanded, listOf, withCharge } from './payouts.js'

type Route = (
  books: Books,
  id: string,
  form: Form,
  query: URLSearchParams,
  tell: (type: string, object: object) => void,
) => object

const routes: readonly [RegExp, Route][] = [
  [
    /^POST \/v1\/payment_intents$/,
    (books, _id, form, _query, tell) => withCharge(books, form, createPayment(books, form, tell)),
  ],
  [/^GET \/v1\/payment_intents\/(\w+)$/, (books, id) => paymentOf(books, id)],
  [
    /^POST \/v1\/payment_intents\/(\w+)\/capture$/,
    (books, id, form, _query, tell) => capturePayment(books, paymentOf(books, id), form, tell),
  ],
  [
    /^POST \/v1\/payment_intents\/(\w+)\/cancel$/,
    (books, id, _form, _query, tell) => cancelPayment(paymentOf(books, id), tell),
  ],
  [
    /^POST \/v1\/payment_intents\/(\w+)$/,
    (books, id, form) =>
      Object.assign(paymentOf(books, id), {
        metadata: { ...paymentOf(books, id).metadata, ...below(form, 'metadata') },
      }),
  ],
  [
    /^GET \/v1\/charges$/,
    (books, _id, _form, query) =>
      expanded(
        books,
        listOf(
          [...books.charges.values()].filter((one) => one.transfer_group === query.get('transfer_group')),
          query,
        ),
        query,
      ),
  ],
  [/^POST \/v1\/refunds$/, (books, _id, form, _query, tell) => createRefund(books, form, tell)],
  [
    /^GET \/v1\/refunds$/,
    (books, _id, _form, query) =>
      listOf(
        [...books.refunds.values()].filter((one) => one.payment_intent === query.get('payment_intent')),
        query,
      ),
  ],
  [/^POST \/v1\/transfers$/, (books, _id, form, _query, tell) => createTransfer(books, form, tell)],
  [
    /^GET \/v1\/transfers$/,
    (books, _id, _form, query) =>
      listOf(
        [...books.transfers.values()].filter((one) => one.transfer_group === query.get('transfer_group')),
        query,
      ),
  ],
  [
    /^GET \/v1\/accounts\/(\w+)$/,
    (books, id) =>
      books.accounts.get(id) ??
      refuse(
        new Refused(403, {
          type: 'invalid_request_error',
          code: 'account_invalid',
          message: 'No such account.',
        }),
      ),
  ],
]

/** Does what a request asks for. Throws what Stripe would refuse. */
export function route(
  books: Books,
  endpoint: string,
  query: URLSearchParams,
  form: Form,
  tell: (type: string, object: object) => void,
): object {
  for (const [pattern, handle] of routes) {
    const found = pattern.exec(endpoint)
    if (found) return handle(books, found[1] ?? '', form, query, tell)
  }
  throw missing('route', endpoint)
}

function paymentOf(books: Books, id: string): Payment {
  return books.payments.get(id) ?? refuse(missing('payment_intent', id))
}

function refuse(error: Refused): never {
  throw error
}
