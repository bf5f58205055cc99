import { sql } from 'kysely'
import type { Sql } from '../platform/reading/scope.js'
import { UNFINISHED } from '../tasks/task.machine.js'

/**
 * Whether a mail that did not arrive still needs somebody: while the task that asks for it is open; of an invitation, while
 * it was not accepted and no later mail invites the same person. What was not sent on purpose needs nobody. It is asked from
 * what is open, however many mails have failed.
 */
export const needsSomebody = (t: Sql) =>
  sql`(${t}.state in ('BOUNCED', 'FAILED') and ${t}.id = any(array(${askedFor} union all ${stillInvites})))`

/** The mails that an open task is about, as they were sent last. */
const askedFor = sql`select m.id from tasks asked
    join mails m on m.id = split_part(asked.cause, ':', 2) and m.sending::text = split_part(asked.cause, ':', 3)
  where asked.status in (${sql.join(UNFINISHED.map((status) => sql.lit(status)))}) and starts_with(asked.cause, 'mail:')`

/** The newest invitation of everybody who is invited and has not accepted. */
const stillInvites = sql`select newest.id from (select id, contact_id as recipient_id from members where status = 'INVITED'
    union all select id, id from users where status = 'INVITED') invited
  cross join lateral (select m.id, m.link from mails m where m.recipient_id = invited.recipient_id and m.link->>'subjectId' = invited.id
    order by m.queued_at desc, m.id desc limit 1) newest where newest.link->>'kind' = 'invitation'`
