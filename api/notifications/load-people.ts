import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import type { InvitationFacts, MembershipFacts, SecondFactorFacts } from './facts.js'
import { orderFacts } from './load-order.js'
import type { ToldEvent } from './told-event.js'

/**
 * The invited member, who invited them, and to what. Undefined for one who is a member already, and where the system
 * invited for an order: then the dashboard's invitation tells it.
 */
export async function memberInvitationFacts(tx: Tx, event: ToldEvent): Promise<InvitationFacts | undefined> {
  if (event.actorKind === 'system') return undefined
  const found = await row<Omit<InvitationFacts, 'inviter' | 'orderId'>>(
    tx,
    sql`select m.id as "subjectId", m.contact_id as "contactId", o.name as organisation, m.role, '{}'::text[] as roles, '{}'::text[] as skills
      from members m join organisations o on o.id = m.organisation_id where m.id = ${event.aggregateId} and m.status = 'INVITED'`,
  )
  return found && { ...found, orderId: null, inviter: await inviter(tx, event) }
}

/** The person invited into the team, and as what. Undefined for one who is on it already. */
export async function staffInvitationFacts(tx: Tx, event: ToldEvent): Promise<InvitationFacts | undefined> {
  const found = await row<Omit<InvitationFacts, 'inviter' | 'orderId'>>(
    tx,
    sql`select id as "subjectId", null as "contactId", 'Waybill' as organisation, '' as role, staff_roles as roles, skills
      from users where id = ${event.aggregateId} and status = 'INVITED'`,
  )
  return found && { ...found, orderId: null, inviter: await inviter(tx, event) }
}

/** The order with the membership that its beneficiary's contact was invited to. */
export async function dashboardFacts(tx: Tx, event: ToldEvent): Promise<MembershipFacts | undefined> {
  const order = await orderFacts(tx, event)
  if (!order?.dashboardContactId) return undefined
  const member = await row<{ memberId: string; accepted: boolean }>(
    tx,
    sql`select id as "memberId", status = 'ACTIVE' as accepted from members where contact_id = ${order.dashboardContactId} and status <> 'DISABLED'`,
  )
  return member && { ...order, ...member }
}

/** Whose second factor was taken away, and by which admin. */
export async function secondFactorFacts(tx: Tx, event: ToldEvent): Promise<SecondFactorFacts | undefined> {
  const byAdmin = event.type === 'staff.factor-reset'
  const by = byAdmin ? await inviter(tx, event) : null
  const user = await row<{ userId: string; worksHere: boolean }>(
    tx,
    sql`select id as "userId", staff_roles <> '{}' as "worksHere" from users where id = ${event.aggregateId}`,
  )
  return user && { orderId: null, ...user, by, at: event.occurredAt }
}

async function inviter(tx: Tx, event: ToldEvent): Promise<string> {
  const user = await row<{ name: string }>(tx, sql`select name from users where id = ${event.actorId}`)
  return user?.name ?? 'Waybill'
}
