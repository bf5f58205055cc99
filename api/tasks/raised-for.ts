import { sql } from 'kysely'
import type { Sql } from '../platform/reading/scope.js'

/** What raised a task, by its word before the colon: `provisioning-failed`, `campaign-stalled`; null for a step of a service. */
export const raisedFor = (t: Sql) => sql`split_part(${t}.cause, ':', 1)`
