import type { Gateway, GatewayNotice, GatewayOutcome, GatewayRequest } from '../../api/funds/gateway.js'
import type { Op } from './op.js'

/** What the gateway does with a charge: takes it, refuses it, or decides later; the last says yes to being called off and takes it all the same. */
export const habits = ['takes', 'refuses', 'decides-later', 'deaf'] as const
export type Habit = (typeof habits)[number]

/** What happens to a call on its way: nothing, lost before it had an effect, or its answer lost after. */
export const faults = ['none', 'lost-there', 'lost-back'] as const
export type Fault = (typeof faults)[number]

/** What the gateway may be in the mood to refuse. */
export type Refusable = 'CAPTURE' | 'VOID' | 'REFUND' | 'RELEASE'

/** One operation in the gateway's books. */
export interface Entry {
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
  /** What is refused for now. */
  refuses: readonly Refusable[]
  /** Decides what was left open. */
  decide(key: string, outcome: 'SUCCEEDED' | 'FAILED'): void
  /** What is heard of an operation by who asks, or calls it off. */
  heard(op: Op): Entry['outcome']
  /** The webhook about a key, as its raw body. */
  notice(key: string): Buffer
}

export function scriptedGateway(): ScriptedGateway {
  const books = new Map<string, Entry>()
  const write = ({ key, amount, currency }: GatewayRequest, habit: Habit, outcome: Entry['outcome']) =>
    onTheWay(gateway, () => {
      if (!books.has(key)) books.set(key, { amount, currency, habit, outcome })
      return outcomeOf(books, key)
    })
  const pay = (request: GatewayRequest & { token: string }) => {
    const habit = request.token as Habit
    return write(request, habit, habit === 'takes' ? 'SUCCEEDED' : habit === 'refuses' ? 'FAILED' : 'PENDING')
  }
  const move = (what: Refusable) => (request: GatewayRequest) =>
    write(request, 'takes', gateway.refuses.includes(what) ? 'FAILED' : 'SUCCEEDED')
  const gateway: ScriptedGateway = {
    books,
    fault: 'none',
    refuses: [],
    patienceMs: 5000,
    charge: pay,
    authorise: pay,
    capture: move('CAPTURE'),
    void: move('VOID'),
    refund: move('REFUND'),
    transfer: move('RELEASE'),
    cancel: ({ key }) => onTheWay(gateway, () => callOff(books, key)),
    ask: ({ key }) => onTheWay(gateway, () => outcomeOf(books, key)),
    account: async () => 'READY',
    readNotice: (_headers, body) => {
      const key = body.toString()
      if (!books.has(key)) return undefined
      return { about: 'OPERATION', key, outcome: outcomeOf(books, key) } satisfies GatewayNotice
    },
    decide: (key, outcome) => void (books.get(key)!.outcome = outcome),
    heard: ({ key, cancelAsked }) => {
      const entry = books.get(key)
      return entry?.outcome === 'PENDING' && cancelAsked && entry.habit === 'deaf'
        ? 'FAILED'
        : (entry?.outcome ?? 'PENDING')
    },
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
  if (!entry) books.set(key, { amount: 0n, currency: '', habit: 'refuses', outcome: 'FAILED' })
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
