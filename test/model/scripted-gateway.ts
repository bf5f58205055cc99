import type { Gateway, GatewayNotice, GatewayOutcome } from '../../api/funds/gateway.js'

/** What the gateway does with a charge: takes it, refuses it, or decides later; the last says yes to being called off and takes it all the same. */
export const habits = ['takes', 'refuses', 'decides-later', 'deaf'] as const
export type Habit = (typeof habits)[number]

/** What happens to a call on its way: nothing, lost before it had an effect, or its answer lost after. */
export const faults = ['none', 'lost-there', 'lost-back'] as const
export type Fault = (typeof faults)[number]

/** One charge or refund in the gateway's books. */
export interface Entry {
  readonly kind: 'CHARGE' | 'REFUND'
  readonly amount: bigint
  readonly currency: string
  readonly habit: Habit
  outcome: 'SUCCEEDED' | 'FAILED' | 'PENDING'
}

/**
 * A gateway whose every whim is a step of a sequence: it decides nothing by itself and knows no time. Its books are what
 * the model is held against, too.
 */
export interface ScriptedGateway extends Gateway {
  readonly books: Map<string, Entry>
  /** What happens to the calls of the next step. */
  fault: Fault
  /** Whether refunds are refused for now. */
  refusesRefunds: boolean
  /** Decides what was left open. */
  decide(key: string, outcome: 'SUCCEEDED' | 'FAILED'): void
  /** The webhook about a key, as its raw body. */
  notice(key: string): Buffer
}

export function scriptedGateway(): ScriptedGateway {
  const books = new Map<string, Entry>()
  const gateway: ScriptedGateway = {
    books,
    fault: 'none',
    refusesRefunds: false,
    patienceMs: 5000,
    charge: ({ key, token, amount, currency }) =>
      onTheWay(gateway, () => {
        const habit = token as Habit
        const outcome = habit === 'takes' ? 'SUCCEEDED' : habit === 'refuses' ? 'FAILED' : 'PENDING'
        if (!books.has(key)) books.set(key, { kind: 'CHARGE', amount, currency, habit, outcome })
        return outcomeOf(books, key)
      }),
    refund: ({ key, amount, currency }) =>
      onTheWay(gateway, () => {
        const outcome = gateway.refusesRefunds ? 'FAILED' : 'SUCCEEDED'
        if (!books.has(key)) books.set(key, { kind: 'REFUND', amount, currency, habit: 'takes', outcome })
        return outcomeOf(books, key)
      }),
    cancel: (key) => onTheWay(gateway, () => callOff(books, key)),
    ask: (key) => onTheWay(gateway, () => outcomeOf(books, key)),
    readNotice: (_headers, body) => {
      const key = body.toString()
      return books.has(key) ? ({ key, outcome: outcomeOf(books, key) } satisfies GatewayNotice) : undefined
    },
    decide: (key, outcome) => void (books.get(key)!.outcome = outcome),
    notice: (key) => Buffer.from(key),
  }
  return gateway
}

async function onTheWay(gateway: ScriptedGateway, effect: () => GatewayOutcome): Promise<GatewayOutcome> {
  if (gateway.fault === 'lost-there') throw new Error('lost on the way there')
  const outcome = effect()
  if (gateway.fault === 'lost-back') throw new Error('lost on the way back')
  return outcome
}

/** One never heard of is written down as called off, so that it cannot come later. */
function callOff(books: Map<string, Entry>, key: string): GatewayOutcome {
  const entry = books.get(key)
  if (!entry)
    books.set(key, { kind: 'CHARGE', amount: 0n, currency: '', habit: 'refuses', outcome: 'FAILED' })
  else if (entry.outcome === 'PENDING' && entry.habit === 'deaf') return CALLED_OFF
  else if (entry.outcome === 'PENDING') entry.outcome = 'FAILED'
  return outcomeOf(books, key)
}

const CALLED_OFF: GatewayOutcome = { result: 'FAILED', code: 'cancelled', message: 'Called off.' }

function outcomeOf(books: Map<string, Entry>, key: string): GatewayOutcome {
  const entry = books.get(key)
  if (!entry) return { result: 'UNHEARD' }
  const { outcome, amount, currency } = entry
  if (outcome === 'PENDING') return { result: 'PENDING' }
  if (outcome === 'FAILED') return { result: 'FAILED', code: 'declined', message: 'Declined.' }
  return { result: 'SUCCEEDED', ref: `ref-${key}`, amount, currency }
}
