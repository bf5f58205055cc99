import { sql } from 'kysely'
import type { Sql } from '../platform/reading/scope.js'

/** How many documents wait for a reviewer, as an SQL expression: submitted, or claimed by somebody who went away. */
export const onboardingToVerify: Sql = sql`(select count(*)::int from onboarding_documents d where d.status = 'SUBMITTED'
  or (d.status = 'IN_REVIEW' and d.claimed_until <= app_now()))`
