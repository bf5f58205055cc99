import { createServer } from 'node:http'
import { type Books, openBooks, type Payment } from './books.js'
import { openDispute, settle } from './payments.js'
import { decideRefund, reverseTransfer } from './payouts.js'
import { type Fault, type Kept, serve } from './serve.js'
import { openWebhooks, type Webhooks } from './webhooks.js'

/** A small Stripe of our own, with the part of its API that we use, and the ways in which a network and it may fail. */
export interface StripeServer {
  readonly base: string
  readonly secretKey: string
  readonly webhookSecret: string
  readonly books: Books
  readonly webhooks: Webhooks
  /** Every request that was heard, as `POST /v1/refunds`. */
  readonly heard: string[]
  /** The next requests that match go wrong, one after the other. */
  next(request: RegExp, ...faults: Fault[]): void
  /** Forgets its idempotency keys, as it does after a day. */
  forgetKeys(): void
  /** The bank decides about a payment that is processing. */
  decide(paymentId: string, how: 'YES' | 'NO'): void
  decideRefund(refundId: string, how: 'succeeded' | 'failed'): void
  /** Somebody takes back so much of a transfer in the dashboard. */
  reverse(transferId: string, amount: number): void
  dispute(paymentId: string): string
  decideDispute(disputeId: string, how: 'won' | 'lost'): void
  close(): Promise<void>
}

/** Opens it on a free port. */
export async function openStripeServer(): Promise<StripeServer> {
  const [secretKey, webhookSecret] = ['sk_test_waybill', 'whsec_waybill']
  const books = openBooks()
  const webhooks = openWebhooks(webhookSecret)
  const faults: { request: RegExp; fault: Fault }[] = []
  const heard: string[] = []
  const keys = new Map<string, Kept>()
  const server = createServer((request, response) => {
    void serve({ books, webhooks, faults, heard, keys, secretKey }, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const later = (type: string, object: object) => webhooks.tell(type, object, null)
  return {
    base: `http://127.0.0.1:${port}`,
    secretKey,
    webhookSecret,
    books,
    webhooks,
    heard,
    next: (request, ...all) => void faults.push(...all.map((fault) => ({ request, fault }))),
    forgetKeys: () => keys.clear(),
    decide: (id, how) => decide(books, books.payments.get(id)!, how, later),
    decideRefund: (id, how) => decideRefund(books, books.refunds.get(id)!, how, later),
    reverse: (id, amount) => reverseTransfer(books.transfers.get(id)!, amount, later),
    dispute: (id) => openDispute(books, books.payments.get(id)!, later),
    decideDispute: (id, how) => {
      const dispute = books.disputes.get(id)!
      dispute.status = how
      later('charge.dispute.closed', dispute)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function decide(
  books: Books,
  payment: Payment,
  how: 'YES' | 'NO',
  tell: (type: string, object: object) => void,
): void {
  const charge = books.charges.get(payment.latest_charge!)!
  if (how === 'YES') return settle(books, payment, charge, tell)
  charge.status = 'failed'
  payment.status = 'requires_payment_method'
  payment.last_payment_error = { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' }
  tell('payment_intent.payment_failed', payment)
}
