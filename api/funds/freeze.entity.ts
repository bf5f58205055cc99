import { defineEntity, p } from '@mikro-orm/postgresql'

/** A cause for which an order's held money must not move. While one stands the database refuses every posting out of it. */
export const FreezeEntity = defineEntity({
  name: 'Freeze',
  tableName: 'freezes',
  properties: {
    id: p.text().primary(),
    orderId: p.text(),
    cause: p.text(),
    /** The chargeback that it is for; of a dispute, the order. */
    subjectId: p.text(),
    /** What was held when it began: nothing of it may leave until it ends, but what a bank takes. */
    held: p.bigint(),
    frozenAt: p.datetime(),
    liftedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['orderId'] }],
  uniques: [
    {
      name: 'freezes_one_standing',
      properties: ['orderId', 'cause', 'subjectId'],
      where: 'lifted_at is null',
    },
  ],
  checks: [{ name: 'freezes_cause_known', expression: "cause in ('DISPUTE', 'CHARGEBACK')" }],
})
