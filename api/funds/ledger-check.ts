/** Something that must hold of the money at any time: a statement that gives a row per case in which it does not. */
export interface Invariant {
  readonly name: string
  readonly doc: string
  /** Gives `subject` (an id) and `found` (what is wrong, in words and figures). */
  readonly sql: string
}

/** One case in which an invariant does not hold. */
export interface Violation {
  readonly invariant: string
  readonly subject: string
  readonly found: string
}

/** Runs a statement and gives its rows. */
export type Run = (statement: string) => Promise<readonly { subject: string; found: string }[]>

/** Looks for money that is not where it must be. Empty where all is well. */
export async function checkLedger(
  run: Run,
  invariants: readonly Invariant[] = ledgerInvariants,
): Promise<Violation[]> {
  const violations: Violation[] = []
  for (const { name, sql } of invariants) {
    for (const { subject, found } of await run(sql)) violations.push({ invariant: name, subject, found })
  }
  return violations
}

/** What must hold of our own books. Source: domain, "Held funds and the ledger". */
export const ledgerInvariants: readonly Invariant[] = [
  {
    name: 'all postings sum to zero',
    doc: 'Money is moved, never made: of all postings together, in every currency.',
    sql: `select currency as subject, 'sum ' || sum(amount) as found from postings group by currency having sum(amount) <> 0`,
  },
  {
    name: 'every transfer sums to zero',
    doc: 'The same of every single transfer, which has two postings or more.',
    sql: `select t.id as subject, count(p.*) || ' postings, sum ' || coalesce(sum(p.amount), 0) as found from transfers t left join postings p on p.transfer_id = t.id
      group by t.id, p.currency having count(p.*) < 2 or sum(p.amount) <> 0`,
  },
  {
    name: 'a closed order holds zero',
    doc: 'When an order has ended, all its money has gone where it belongs.',
    sql: `select id as subject, 'holds ' || held as found from held_funds where closed_at is not null and held <> 0`,
  },
  {
    name: 'nothing is negative',
    doc: 'Neither what is held of an order nor what is due back.',
    sql: `select order_id || ' ' || account as subject, sum(amount)::text as found from postings where account like 'held:%' or account like 'refund-due:%'
      group by order_id, account having sum(amount) < 0`,
  },
  {
    name: 'held funds are their postings',
    doc: 'The balances beside an order say what its postings say.',
    sql: `select f.id as subject, 'held ' || f.held || ', postings ' || p.held || '; due ' || f.refund_due || ', postings ' || p.due as found from held_funds f
      cross join lateral (select coalesce(sum(amount) filter (where account like 'held:%'), 0) as held, coalesce(sum(amount) filter (where account like 'refund-due:%'), 0) as due
        from postings where order_id = f.id) p where f.held <> p.held or f.refund_due <> p.due`,
  },
  {
    name: 'no more goes out than came in',
    doc: 'Released and refunded together are at most what was captured.',
    sql: `select order_id as subject, 'in ' || coalesce(sum(-amount) filter (where account = 'provider' and amount < 0), 0) || ', out ' || sum(amount) filter (where amount > 0 and account in ('provider', 'revenue', 'fees')) as found
      from postings group by order_id having coalesce(sum(-amount) filter (where account = 'provider' and amount < 0), 0) < coalesce(sum(amount) filter (where amount > 0 and account in ('provider', 'revenue', 'fees')), 0)`,
  },
  {
    name: 'one live operation',
    doc: 'An order has at most one operation under way for each purpose.',
    sql: `select order_id as subject, count(*) || ' live for ' || purpose as found from operations where state in ('REQUESTED', 'SENT', 'UNKNOWN') group by order_id, purpose, subject_id having count(*) > 1`,
  },
  {
    name: 'what succeeded is booked',
    doc: 'Every operation that succeeded has its transfer, and no other has one.',
    sql: `select coalesce(o.id, t.cause) as subject, coalesce(o.state, 'no operation') || case when t.id is null then ', not booked' else ', booked' end as found
      from operations o full join (select * from transfers where cause like 'charge:%' or cause like 'refund:%') t on t.cause = lower(o.kind) || ':' || o.id
      where (o.state = 'SUCCEEDED') is distinct from (t.id is not null)`,
  },
  {
    name: 'the amount is what was asked',
    doc: 'No gateway says that it moved another amount than it was asked to.',
    sql: `select id as subject, failure_message as found from operations where failure_code = 'amount_mismatch'`,
  },
]
