import { system } from '../../lib/viewer.js'
import { noteTextReceived } from '../../orders/note-text-received.js'
import type { Tx } from '../../platform/context.js'
import { row, sql } from '../../platform/database.js'
import { lockStream } from '../../platform/events.js'
import { job } from '../../platform/jobs.js'
import { transaction } from '../../platform/transaction.js'
import { raiseTask } from '../../tasks/raise-task.js'
import type { ReplyKind } from './text.entity.js'

/** A text that came in, and what we had last texted that number about. */
interface ReplyToUs {
  readonly id: string
  readonly kind: ReplyKind
  readonly orderId: string
  readonly appointmentId: string
}

/**
 * Tells an order that somebody has answered by text: its log says so, and what they wrote is for support to read. The
 * order may be in somebody's hand for long; the reply is kept before and is not lost by that. Running twice tells once.
 */
export const tellOfReplyJob = job<{ replyId: string }>({
  name: 'tell-of-reply',
  run: (house, { replyId }) => transaction(house, system('texts'), (tx) => tellOrder(tx, replyId)),
})

async function tellOrder(tx: Tx, replyId: string): Promise<void> {
  const reply = await row<ReplyToUs>(
    tx,
    sql`select id, kind, order_id as "orderId", appointment_id as "appointmentId" from text_replies where id = ${replyId} and order_id is not null`,
  )
  if (!reply) return
  await lockStream(tx, reply.orderId)
  if (await isTold(tx, reply)) return
  const { id, kind, orderId, appointmentId } = reply
  await noteTextReceived(tx, { orderId, appointmentId, replyId: id, kind })
  if (kind === 'ANSWER' && !(await isAsked(tx, reply))) await askToRead(tx, reply)
}

async function isTold(tx: Tx, { id, orderId }: ReplyToUs): Promise<boolean> {
  const told = await row(
    tx,
    sql`select 1 from events where stream_id = ${orderId} and type = 'text.received' and data->>'replyId' = ${id}`,
  )
  return Boolean(told)
}

/** One task for all that they text until it is done. */
async function isAsked(tx: Tx, { orderId, appointmentId }: ReplyToUs): Promise<boolean> {
  const open = await row(
    tx,
    sql`select 1 from tasks where order_id = ${orderId} and cause like ${`text-reply:${appointmentId}:%`} and status not in ('DONE', 'CANCELLED')`,
  )
  return Boolean(open)
}

async function askToRead(tx: Tx, { id, orderId, appointmentId }: ReplyToUs): Promise<void> {
  await raiseTask(tx, {
    cause: `text-reply:${appointmentId}:${id}`,
    orderId,
    role: 'SUPPORT',
    title: 'Read what the counterpart has texted',
    instructions:
      'The counterpart has answered by text. It stands with the appointment: read it, and call or write back.',
    dueInWorkingHours: 1,
  })
}
