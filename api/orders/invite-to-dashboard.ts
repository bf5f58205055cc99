import { inviteContact } from '../accounts/invite-member.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { happened } from './order.events.js'

/**
 * Invites the beneficiary's contact to the dashboard, where the buyer ticked that at checkout; not one who has lost their
 * access since.
 */
export async function inviteToDashboard(tx: Tx, orderId: string): Promise<void> {
  const order = await row<{ contact: string | null }>(
    tx,
    sql`select dashboard_contact_id as contact from orders o where id = ${orderId}
      and not exists (select from members m where m.contact_id = o.dashboard_contact_id and m.status = 'DISABLED')`,
  )
  if (!order?.contact) return
  await inviteContact(tx, { contactId: order.contact })
  await happened(tx, orderId, 'order.dashboard-invited', { contactId: order.contact })
}
