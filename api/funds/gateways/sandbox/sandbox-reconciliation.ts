import type { Invariant } from '../../ledger-check.js'

const THEIRS = `select key, 'CHARGE' as kind, amount, currency from sandbox.payments where state = 'SUCCEEDED' and settles_at <= clock_timestamp()
  union all select key, 'REFUND', amount, currency from sandbox.refunds where state = 'SUCCEEDED'`

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
    doc: 'Every charge and refund in the gateway’s books is ours, done or under way.',
    sql: `select g.key as subject, coalesce('ours is ' || o.state, 'not in our books') as found from (${THEIRS}) g
      left join operations o on o.key = g.key where o.id is null or o.state = 'FAILED'`,
  },
]
