import { port } from '../platform/port.js'

/** What became of something asked of the gateway. */
export type GatewayOutcome =
  /** Done: the money has moved, as the gateway's own books say. */
  | { readonly result: 'SUCCEEDED'; readonly ref: string; readonly amount: bigint; readonly currency: string }
  /** Refused or called off; no money has moved, and none will. */
  | { readonly result: 'FAILED'; readonly code: string; readonly message: string }
  /** The gateway has it and has not decided. */
  | { readonly result: 'PENDING' }
  /** The gateway has never heard of the key. */
  | { readonly result: 'UNHEARD' }

/** A charge to make: `key` is what makes it happen once, however often it is asked. */
export interface ChargeRequest {
  readonly key: string
  readonly token: string
  readonly amount: bigint
  readonly currency: string
}

/** A refund to make of the charge that the gateway knows as `chargeRef`. */
export interface RefundRequest {
  readonly key: string
  readonly chargeRef: string
  readonly amount: bigint
  readonly currency: string
}

/** What a signed webhook says: which key, and what became of it. */
export interface GatewayNotice {
  readonly key: string
  readonly outcome: GatewayOutcome
}

/**
 * A payment provider. A call may throw, hang until its signal or answer: whoever calls takes a throw for "unknown" and
 * asks later. It is never called inside a transaction.
 */
export interface Gateway {
  /** How long an answer is waited for, in milliseconds, before the result counts as unknown. */
  readonly patienceMs: number
  charge(request: ChargeRequest, signal: AbortSignal): Promise<GatewayOutcome>
  refund(request: RefundRequest, signal: AbortSignal): Promise<GatewayOutcome>
  /** Calls off what the key asked for; where it is too late, the answer says what happened. */
  cancel(key: string, signal: AbortSignal): Promise<GatewayOutcome>
  /** What became of the key. */
  ask(key: string, signal: AbortSignal): Promise<GatewayOutcome>
  /** Reads a webhook's raw body, or undefined where it is not signed by the gateway, or too old. */
  readNotice(headers: Readonly<Record<string, string>>, body: Buffer): GatewayNotice | undefined
}

/** The one gateway of this house: the sandbox's or a real one. Bound by the app. */
export const gateway = port<Gateway>('gateway')
