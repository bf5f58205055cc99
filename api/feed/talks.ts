import { sql } from 'kysely'
import type { Scope } from '../platform/reading/scope.js'

/** What somebody gave as a reason is between our team and the buyer, whoever else may read that it happened. */
export const talks: Scope = (t, viewer) =>
  viewer.staff() ||
  (viewer.kind === 'member' &&
    sql`exists (select from orders bought where bought.id = ${t}.stream_id and bought.buyer_id = any(${viewer.organisations}::text[]))`)
