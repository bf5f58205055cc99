import { assert } from '../lib/refusal.js'
import { account } from './book-transfer.js'
import type { EventWith, Failed, Moved, Retried } from './funds.events.js'
import { CANCELLED, CAPTURED_ALREADY, type Operation, type OperationKind, type Purpose } from './operation.js'

/** What an operation of one purpose and kind means: what it books, what is told, and what its failure leads to. */
export interface OperationRule {
  /** The money that it moves once it is done; a memo moves none. One cause of an order is booked once. */
  readonly books?: {
    readonly memo: string
    readonly cause: (operation: Operation) => string
    readonly from: (operation: Operation) => string
    readonly to: (operation: Operation) => string
  }
  /** The events that tell of it. One without `retried` is nobody's to try again but the buyer's. */
  readonly tells: {
    readonly succeeded: EventWith<Moved>
    readonly failed: EventWith<Failed>
    readonly retried?: EventWith<Retried>
  }
  /** How long a refused one waits before each further try by itself. */
  readonly retries: readonly string[]
  /** Until when somebody waits for what it brings. What comes later goes back, by this deadline. */
  readonly waits?: { readonly until: 'CLOSED' | 'CALLED_OFF'; readonly late: 'refund-late' | 'void-late' }
  /** It takes the place of earlier captures, and of whatever is still set aside. */
  readonly settlesCapture?: true
}

const moneyIn = { from: () => account.provider, to: (o: Operation) => account.held(o.orderId) }
const DAYS = ['PT1H', 'PT6H', 'P1D', 'P3D', 'P7D'] as const

const charge: OperationRule = {
  books: { memo: 'Payment received', cause: (o) => `charge:${o.id}`, ...moneyIn },
  tells: { succeeded: 'payment.charged', failed: 'payment.refused' },
  retries: [],
  waits: { until: 'CLOSED', late: 'refund-late' },
}

const refund: OperationRule = {
  books: {
    memo: 'Refund issued',
    cause: (o) => `refund:${o.id}`,
    from: (o) => account.refundDue(o.orderId),
    to: () => account.provider,
  },
  tells: { succeeded: 'refund.issued', failed: 'refund.failed', retried: 'refund.retried' },
  retries: DAYS,
}

const rules: Readonly<Record<Purpose, Partial<Record<OperationKind, OperationRule>>>> = {
  PAYMENT: {
    CHARGE: charge,
    AUTHORISE: {
      tells: { succeeded: 'payment.authorised', failed: 'payment.refused' },
      retries: [],
      waits: { until: 'CLOSED', late: 'void-late' },
    },
  },
  CAPTURE: {
    CAPTURE: {
      books: { memo: 'Payment captured', cause: captureOf, ...moneyIn },
      tells: {
        succeeded: 'payment.captured',
        failed: 'payment.capture-refused',
        retried: 'payment.capture-retried',
      },
      retries: ['PT1H', 'PT6H', 'P1D'],
      waits: { until: 'CALLED_OFF', late: 'refund-late' },
      settlesCapture: true,
    },
    CHARGE: {
      ...charge,
      tells: { succeeded: 'payment.captured', failed: 'payment.capture-refused' },
      waits: { until: 'CALLED_OFF', late: 'refund-late' },
      settlesCapture: true,
    },
  },
  VOID: {
    VOID: {
      tells: {
        succeeded: 'payment.voided',
        failed: 'payment.void-failed',
        retried: 'payment.void-retried',
      },
      retries: ['PT10M', 'PT1H', 'PT6H', 'P1D', 'P3D'],
    },
  },
  REFUND: { REFUND: refund },
  LATE_REFUND: { REFUND: refund },
  RELEASE: {
    RELEASE: {
      books: {
        memo: 'Released to the channel',
        cause: (o) => `release:${o.id}`,
        from: (o) => account.payable(o.payeeId ?? ''),
        to: () => account.provider,
      },
      tells: { succeeded: 'release.issued', failed: 'release.failed', retried: 'release.retried' },
      retries: DAYS,
    },
  },
}

/** The rule of an operation. */
export function ruleOf({ purpose, kind }: Pick<Operation, 'purpose' | 'kind'>): OperationRule {
  const rule = rules[purpose][kind]
  assert(rule, `there is a rule for ${kind} under ${purpose}`)
  return rule
}

/** What taking in an authorised payment is booked for: it is taken in once, by whichever operation that is known. */
export function captureOf({ paymentId }: Pick<Operation, 'paymentId'>): string {
  return `capture:${paymentId}`
}

/** Failures after which there is nothing to look into: it was called off, or turned out to be another matter. */
export const NO_FAULT: readonly string[] = [CANCELLED, CAPTURED_ALREADY]

/** The kinds of operation that are tried again, by themselves and by hand. */
export const retriedKinds: readonly string[] = Object.values(rules)
  .flatMap((kinds) => Object.entries(kinds))
  .flatMap(([kind, rule]) => (rule.tells.retried ? [kind] : []))
