import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { MessageFacts } from './facts.js'
import { idIn, type ToldEvent } from './told-event.js'

/** The message that the event names, with its order and author. */
export async function messageFacts(tx: Tx, event: ToldEvent): Promise<MessageFacts | undefined> {
  return row<MessageFacts>(
    tx,
    sql`select m.order_id as "orderId", o.number, o.buyer_id as "buyerId", o.beneficiary_id as "beneficiaryId", o.channel_id as "channelId",
        (select id from campaigns where order_id = o.id) as "campaignId",
        (select coalesce(json_agg(contact_id), '[]') from members where organisation_id = o.channel_id) as "channelPeople",
        coalesce(author.name, 'Waybill') as author, m.author_id as "authorId", m.visibility, m.body
      from messages m join orders o on o.id = m.order_id left join users author on author.id = m.author_id
      where m.id = ${idIn(event, 'messageId')}`,
  )
}
