import { port } from '../platform/port.js'
import type { OperationKind } from './operation.js'

/** What became of something asked of the gateway. */
export type GatewayOutcome =
  /**
   * Done, as the gateway's own books say. `ref` is the gateway's name for it: of a charge or an authorisation it is the
   * payment's, by which everything later names it, before and after the capture. `holdsUntil` is when the buyer's bank
   * lets go what it has set aside, where the gateway says so.
   */
  | {
      readonly result: 'SUCCEEDED'
      readonly ref: string
      readonly amount: bigint
      readonly currency: string
      readonly holdsUntil?: Date | undefined
    }
  /**
   * Refused or called off; no money has moved, and none will. Two codes are ours to know: `cancelled` (called off), and
   * `captured_already` (what was to be let go has been taken in).
   */
  | { readonly result: 'FAILED'; readonly code: string; readonly message: string }
  /** The gateway has it and has not decided. */
  | { readonly result: 'PENDING' }
  /** The gateway has never heard of the key. */
  | { readonly result: 'UNHEARD' }

/** Something to do: `key` is what makes it happen once, however often it is asked; `amount` in minor units. */
export interface GatewayRequest {
  readonly key: string
  readonly orderId: string
  readonly amount: bigint
  readonly currency: string
}

/** A charge to make, or money to have set aside, with the token that the gateway's own page gave the buyer. */
export interface PaymentRequest extends GatewayRequest {
  readonly token: string
}

/** Something to do with the payment that the gateway knows as `paymentRef`: capture it, let it go, give (some) back. */
export interface OnPaymentRequest extends GatewayRequest {
  readonly paymentRef: string
}

/** Money of a captured payment that goes to a payout account. */
export interface TransferRequest extends OnPaymentRequest {
  readonly account: string
}

/** What was asked before, for asking what became of it or calling it off: whatever its kind had. */
export interface Asked extends GatewayRequest {
  readonly kind: OperationKind
  readonly token: string | null
  readonly paymentRef: string | null
}

/** What a signed webhook says. */
export type GatewayNotice =
  /** What became of a key. */
  | { readonly about: 'OPERATION'; readonly key: string; readonly outcome: GatewayOutcome }
  /** The buyer's bank wants a payment back, or has decided about that; `ref` is the gateway's name for the matter. */
  | {
      readonly about: 'CHARGEBACK'
      readonly ref: string
      readonly paymentRef: string
      readonly amount: bigint
      readonly currency: string
      readonly outcome: 'OPENED' | 'WON' | 'LOST'
    }
  /** Of a transfer that had arrived so much was taken back there by now, whole or in part. */
  | { readonly about: 'REVERSAL'; readonly key: string; readonly amount: bigint; readonly currency: string }
  /** Whether a payout account can be paid out to. */
  | { readonly about: 'ACCOUNT'; readonly account: string; readonly ready: boolean }
  /** Something that does not concern us: taken, and nothing is done. */
  | { readonly about: 'NOTHING' }

/** Whether a payout account can be paid out to; `UNKNOWN`: the gateway has none of that name. */
export type AccountState = 'READY' | 'NOT_YET' | 'UNKNOWN'

/**
 * A payment provider. A call may throw, hang until its signal or answer: whoever calls takes a throw for "unknown" and
 * asks later. It is never called inside a transaction.
 */
export interface Gateway {
  /** How long an answer is waited for, in milliseconds, before the result counts as unknown. */
  readonly patienceMs: number
  charge(request: PaymentRequest, signal: AbortSignal): Promise<GatewayOutcome>
  authorise(request: PaymentRequest, signal: AbortSignal): Promise<GatewayOutcome>
  /** Takes in the whole of what was set aside. */
  capture(request: OnPaymentRequest, signal: AbortSignal): Promise<GatewayOutcome>
  /** Lets go what was set aside; one that was let go before is done. */
  void(request: OnPaymentRequest, signal: AbortSignal): Promise<GatewayOutcome>
  refund(request: OnPaymentRequest, signal: AbortSignal): Promise<GatewayOutcome>
  transfer(request: TransferRequest, signal: AbortSignal): Promise<GatewayOutcome>
  /** Calls off what the key asked for; where it is too late, the answer says what happened. */
  cancel(asked: Asked, signal: AbortSignal): Promise<GatewayOutcome>
  /** What became of the key. */
  ask(asked: Asked, signal: AbortSignal): Promise<GatewayOutcome>
  /** How the payout account stands that `account` names. */
  account(account: string, signal: AbortSignal): Promise<AccountState>
  /** Reads a webhook's raw body, or undefined where it is not signed by the gateway, or too old. */
  readNotice(headers: Readonly<Record<string, string>>, body: Buffer): GatewayNotice | undefined
}

/** The one gateway of this house: the sandbox's or a real one. Bound by the app. */
export const gateway = port<Gateway>('gateway')
