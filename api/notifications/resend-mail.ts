import { refuseFields, Refusal } from '../lib/refusal.js'
import { isStaff } from '../lib/viewer.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { lockStream } from '../platform/events.js'
import { correctRecipient } from '../onboarding/correct-recipient.js'
import { noteMailResent } from '../orders/note-mail-bounced.js'
import { ABOUT_MONEY } from './mail-kinds.js'
import { recipientsBy } from './people.js'
import type { Recipient } from './recipient.js'
import { sendMailJob } from './send-mail.task.js'

interface Found {
  readonly template: string
  readonly state: string
  readonly orderId: string | null
  readonly recipientKind: Recipient['kind']
  readonly recipientId: string
  readonly canBeResent: boolean
}

/**
 * What a mail needs in order to go out again: its text, and its link's secret where that cannot be made anew. The one that a
 * campaign is complete is told anew, with more time, by `resendCompletionMail`.
 */
export const CAN_BE_RESENT = `(t.template <> 'campaign-completed' and t.state in ('BOUNCED', 'FAILED') and t.html is not null and (t.link is not null or t.html not like '%' || chr(57344) || '%'))`

/**
 * A mail that bounced or was given up is sent anew, to the address that its recipient has now; forms that wait for them
 * take it over. Staff do it.
 * @refuses NOT_FOUND, INVALID_TRANSITION, RECIPIENT_WITHOUT_EMAIL, VALIDATION where its text or its link is gone
 */
export async function resendMail(tx: Tx, { id }: { id: string }): Promise<string> {
  const orderId = await orderOf(tx, id)
  if (orderId) await lockStream(tx, orderId)
  const mail = await row<Found>(
    tx,
    sql`select template, state, order_id as "orderId", recipient_kind as "recipientKind", recipient_id as "recipientId", ${sql.raw(CAN_BE_RESENT)} as "canBeResent"
      from mails t where id = ${id} for no key update`,
  )
  if (!mail || !maySee(tx, mail)) throw new Refusal('NOT_FOUND')
  if (mail.state !== 'BOUNCED' && mail.state !== 'FAILED')
    throw new Refusal('INVALID_TRANSITION', undefined, { current: mail.state })
  if (!mail.canBeResent)
    refuseFields([{ path: 'id', message: 'a mail whose text and link are still there: let it be told anew' }])
  const [to] = await recipientsBy[mail.recipientKind](tx, [mail.recipientId])
  if (!to) throw new Refusal('RECIPIENT_WITHOUT_EMAIL')
  await row(
    tx,
    sql`update mails set state = 'QUEUED', attempts = 0, sending = sending + 1, to_address = ${to.email}, recipient_name = ${to.name},
      last_error = null, taken_at = null, bounced_at = null, in_hand_until = null, try_at = ${tx.now} where id = ${id}`,
  )
  if (orderId) {
    if (to.kind === 'contact')
      await correctRecipient(tx, { orderId, contactId: to.id, name: to.name, email: to.email })
    await noteMailResent(tx, { orderId, mailId: id })
  }
  await tx.house.jobs.send(tx, sendMailJob, { mailId: id })
  return id
}

async function orderOf(tx: Tx, id: string): Promise<string | null> {
  const found = await row<{ orderId: string | null }>(
    tx,
    sql`select order_id as "orderId" from mails where id = ${id}`,
  )
  return found?.orderId ?? null
}

/** As the outbox shows them: what tells of refunds is for those who deal with money. */
function maySee(tx: Tx, { template }: Found): boolean {
  return isStaff(tx.viewer, 'ADMIN', 'FINANCE') || !ABOUT_MONEY.includes(template)
}
