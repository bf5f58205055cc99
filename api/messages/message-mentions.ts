import { refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import { mayRead } from './may-read.js'
import type { Draft } from './message-draft.js'

/** Calls upon people by name in a message: they may read it, or are no use to call upon. @refuses VALIDATION */
export async function mention(
  tx: Tx,
  messageId: string,
  { orderId, visibility, mentions }: Draft,
): Promise<void> {
  if (!mentions.length) return
  const readers = await rows<{ id: string }>(
    tx,
    sql`select u.id from users u, orders o where u.id = any(${mentions}::text[]) and o.id = ${orderId}
      and ${mayRead(sql.raw('u'), sql.raw('o'), sql`${visibility}::text`)}`,
  )
  if (readers.length !== mentions.length)
    refuseFields([{ path: 'mentions', message: 'people who may read this message' }])
  await row(
    tx,
    sql`insert into message_mentions (message_id, user_id) select ${messageId}, id from unnest(${mentions}::text[]) id`,
  )
}
