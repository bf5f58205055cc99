import { FUNDS_STATE } from '../../../api/funds/funds-state.js'
import { actOnNextDue } from '../../../api/platform/due.js'
import { type FundsHouse, until } from './funds-house.js'

/** An operation as a test looks at it. */
export interface Seen {
  readonly id: string
  readonly kind: string
  readonly purpose: string
  readonly state: string
  readonly failure: string | null
  readonly attempt: number
  readonly amount: string
}

/** Where an order's money is, by the state's word and by its accounts: minor units by account, without their names. */
export interface Money {
  readonly state: string
  readonly accounts: Readonly<Record<string, number>>
}

/** Looks at an order's money from outside. */
export function lookAt(funds: FundsHouse) {
  const operations = (orderId: string) =>
    funds.query<Seen>(
      `select id, kind, purpose, state, failure_code as failure, attempt, amount::text from operations where order_id = $1 order by id`,
      [orderId],
    )
  /** Waits until the gateway has said what became of everything that was asked. */
  const answered = (orderId: string) =>
    until(
      () => operations(orderId),
      (all) => all.every((o) => o.state === 'SUCCEEDED' || o.state === 'FAILED'),
    )
  const money = async (orderId: string): Promise<Money> => {
    const [row] = await funds.query<{ state: string }>(
      `select ${FUNDS_STATE} as state from held_funds t where t.id = $1`,
      [orderId],
    )
    const sums = await funds.query<{ account: string; sum: number }>(
      `select split_part(account, ':', 1) as account, sum(amount)::int as sum from postings where order_id = $1 group by 1 having sum(amount) <> 0`,
      [orderId],
    )
    return {
      state: row?.state ?? '',
      accounts: Object.fromEntries(sums.map(({ account, sum }) => [account, sum])),
    }
  }
  const events = async (orderId: string) =>
    (
      await funds.query<{ type: string }>('select type from events where stream_id = $1 order by sequence', [
        orderId,
      ])
    ).map((event) => event.type)
  /** Moves the clock and does what is due, one deadline after the other, until nothing is. */
  const move = async (ms: number) => {
    await funds.query('update clock set shift_ms = shift_ms + $1', [ms])
    while (await actOnNextDue(funds.house)) continue
  }
  return { operations, answered, money, events, move }
}

/** What one kind of an order's operations ended as: state, failure and attempt of each. */
export function ends(all: readonly Seen[], kind: string): (string | number | null)[][] {
  return all.filter((o) => o.kind === kind).map((o) => [o.state, o.failure, o.attempt])
}
