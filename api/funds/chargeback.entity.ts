import { defineEntity, p } from '@mikro-orm/postgresql'

/** A buyer's bank that wants a payment back. */
export const ChargebackEntity = defineEntity({
  name: 'Chargeback',
  tableName: 'chargebacks',
  properties: {
    id: p.text().primary(),
    orderId: p.text(),
    /** The charge or authorisation that the bank means. */
    paymentId: p.text(),
    /** The gateway's name for the matter: each is opened once. */
    gatewayRef: p.text().unique(),
    status: p.text(),
    amount: p.bigint(),
    currency: p.text(),
    /** What the gateway says that the bank decided, before finance has settled it. */
    bankSays: p.text().nullable(),
    openedAt: p.datetime(),
    settledAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['orderId'] }, { properties: ['openedAt', 'id'] }],
  checks: [
    { name: 'chargebacks_amount_positive', expression: 'amount > 0' },
    { name: 'chargebacks_status', expression: "status in ('OPEN', 'WON', 'LOST')" },
    { name: 'chargebacks_bank_says', expression: "bank_says in ('WON', 'LOST')" },
  ],
})
