/** Where an order's money is, in the words that the API shows. */
export const fundsStates = {
  NONE: 'Nothing has been paid.',
  AUTHORISING: 'The buyer’s bank is being asked to set the money aside.',
  AUTHORISED: 'The money is set aside at the buyer’s bank, but has not moved.',
  CAPTURING: 'The money is being taken in.',
  HELD: 'The money is held for the order.',
  FROZEN: 'Held, and nothing moves until a dispute is decided.',
  SETTLING: 'The money is on its way to whom it belongs.',
  SETTLED: 'All of it has gone where it belongs.',
  VOIDED: 'What was set aside was let go, and no money moved.',
} as const

/**
 * The state of an order's money as one SQL expression over a row `t` whose id is the order's (the order itself, or its
 * held funds): derived from ledger and operations, stored nowhere.
 */
export const FUNDS_STATE = `coalesce((
  select case
    when exists (select from operations o where o.order_id = f.id and o.kind = 'CHARGE' and o.state in ('REQUESTED', 'SENT', 'UNKNOWN')) then 'CAPTURING'
    when f.held > 0 then 'HELD'
    when f.refund_due > 0 then 'SETTLING'
    when exists (select from operations o where o.order_id = f.id and o.kind = 'CHARGE' and o.state = 'SUCCEEDED') then 'SETTLED'
    else 'NONE' end
  from held_funds f where f.id = t.id), 'NONE')`
