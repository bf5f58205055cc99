import { defineEntity, p } from '@mikro-orm/postgresql'

/** One that somebody should know of: failed and not overtaken (a refused payment is the buyer's to try again), or unknown. */
export const FAILED_OPERATION = `(state = 'UNKNOWN' or state = 'FAILED' and purpose <> 'PAYMENT') and overtaken_at is null`

/** One thing asked of the gateway, written in the business transaction that asks for it and sent after its commit. */
export const OperationEntity = defineEntity({
  name: 'Operation',
  tableName: 'operations',
  properties: {
    id: p.text().primary(),
    /** The order, which is also the stream whose lock guards it. */
    orderId: p.text(),
    purpose: p.text(),
    /** What of the order it is for: the order itself, or one of its lines. */
    subjectId: p.text(),
    kind: p.text(),
    state: p.text(),
    attempt: p.integer().default(1),
    amount: p.bigint(),
    currency: p.text(),
    /** What the gateway knows this attempt by: stored before the call, so that asking again does nothing twice. */
    key: p.text().unique(),
    /** The buyer's means of payment, as the gateway's own page gave it; of a release, the account that it goes to. */
    token: p.text().nullable(),
    /** The charge or authorisation whose money it captures, lets go, gives back or passes on. */
    paymentId: p.text().nullable(),
    /** The channel that a release goes to, and what we keep of it. */
    payeeId: p.text().nullable(),
    fee: p.bigint().nullable(),
    providerRef: p.text().nullable(),
    failureCode: p.text().nullable(),
    failureMessage: p.text().nullable(),
    /** How often the gateway was asked what became of it. */
    asks: p.integer().default(0),
    cancelAskedAt: p.datetime().nullable(),
    requestedAt: p.datetime(),
    sentAt: p.datetime().nullable(),
    settledAt: p.datetime().nullable(),
    /** Until when the buyer's bank keeps what was authorised. */
    holdsUntil: p.datetime().nullable(),
    /** Since when something else took the place of one that failed: nobody needs to look into it any more. */
    overtakenAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  indexes: [
    { properties: ['orderId'] },
    {
      name: 'operations_failed',
      properties: ['requestedAt', 'id'],
      where: FAILED_OPERATION,
    },
    {
      name: 'operations_payee',
      properties: ['payeeId', 'requestedAt', 'id'],
      where: 'payee_id is not null',
    },
    { name: 'operations_provider_ref', properties: ['providerRef'], where: 'provider_ref is not null' },
  ],
  uniques: [
    {
      name: 'operations_one_live',
      properties: ['orderId', 'purpose', 'subjectId'],
      where: `state in ('REQUESTED', 'SENT', 'UNKNOWN')`,
    },
  ],
  checks: [
    {
      name: 'operations_holds_for_a_time',
      expression: "not (kind = 'AUTHORISE' and state = 'SUCCEEDED') or holds_until is not null",
    },
    { name: 'operations_amount_positive', expression: 'amount > 0' },
    {
      name: 'operations_state_known',
      expression: "state in ('REQUESTED', 'SENT', 'SUCCEEDED', 'FAILED', 'UNKNOWN')",
    },
    {
      name: 'operations_kind_fits',
      expression:
        "case purpose when 'PAYMENT' then kind in ('CHARGE', 'AUTHORISE') when 'CAPTURE' then kind in ('CAPTURE', 'CHARGE') when 'LATE_REFUND' then kind = 'REFUND' else kind = purpose end",
    },
    {
      name: 'operations_on_a_payment',
      expression: "kind in ('CHARGE', 'AUTHORISE') or payment_id is not null",
    },
    {
      name: 'operations_release_has_payee',
      expression: "(kind = 'RELEASE') = (payee_id is not null and fee is not null)",
    },
  ],
})
