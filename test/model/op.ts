import type { Moment } from './kind.js'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** A deadline acts so much after its moment. */
export const GRACE = 2000

/** Something asked of the gateway, as far as the trade cares. */
export interface Op {
  readonly purpose: 'PAYMENT' | 'CAPTURE' | 'VOID' | 'REFUND' | 'LATE_REFUND' | 'RELEASE'
  readonly kind: 'CHARGE' | 'AUTHORISE' | 'CAPTURE' | 'VOID' | 'REFUND' | 'RELEASE'
  readonly amount: bigint
  state: 'REQUESTED' | 'UNKNOWN' | 'SUCCEEDED' | 'FAILED'
  attempt: number
  cancelAsked: boolean
  /** When it first went to the gateway: a bank counts its days from no earlier. */
  sentAt?: Moment
  /** When one that was refused is tried again. */
  retryAt?: Moment | undefined
  /** What the gateway knows it by: an identity, told by the program. */
  key: string
  id: string
}

export function newOp(of: Pick<Op, 'purpose' | 'kind' | 'amount'>, attempt = 1): Op {
  return { ...of, state: 'REQUESTED', attempt, cancelAsked: false, key: '', id: '' }
}

export const isLive = (op: Op) => op.state === 'REQUESTED' || op.state === 'UNKNOWN'

export const liveOf = ({ ops }: { ops: Op[] }, purpose: Op['purpose']) =>
  ops.find((op) => op.purpose === purpose && isLive(op))

const DAYS: readonly Moment[] = [HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY]

/** When one that was refused for the how-manieth time is tried again, if it is. */
export function nextTry(attempt: number, now: Moment, pauses = DAYS): Moment | undefined {
  const pause = pauses[attempt - 1]
  return pause === undefined ? undefined : now + pause
}

/** Those whose time to be tried again has come are asked for anew. */
export function tryAgain(ops: readonly Op[], now: Moment): void {
  for (const op of ops) {
    if (op.state !== 'FAILED' || op.retryAt === undefined || now < op.retryAt + GRACE) continue
    op.state = 'REQUESTED'
    op.attempt++
    op.retryAt = undefined
  }
}

/** An operation as one line, for the model and the program to be held against each other. */
export const lineOf = (op: Omit<Op, 'amount'> & { amount: bigint | string }) =>
  `${op.purpose} ${op.kind} ${op.state} ${op.attempt} ${op.amount}${op.cancelAsked ? ' called off' : ''}`
