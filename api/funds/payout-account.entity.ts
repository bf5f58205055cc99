import { defineEntity, p } from '@mikro-orm/postgresql'

/** Where a channel's money goes: one account at the gateway for each channel. */
export const PayoutAccountEntity = defineEntity({
  name: 'PayoutAccount',
  tableName: 'payout_accounts',
  properties: {
    id: p.text().primary(),
    organisationId: p.text().unique(),
    status: p.text(),
    /** The gateway's own name of the account. */
    accountRef: p.text(),
    /** Why it is not active, where the gateway said so; null where finance suspended it. */
    problem: p.text().nullable(),
    connectedAt: p.datetime(),
    activatedAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['accountRef'] }, { properties: ['connectedAt', 'id'] }],
  checks: [{ name: 'payout_accounts_status', expression: "status in ('PENDING', 'ACTIVE', 'SUSPENDED')" }],
})
