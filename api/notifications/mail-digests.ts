import { after } from '../lib/time.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { Gathering } from './route.js'
import type { ToldEvent } from './told-event.js'

/**
 * Notes that an event is told later, with whatever else of its kind comes until then; nothing where such a mail waits
 * already, or one that was written after the event has told it.
 */
export async function gather(
  tx: Tx,
  event: ToldEvent,
  { template, within, knowsWhatWasTold }: { template: string } & Gathering,
): Promise<void> {
  const { id, streamId, occurredAt } = event
  await row(
    tx,
    sql`insert into mail_digests (order_id, template, event_id, tell_at)
      select ${streamId}, ${template}, ${id}, ${after(tx.now, within)}::timestamptz
      where ${knowsWhatWasTold} or not exists (select from mails where order_id = ${streamId} and template = ${template} and queued_at > ${occurredAt})
      on conflict (order_id, template) do nothing`,
  )
}
