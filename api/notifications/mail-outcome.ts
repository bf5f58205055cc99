import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockStream } from '../platform/events.js'
import { mailTaken, mailTakenJob } from './mail-taken.task.js'
import { mailroom } from './mailroom.js'
import type { MailInHand } from './mail-in-hand.js'
import { tryTime } from './try-time.js'
import { tellUndelivered } from './undelivered-mail.js'

/** What became of one try. */
export type Outcome =
  | { readonly state: 'TAKEN'; readonly error: null }
  | { readonly state: 'BOUNCED' | 'FAILED'; readonly error: string }
  | { readonly state: 'QUEUED'; readonly error: string; readonly afterSeconds: number }

/** What a mail that has ended is known by. */
type Ending = Pick<MailInHand, 'id' | 'template' | 'orderId' | 'recipientId'>

/**
 * Writes down what became of a try, and what follows: the time of the next, or what waited for the mail to be taken.
 * Returns the mail that waited behind it, where it has ended.
 */
export async function noteOutcome(tx: Tx, mail: MailInHand, outcome: Outcome): Promise<string | undefined> {
  if (outcome.state === 'QUEUED') {
    await row(
      tx,
      sql`update mails set in_hand_until = null, last_error = ${outcome.error}, try_at = ${tryTime(tx, outcome.afterSeconds)}
        where id = ${mail.id} and state = 'QUEUED'`,
    )
    return undefined
  }
  if (outcome.state !== 'TAKEN' && mail.orderId) await lockStream(tx, mail.orderId)
  const { isMailbox, seals } = mailroom.bound
  const sealed = isMailbox && mail.token !== undefined ? seals.seal(mail.token) : null
  const next = await endMail(tx, mail, outcome, sealed)
  if (outcome.state !== 'TAKEN') await tellUndelivered(tx, { ...mail, error: outcome.error })
  else if (mailTaken.bound[mail.template]) await tx.house.jobs.send(tx, mailTakenJob, { mailId: mail.id })
  return next
}

/**
 * Ends a mail that waits. One whose bounce came in before we heard that it was taken has ended already. Returns the mail
 * that waited behind it.
 */
export async function endMail(
  tx: Tx,
  { id, orderId, recipientId }: Ending,
  { state, error }: { readonly state: 'TAKEN' | 'BOUNCED' | 'FAILED'; readonly error: string | null },
  sealedToken: string | null = null,
): Promise<string | undefined> {
  await row(
    tx,
    sql`update mails set state = ${state}, taken_at = ${state === 'TAKEN' ? tx.now : null}, bounced_at = ${state === 'BOUNCED' ? tx.now : null},
      last_error = ${error}, sealed_token = ${sealedToken}, in_hand_until = null, try_at = null where id = ${id} and state = 'QUEUED'`,
  )
  if (!orderId) return undefined
  const next = await row<{ id: string }>(
    tx,
    sql`select id from mails where recipient_id = ${recipientId} and order_id = ${orderId} and state = 'QUEUED' order by queued_at, id limit 1`,
  )
  return next?.id
}
