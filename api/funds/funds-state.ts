import { standing } from './authorisations.js'

/** Where an order's money is, in the words that the API shows. */
export const fundsStates = {
  NONE: 'Nothing has been paid.',
  AUTHORISING: 'The buyer’s bank is being asked to set the money aside.',
  AUTHORISED: 'The money is set aside at the buyer’s bank, but has not moved.',
  CAPTURING: 'The money is being taken in.',
  HELD: 'The money is held for the order.',
  FROZEN: 'Held, and nothing moves until a dispute or a chargeback is settled.',
  SETTLING: 'The money is on its way to whom it belongs.',
  SETTLED: 'All of it has gone where it belongs.',
  VOIDED: 'What was set aside was let go, and no money moved.',
} as const

const operation = (condition: string) =>
  `exists (select from operations o where o.order_id = f.id and ${condition})`
const UNDER_WAY = `o.state in ('REQUESTED', 'SENT', 'UNKNOWN')`

/** Each state with what must be so, the first that is: what is under way before what lies still, what is ours before what is not. */
const whens: readonly (readonly [state: keyof typeof fundsStates, when: string])[] = [
  ['AUTHORISING', operation(`o.kind = 'AUTHORISE' and ${UNDER_WAY}`)],
  ['CAPTURING', operation(`o.kind in ('CHARGE', 'CAPTURE') and ${UNDER_WAY}`)],
  ['FROZEN', 'f.held > 0 and exists (select from freezes z where z.order_id = f.id and z.lifted_at is null)'],
  ['HELD', 'f.held > 0'],
  ['SETTLING', 'f.refund_due > 0 or f.payable > 0'],
  [
    'SETTLING',
    operation(
      `${standing('o')} and exists (select from operations v where v.payment_id = o.id and v.kind = 'VOID')`,
    ),
  ],
  ['AUTHORISED', operation(standing('o'))],
  ['SETTLED', `exists (select from postings p where p.order_id = f.id)`],
  ['VOIDED', operation(`o.kind = 'VOID' and o.state = 'SUCCEEDED'`)],
]

/**
 * The state of an order's money as one SQL expression over a row `t` whose id is the order's (the order itself, or its
 * held funds): derived from ledger and operations, stored nowhere.
 */
export const FUNDS_STATE = `coalesce((select case ${whens.map(([state, when]) => `when ${when} then '${state}'`).join(' ')} else 'NONE' end
  from held_funds f where f.id = t.id), 'NONE')`
