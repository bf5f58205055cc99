/** What our Stripe knows: the objects that the gateway needs, as its API shows them. Amounts in its minor units. */
export interface Payment {
  id: string
  object: 'payment_intent'
  amount: number
  amount_capturable: number
  amount_received: number
  currency: string
  status:
    | 'requires_confirmation'
    | 'requires_payment_method'
    | 'requires_capture'
    | 'processing'
    | 'succeeded'
    | 'canceled'
  capture_method: 'manual' | 'automatic'
  payment_method: string | null
  latest_charge: string | null
  last_payment_error: Record<string, unknown> | null
  transfer_group: string | null
  metadata: Record<string, string>
  created: number
}

export interface Charge {
  id: string
  object: 'charge'
  amount: number
  amount_refunded: number
  captured: boolean
  currency: string
  payment_intent: string
  status: 'succeeded' | 'pending' | 'failed'
  transfer_group: string | null
  metadata: Record<string, string>
  disputed: boolean
  /** In seconds: until when the bank keeps what it has set aside. */
  payment_method_details: { card: { capture_before?: number } }
}

export interface Refund {
  id: string
  object: 'refund'
  amount: number
  currency: string
  payment_intent: string
  charge: string
  status: 'pending' | 'succeeded' | 'failed'
  failure_reason: string | null
  metadata: Record<string, string>
}

export interface Transfer {
  id: string
  object: 'transfer'
  amount: number
  amount_reversed: number
  reversed: boolean
  currency: string
  destination: string
  source_transaction: string | null
  transfer_group: string | null
  metadata: Record<string, string>
}

export interface Dispute {
  id: string
  object: 'dispute'
  amount: number
  currency: string
  charge: string
  payment_intent: string
  status: 'needs_response' | 'won' | 'lost'
}

export interface Account {
  id: string
  object: 'account'
  capabilities: { transfers: 'active' | 'inactive' | 'pending' }
  payouts_enabled: boolean
}

/** All of it, by id. */
export interface Books {
  readonly payments: Map<string, Payment>
  readonly charges: Map<string, Charge>
  readonly refunds: Map<string, Refund>
  readonly transfers: Map<string, Transfer>
  readonly disputes: Map<string, Dispute>
  readonly accounts: Map<string, Account>
  /** A fresh id with Stripe's prefix. */
  newId(prefix: string): string
}

export function openBooks(): Books {
  let last = 0
  return {
    payments: new Map(),
    charges: new Map(),
    refunds: new Map(),
    transfers: new Map(),
    disputes: new Map(),
    accounts: new Map(),
    newId: (prefix) => `${prefix}_${String(++last).padStart(14, '0')}`,
  }
}

/** What is left of a charge for refunds. */
export function leftOf(charge: Charge): number {
  return charge.amount - charge.amount_refunded
}
