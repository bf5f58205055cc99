import { sql } from 'kysely'
import type { Sql } from '../platform/reading/scope.js'

/**
 * Whether a mail that did not arrive still needs somebody: while the task that asks for it is open; of an invitation, while
 * it was not accepted and no later mail invites the same person. What was not sent on purpose needs nobody.
 */
export const needsSomebody = (t: Sql) =>
  sql`(${t}.state in ('BOUNCED', 'FAILED') and coalesce(
    exists (select from tasks asked where asked.cause = 'mail:' || ${t}.id || ':' || ${t}.sending and asked.status not in ('DONE', 'CANCELLED'))
    or ${t}.link->>'kind' = 'invitation' and ${stillInvited(t)} and not exists (select from mails later
      where later.link->>'subjectId' = ${t}.link->>'subjectId' and later.recipient_id = ${t}.recipient_id and (later.queued_at, later.id) > (${t}.queued_at, ${t}.id)), false))`

const stillInvited = (t: Sql) =>
  sql`exists (select from members m where m.id = ${t}.link->>'subjectId' and m.status = 'INVITED'
    union all select from users u where u.id = ${t}.link->>'subjectId' and u.status = 'INVITED')`
