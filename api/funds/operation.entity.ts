import { defineEntity, p } from '@mikro-orm/postgresql'

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
    /** The buyer's means of payment, as the gateway's own page gave it; of charges only. */
    token: p.text().nullable(),
    /** The charge that a refund gives back. */
    chargeId: p.text().nullable(),
    providerRef: p.text().nullable(),
    failureCode: p.text().nullable(),
    failureMessage: p.text().nullable(),
    /** How often the gateway was asked what became of it. */
    asks: p.integer().default(0),
    cancelAskedAt: p.datetime().nullable(),
    requestedAt: p.datetime(),
    sentAt: p.datetime().nullable(),
    settledAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  indexes: [
    { properties: ['orderId'] },
    {
      name: 'operations_failed',
      properties: ['requestedAt', 'id'],
      where: `kind = 'REFUND' and state in ('FAILED', 'UNKNOWN')`,
    },
  ],
  uniques: [
    {
      name: 'operations_one_live',
      properties: ['orderId', 'purpose', 'subjectId'],
      where: `state in ('REQUESTED', 'SENT', 'UNKNOWN')`,
    },
  ],
  checks: [
    { name: 'operations_amount_positive', expression: 'amount > 0' },
    {
      name: 'operations_state_known',
      expression: "state in ('REQUESTED', 'SENT', 'SUCCEEDED', 'FAILED', 'UNKNOWN')",
    },
    { name: 'operations_kind_known', expression: "kind in ('CHARGE', 'REFUND')" },
  ],
})
