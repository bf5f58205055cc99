import { isLooking } from '../feed/read-marks.js'
import type { Tx } from '../platform/context.js'
import { row, rows, sql } from '../platform/database.js'
import type { MessageFacts } from './facts.js'
import { idIn, type ToldEvent } from './told-event.js'

/** So many are told in one mail at most: what is more stands on the page. */
const MOST = 200

/** So long a message waits for whoever is at the feed to read it. */
const TIME_TO_READ = 'PT5M'

/** A message as it was posted. */
export interface PostedMessage extends Omit<MessageFacts, 'mentionsReader'> {
  readonly sequence: number
  /** The event that it was posted by. */
  readonly eventId: string
  /** Whether whoever was at the feed has had time to read it. */
  readonly hadTime: boolean
  readonly authorId: string
  /** The users who are called upon by name. */
  readonly mentions: readonly string[]
}

/** An order with the messages on its feed from one on. */
export interface Conversation {
  readonly orderId: string
  readonly number: string
  readonly campaignId: string | null
  readonly messages: readonly PostedMessage[]
}

/** Somebody who may be told of messages. */
export interface Reading {
  readonly userId: string
  readonly recipientId: string
  readonly kind: 'contact' | 'user'
  readonly side: 'STAFF' | 'BUYER' | 'BENEFICIARY' | 'CHANNEL'
  /** Whether they are at the feed just now. */
  readonly isLooking: boolean
  /** Up to which number of the feed they have read it, or were told by mail. */
  readonly knows: number
}

/** What was written on an order's feed from the event's message on. */
export async function conversationSince(tx: Tx, event: ToldEvent): Promise<Conversation | undefined> {
  const order = await row<Omit<Conversation, 'messages'>>(
    tx,
    sql`select o.id as "orderId", o.number, (select id from campaigns where order_id = o.id) as "campaignId" from orders o where o.id = ${event.streamId}`,
  )
  const messages = await rows<PostedMessage>(
    tx,
    sql`select m.sequence::int as sequence, e.id as "eventId", m.posted_at + ${TIME_TO_READ}::interval <= ${tx.now} as "hadTime", m.kind, m.visibility, m.body, m.author_id as "authorId", coalesce(author.name, 'Waybill') as author,
        (select coalesce(json_agg(f.name order by f.id), '[]') from files f where f.subject_id = m.id and f.status = 'READY') as files,
        (select coalesce(json_agg(c.user_id), '[]') from message_mentions c where c.message_id = m.id) as mentions
      from messages m join events e on e.stream_id = m.order_id and e.sequence = m.sequence left join users author on author.id = m.author_id
      where m.order_id = ${event.streamId} and m.body is not null
        and m.sequence >= (select first.sequence from messages first where first.id = ${idIn(event, 'messageId')}) order by m.sequence limit ${sql.lit(MOST)}`,
  )
  return order && messages.length ? { ...order, messages } : undefined
}

/**
 * Whoever may be told of what is written on an order's feed: the members of its sides, and of the team those who work on
 * it, or support where nobody does, and whoever is called upon by name. Each once, with what they know of it.
 */
export async function readersOf(
  tx: Tx,
  { orderId, messages }: Conversation,
  template: string,
): Promise<Reading[]> {
  const named = [...new Set(messages.flatMap(({ mentions }) => mentions))]
  return rows<Reading>(
    tx,
    sql`select r.user_id as "userId", r.recipient_id as "recipientId", r.kind, r.side, ${isLooking(sql`r.user_id`, sql`r.order_id`)} as "isLooking",
        greatest((select up_to::int from read_marks k where k.order_id = r.order_id and k.user_id = r.user_id),
          (select max(told_to) from mails told where told.recipient_id = r.recipient_id and told.order_id = r.order_id and told.template = ${template}), 0) as knows
      from (${members(orderId)} union all ${team(orderId, named)}) r order by r.kind desc, r.user_id`,
  )
}

/** Somebody who is a member of several sides is told once, as of the buyer where they are of that. */
function members(orderId: string) {
  return sql`(select distinct on (m.user_id) m.user_id, m.contact_id as recipient_id, 'contact' as kind, o.id as order_id,
      case m.organisation_id when o.buyer_id then 'BUYER' when o.channel_id then 'CHANNEL' else 'BENEFICIARY' end as side
    from orders o join members m on m.organisation_id in (o.buyer_id, o.beneficiary_id, o.channel_id)
    where o.id = ${orderId} and m.status = 'ACTIVE' and m.user_id is not null order by m.user_id, m.organisation_id <> o.buyer_id)`
}

function team(orderId: string, named: readonly string[]) {
  const working = sql`(select t.assignee_id from tasks t where t.order_id = ${orderId} and t.assignee_id is not null and t.status not in ('DONE', 'CANCELLED'))`
  return sql`select u.id, u.id, 'user', ${orderId}::text, 'STAFF' from users u
    where u.status = 'ACTIVE' and cardinality(u.staff_roles) > 0
      and (u.id = any(${named}::text[]) or u.id in ${working} or ('SUPPORT' = any(u.staff_roles) and not exists ${working}))`
}
