import { defineEntity, p } from '@mikro-orm/postgresql'

/** Funds that may hold something: what is closed holds nothing, as the database itself says. */
export const OPEN_FUNDS = 'closed_at is null'

/** Postings into and out of what is held. */
export const HELD_POSTINGS = "account like 'held:%'"

/**
 * The buyer's money of one order, between purchase and settlement: one row per order, under the order's id. What is held
 * and what is due back are kept by the database itself from the postings, and can't go below zero.
 */
export const HeldFundsEntity = defineEntity({
  name: 'HeldFunds',
  tableName: 'held_funds',
  properties: {
    id: p.text().primary(),
    buyerId: p.text(),
    /** Whose campaign it pays, and the fee on what they get, in basis points as they were at the checkout. */
    channelId: p.text().nullable(),
    feeBps: p.integer().default(0),
    currency: p.text(),
    held: p.bigint().default(0),
    refundDue: p.bigint().default(0),
    /** What the channel is to get and has not got. */
    payable: p.bigint().default(0),
    openedAt: p.datetime(),
    /** Since when the order has ended while its money was frozen: it is closed once that moves again. */
    closingAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
  },
  indexes: [
    { properties: ['buyerId'] },
    {
      name: 'held_funds_open',
      expression: `create index "held_funds_open" on "held_funds" ("currency") where ${OPEN_FUNDS}`,
    },
  ],
  checks: [
    { name: 'held_funds_held_not_negative', expression: 'held >= 0' },
    { name: 'held_funds_refund_due_not_negative', expression: 'refund_due >= 0' },
    { name: 'held_funds_payable_not_negative', expression: 'payable >= 0' },
    { name: 'held_funds_fee_bps', expression: 'fee_bps >= 0 and fee_bps <= 10000' },
    { name: 'held_funds_closed_holds_nothing', expression: 'closed_at is null or held = 0' },
  ],
})

/** One movement of money between accounts: two postings or more that sum to zero. Append-only. */
export const TransferEntity = defineEntity({
  name: 'Transfer',
  tableName: 'transfers',
  properties: {
    id: p.text().primary(),
    orderId: p.text(),
    /** What it was booked for (`charge:opn_…`); one cause is booked once. */
    cause: p.text(),
    memo: p.text(),
    bookedAt: p.datetime(),
    /** The database's transaction that wrote it: no posting is added by a later one. Set by the database. */
    writtenIn: p.bigint().nullable(),
  },
  uniques: [{ properties: ['orderId', 'cause'] }],
})

/** One account's part in a transfer: minor units, positive into the account, negative out of it. Append-only. */
export const PostingEntity = defineEntity({
  name: 'Posting',
  tableName: 'postings',
  properties: {
    id: p.text().primary(),
    transferId: p.text().index(),
    orderId: p.text().index(),
    account: p.text(),
    amount: p.bigint(),
    currency: p.text(),
    bookedAt: p.datetime(),
  },
  indexes: [
    {
      name: 'postings_held',
      expression: `create index "postings_held" on "postings" ("booked_at") include ("currency", "amount") where ${HELD_POSTINGS}`,
    },
  ],
  checks: [
    { name: 'postings_amount_not_zero', expression: 'amount <> 0' },
    { name: 'postings_currency_iso', expression: "currency ~ '^[A-Z]{3}$'" },
    {
      name: 'postings_account_known',
      expression:
        "account in ('provider', 'revenue', 'fees') or account = 'held:' || order_id or account = 'refund-due:' || order_id or starts_with(account, 'payable:org_') or starts_with(account, 'receivable:org_')",
    },
  ],
})
