import { otherAmountOpen } from './operation.js'

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
    doc: 'Neither what is held of an order nor what is due back or to its channel.',
    sql: `select order_id || ' ' || account as subject, sum(amount)::text as found from postings where account like 'held:%' or account like 'refund-due:%' or account like 'payable:%'
      group by order_id, account having sum(amount) < 0`,
  },
  {
    name: 'held funds are their postings',
    doc: 'The balances beside an order say what its postings say.',
    sql: `select f.id as subject, 'held ' || f.held || ', postings ' || p.held || '; due ' || f.refund_due || ', postings ' || p.due || '; payable ' || f.payable || ', postings ' || p.payable as found from held_funds f
      cross join lateral (select coalesce(sum(amount) filter (where account like 'held:%'), 0) as held, coalesce(sum(amount) filter (where account like 'refund-due:%'), 0) as due,
        coalesce(sum(amount) filter (where account like 'payable:%'), 0) as payable from postings where order_id = f.id) p where f.held <> p.held or f.refund_due <> p.due or f.payable <> p.payable`,
  },
  {
    name: 'no more goes out than came in',
    doc: 'Released, refunded and earned together are at most what was captured; what a bank takes back in a chargeback, and what we take back of a transfer, comes on top.',
    sql: `select order_id as subject, 'in ' || came || ', out ' || went as found from (
      select p.order_id, coalesce(sum(-p.amount) filter (where p.account = 'provider' and p.amount < 0), 0) as came,
        coalesce(sum(p.amount) filter (where p.account in ('provider', 'revenue', 'fees') and p.amount > 0), 0) as went
      from postings p join transfers t on t.id = p.transfer_id where not starts_with(t.cause, 'chargeback:') and not starts_with(t.cause, 'reversed:') group by p.order_id) of where went > came`,
  },
  {
    name: 'a bank and we do not both give back',
    doc: 'Of a payment that a bank took back no more is still to be refunded or released than what the bank left.',
    sql: `select l.payment_id as subject, 'lost ' || l.lost || ', still to leave ' || w.amount || ', came in ' || p.amount as found
      from (select c.payment_id, sum(b.amount) as lost from chargebacks c join transfers t on t.order_id = c.order_id and t.cause = 'chargeback:' || c.id
        join postings b on b.transfer_id = t.id and b.account = 'provider' where c.status = 'LOST' group by 1) l
      join operations p on p.id = l.payment_id
      cross join lateral (select coalesce(sum(o.amount), 0) as amount from operations o where o.payment_id = l.payment_id and o.kind in ('REFUND', 'RELEASE')
        and (o.state = 'REQUESTED' or o.state = 'FAILED' and o.overtaken_at is null)) w
      where w.amount > 0 and l.lost + w.amount > p.amount`,
  },
  {
    name: 'frozen money stays',
    doc: 'While a dispute or a chargeback stands nothing of what was held leaves, but what a bank took.',
    sql: `select z.order_id as subject, z.cause || ': held ' || f.held || ', frozen with ' || z.held as found from freezes z join held_funds f on f.id = z.order_id
      where z.lifted_at is null and f.held + coalesce((select sum(-p.amount) from postings p join transfers t on t.id = p.transfer_id
        where p.order_id = z.order_id and p.account like 'held:%' and starts_with(t.cause, 'chargeback:')), 0) < z.held`,
  },
  {
    name: 'a captured payment is not let go',
    doc: 'What was taken in was not let go as well.',
    sql: `select v.id as subject, 'captured ' || t.id as found from operations v join transfers t on t.order_id = v.order_id and t.cause = 'capture:' || v.payment_id
      where v.kind = 'VOID' and v.state = 'SUCCEEDED'`,
  },
  {
    name: 'one live operation',
    doc: 'An order has at most one operation under way for each purpose.',
    sql: `select order_id as subject, count(*) || ' live for ' || purpose as found from operations where state in ('REQUESTED', 'SENT', 'UNKNOWN') group by order_id, purpose, subject_id having count(*) > 1`,
  },
  {
    name: 'what succeeded is booked',
    doc: 'Every operation that moved money has its transfer, and no other has one: a captured payment under the payment’s name.',
    sql: `select coalesce(o.id, t.cause) as subject, coalesce(o.state, 'no operation') || case when t.id is null then ', not booked' else ', booked' end as found
      from (select id, order_id, state, case kind when 'CAPTURE' then 'capture:' || payment_id else lower(kind) || ':' || id end as cause from operations
        where kind in ('CHARGE', 'REFUND', 'RELEASE') or kind = 'CAPTURE' and state = 'SUCCEEDED') o
      full join (select * from transfers where cause ~ '^(charge|refund|release|capture):') t on t.order_id = o.order_id and t.cause = o.cause
      where (o.state = 'SUCCEEDED') is distinct from (t.id is not null)
        and not (o.id is null and exists (select from operations v where 'capture:' || v.payment_id = t.cause and v.kind = 'VOID' and v.failure_code = 'captured_already'))`,
  },
  {
    name: 'the amount is what was asked',
    doc: 'No gateway says that it moved another amount than it was asked to, and has not given it back.',
    sql: `select id as subject, failure_message as found from operations where ${otherAmountOpen('operations')}`,
  },
]
