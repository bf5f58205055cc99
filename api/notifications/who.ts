import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import type { InvitationFacts, MembershipFacts, MessageFacts, OnboardingFacts, TaskFacts } from './facts.js'
import { contacts, membersOf, team, users } from './people.js'
import type { Recipient } from './recipient.js'
import type { ToldEvent } from './told-event.js'

/** The contact who placed the order. */
export async function placedBy(tx: Tx, facts: { readonly placedById: string }): Promise<Recipient[]> {
  return contacts(tx, [facts.placedById])
}

/** The person who was chosen to answer, at the address that was copied onto the line. */
export async function lineRecipient(tx: Tx, document: OnboardingFacts): Promise<Recipient[]> {
  const found = await contacts(tx, [document.recipientId])
  return found.map((contact) => ({ ...contact, name: document.recipient, email: document.recipientEmail }))
}

/** The person who answers, and who placed the order: one mail where they are the same. */
export async function recipientAndPlacedBy(tx: Tx, document: OnboardingFacts): Promise<Recipient[]> {
  return [...(await lineRecipient(tx, document)), ...(await placedBy(tx, document))]
}

/** The beneficiary's contact whom the buyer wants to see the dashboard. */
export async function dashboardContact(tx: Tx, order: MembershipFacts): Promise<Recipient[]> {
  return order.dashboardContactId ? contacts(tx, [order.dashboardContactId]) : []
}

export async function admins(tx: Tx): Promise<Recipient[]> {
  return team(tx, 'ADMIN')
}

/** Who placed the order, and finance, who see to it. */
export async function placedByAndFinance(
  tx: Tx,
  facts: { readonly placedById: string },
): Promise<Recipient[]> {
  return [...(await placedBy(tx, facts)), ...(await team(tx, 'FINANCE'))]
}

/** Whoever the task was given to, unless they took it themselves. */
export async function assignee(tx: Tx, task: TaskFacts, event: ToldEvent): Promise<Recipient[]> {
  return task.assigneeId && task.assigneeId !== event.actorId ? users(tx, [task.assigneeId]) : []
}

/** The assignee, and the admin team. */
export async function assigneeAndAdmins(tx: Tx, task: TaskFacts, event: ToldEvent): Promise<Recipient[]> {
  return [...(await assignee(tx, task, event)), ...(await admins(tx))]
}

/** The invited contact. */
export async function invitedContact(tx: Tx, invitation: InvitationFacts): Promise<Recipient[]> {
  return invitation.contactId ? contacts(tx, [invitation.contactId]) : []
}

/** The invited member of the team. */
export async function invitedUser(tx: Tx, invitation: InvitationFacts): Promise<Recipient[]> {
  return users(tx, [invitation.subjectId])
}

/**
 * The others who may read a message: the buyer's members, for PARTIES the beneficiary's, and of the team those who work
 * on the order, or support where nobody does. Never its author.
 */
export async function otherReaders(tx: Tx, message: MessageFacts): Promise<Recipient[]> {
  const { buyerId, beneficiaryId, authorId, visibility } = message
  const sides = { STAFF: [], BUYER: [buyerId], PARTIES: [buyerId, beneficiaryId] }[visibility] ?? []
  const members = await membersOf(tx, sides, authorId)
  const working = await atWork(tx, message.orderId)
  const staff = (working.length ? working : await team(tx, 'SUPPORT')).filter((user) => user.id !== authorId)
  return [...staff, ...members]
}

async function atWork(tx: Tx, orderId: string): Promise<Recipient[]> {
  const found = await rows<{ id: string }>(
    tx,
    sql`select distinct assignee_id as id from tasks where order_id = ${orderId} and assignee_id is not null and status not in ('DONE', 'CANCELLED')`,
  )
  return users(
    tx,
    found.map((user) => user.id),
  )
}
