import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { reasonOf } from './load-hold.js'
import { orderFacts } from './load-order.js'
import type { CancelledFacts } from './order-facts.js'
import { idIn, type ToldEvent } from './told-event.js'

const OWN_MAILS = ['CAMPAIGN', 'APPOINTMENT']

type Involved = Pick<CancelledFacts, 'recipients' | 'tasks' | 'byPlacer'> & { readonly by: string | null }

/**
 * The order that has ended without a result, by whom, why, what goes back, and whose form or tasks ended with it. Undefined
 * where its campaign or appointment has ended: that is told by mails of its own.
 */
export async function cancelledFacts(tx: Tx, event: ToldEvent): Promise<CancelledFacts | undefined> {
  const order = await orderFacts(tx, event)
  if (!order) return undefined
  if (event.type === 'order.cancelled' && order.lines.some(({ flow }) => OWN_MAILS.includes(flow)))
    return undefined
  const { by, byPlacer, recipients, tasks } = await involved(tx, event)
  return {
    ...order,
    how: howItEnded(event),
    by: by ?? order.buyer,
    byPlacer,
    reason: await reasonOf(tx, event),
    refund: refundIn(event),
    at: event.occurredAt,
    recipients,
    tasks,
  }
}

function howItEnded({ type, actorKind }: ToldEvent): CancelledFacts['how'] {
  if (type === 'order.expired') return 'UNPAID'
  if (type === 'order.cancelled') return 'NO_RESULT'
  return actorKind === 'staff' ? 'US' : 'BUYER'
}

function refundIn(event: ToldEvent): CancelledFacts['refund'] {
  const [amount, currency] = [idIn(event, 'refund'), idIn(event, 'currency')]
  return amount !== null && currency !== null ? { amount: BigInt(amount), currency } : null
}

/** Forms and tasks that ended in the same moment, with whose they were. */
async function involved(tx: Tx, event: ToldEvent): Promise<Involved> {
  const ended = (type: string) =>
    sql`e.stream_id = ${event.streamId} and e.type = ${type} and e.occurred_at = (select occurred_at from events where id = ${event.id})`
  const found = await row<Involved>(
    tx,
    sql`select (select name from users where id = ${event.actorId}) as by,
        (select placed_by_user_id = ${event.actorId} from orders where id = ${event.streamId}) as "byPlacer",
        (select coalesce(json_agg(json_build_object('contactId', d.recipient_contact_id, 'name', d.recipient_name, 'email', d.recipient_email, 'service', s.name) order by l.position), '[]')
          from events e join onboarding_documents d on d.id = e.aggregate_id join order_lines l on l.id = d.line_id join services s on s.id = l.service_id
          where ${ended('onboarding.voided')}) as recipients,
        (select coalesce(json_agg(json_build_object('assigneeId', e.data->>'assigneeId', 'title', t.title) order by t.id), '[]')
          from events e join tasks t on t.id = e.aggregate_id where ${ended('task.cancelled')} and e.data->>'assigneeId' is not null) as tasks`,
  )
  return found ?? { by: null, byPlacer: false, recipients: [], tasks: [] }
}
