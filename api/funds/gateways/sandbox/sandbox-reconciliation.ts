import type { Invariant } from '../../ledger-check.js'

/** What the gateway did for us; what somebody there took in by themselves stands under no key of ours. */
const THEIRS = `select key, kind, amount, currency from sandbox.payments where state = 'SUCCEEDED' and settles_at <= clock_timestamp()
  union all select key, case kind when 'TRANSFER' then 'RELEASE' else kind end, amount, currency from sandbox.actions
    where state = 'SUCCEEDED' and settles_at <= clock_timestamp() and key not like 'theirs%'`

/** Payments that somebody there gave back, or let go, by themselves: all of it. */
const GIVEN_BACK = `select p.key from sandbox.payments p join sandbox.actions a on a.payment_ref = p.ref
  where a.kind in ('REFUND', 'VOID') and a.state = 'SUCCEEDED' and a.key like 'theirs%' group by p.key, p.amount having sum(a.amount) = p.amount`

/** Our books against the sandbox gateway's. What is under way, or was heard of a moment ago, is left to the next look. */
export const sandboxReconciliation: readonly Invariant[] = [
  {
    name: 'what we say succeeded did',
    doc: 'Every operation that we hold for done stands in the gateway’s books with the same amount.',
    sql: `select o.id as subject, coalesce('theirs is ' || g.amount || ' ' || g.currency, 'not in their books') as found from operations o
      left join (${THEIRS}) g on g.key = o.key and g.kind = o.kind
      where o.state = 'SUCCEEDED' and (g.key is null or g.amount <> o.amount or g.currency <> o.currency)`,
  },
  {
    name: 'what succeeded we know of',
    doc: 'Everything that was done in the gateway’s books is ours, done or under way; or was given back there.',
    sql: `select g.key as subject, coalesce('ours is ' || o.state, 'not in our books') as found from (${THEIRS}) g
      left join operations o on o.key = g.key where o.id is null or o.state = 'FAILED' and g.key not in (${GIVEN_BACK})`,
  },
  {
    name: 'what was taken in is booked',
    doc: 'Every captured payment in the gateway’s books came in by ours, however we learned of it, or is just under way.',
    sql: `select p.ref as subject, 'captured, not booked' as found from sandbox.actions a join sandbox.payments p on p.ref = a.payment_ref join operations o on o.key = p.key
      where a.kind = 'CAPTURE' and a.state = 'SUCCEEDED' and a.settles_at <= clock_timestamp() and not exists (select from transfers t where t.order_id = o.order_id and t.cause = 'capture:' || o.id)
      and not exists (select from operations l where l.payment_id = o.id and l.state in ('REQUESTED', 'SENT', 'UNKNOWN'))`,
  },
]
