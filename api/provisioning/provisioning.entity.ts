import { defineEntity, p } from '@mikro-orm/postgresql'
import { OrderEntity, OrderLineEntity } from '../orders/order.entity.js'

/** An add-on on its way to being active. */
export const ProvisioningEntity = defineEntity({
  name: 'Provisioning',
  tableName: 'provisionings',
  properties: {
    id: p.text().primary(),
    orderId: () => p.manyToOne(OrderEntity).mapToPk().joinColumn('order_id').index(),
    lineId: () => p.oneToOne(OrderLineEntity).mapToPk().joinColumn('line_id').owner().unique(),
    status: p.text(),
    /** Every try so far. */
    attempts: p.integer().default(0),
    /** The tries since it began, or since somebody had it tried again. */
    tries: p.integer().default(0),
    nextTryAt: p.datetime().nullable(),
    /** What the last try failed with. */
    failure: p.text().nullable(),
    /** How the provisioner names what it set up. */
    reference: p.text().nullable(),
    startedAt: p.datetime(),
    activatedAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['status', 'startedAt', 'id'] }],
  checks: [
    {
      name: 'provisionings_status_known',
      expression: `status in ('PROVISIONING', 'ACTIVE', 'FAILED', 'GIVEN_UP')`,
    },
    { name: 'provisionings_active_since', expression: `(status = 'ACTIVE') = (activated_at is not null)` },
  ],
})

export const provisioningEntities = [ProvisioningEntity]
