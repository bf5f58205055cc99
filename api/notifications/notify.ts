import { newId } from '../lib/ids.js'
import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import type { Notice } from './notice.js'
import { notices } from './notices.js'
import { notificationNews } from './notifications-added.js'
import type { ToldEvent } from './told-event.js'

/** Tells people of an event inside Waybill, each once and for one reason; who did it is not told. */
export async function notify(tx: Tx, event: ToldEvent): Promise<void> {
  for (const notice of noticesOf(event.type)) await tell(tx, event, notice)
}

/** Whether anybody is told of this type of event inside Waybill. */
export function isNoticed(type: string): boolean {
  return noticesOf(type).length > 0
}

function noticesOf(type: string): readonly Notice[] {
  const table: Readonly<Record<string, readonly Notice[]>> = notices
  return table[type] ?? []
}

async function tell(tx: Tx, event: ToldEvent, { why, whom }: Notice): Promise<void> {
  const people = await rows<{ id: string }>(
    tx,
    sql`select w.id from (${whom(event)}) w where w.id is not null and w.id <> ${event.actorId} order by w.id`,
  )
  if (!people.length) return
  const ids = people.map(() => newId('ntf'))
  const users = people.map(({ id }) => id)
  const told = await rows<{ id: string; userId: string }>(
    tx,
    sql`insert into notifications (id, user_id, event_id, order_id, what, why, at)
      select given.id, given.user_id, ${event.id}, (select id from orders where id = ${event.streamId}), ${event.type}, ${why}, ${event.occurredAt}::timestamptz
      from unnest(${ids}::text[], ${users}::text[]) given(id, user_id)
      on conflict (event_id, user_id) do nothing returning id, user_id as "userId"`,
  )
  for (const one of told) tx.passing.push(notificationNews(one))
}
