import { sql } from 'kysely'
import type { Sql } from '../platform/reading/scope.js'

/**
 * Whether a service can be bought now, as SQL over its row: it is offered, it costs something (nothing could never be
 * paid), and a campaign's last day is not over.
 */
export function onSale(service: Sql): Sql {
  return sql`(${service}.status = 'OFFERED' and ${service}.price_amount > 0 and not package_over(${service}.package_id))`
}
