import type {
  InvitationFacts,
  MembershipFacts,
  OnboardingFacts,
  SecondFactorFacts,
  TaskFacts,
} from './facts.js'
import type { CancelledFacts, DeliveryFacts } from './order-facts.js'
import { contacts, team, users } from './people.js'
import { told } from './route.js'

/** The contact who placed the order. */
export const placedBy = told<{ readonly placedById: string }>('Who placed the order', async (tx, facts) => {
  return contacts(tx, [facts.placedById])
})

/** The person who was chosen to answer, at the address that was copied onto the line. */
export const lineRecipient = told<OnboardingFacts>('Whoever was chosen to answer', async (tx, document) => {
  const found = await contacts(tx, [document.recipientId])
  return found.map((contact) => ({ ...contact, name: document.recipient, email: document.recipientEmail }))
})

/** The person who answers, and who placed the order: one mail where they are the same. */
export const recipientAndPlacedBy = told<OnboardingFacts>(
  'Whoever was chosen to answer, and who placed the order',
  async (tx, document, event) => {
    return [...(await lineRecipient(tx, document, event)), ...(await placedBy(tx, document, event))]
  },
)

/** The beneficiary's contact whom the buyer wants to see the dashboard. */
export const dashboardContact = told<MembershipFacts>(
  'The beneficiary’s contact who is invited',
  async (tx, order) => {
    return order.dashboardContactId ? contacts(tx, [order.dashboardContactId]) : []
  },
)

export const admins = told<unknown>('Admins', async (tx) => {
  return team(tx, 'ADMIN')
})

/** Who placed the order, and finance, who see to it. */
export const placedByAndFinance = told<{ readonly placedById: string }>(
  'Who placed the order, and finance',
  async (tx, facts, event) => {
    return [...(await placedBy(tx, facts, event)), ...(await team(tx, 'FINANCE'))]
  },
)

/** Whoever the task was given to, unless they took it themselves. */
export const assignee = told<TaskFacts>('Whoever has the task', async (tx, task, event) => {
  return task.assigneeId && task.assigneeId !== event.actorId ? users(tx, [task.assigneeId]) : []
})

/** The assignee, and the admin team. */
export const assigneeAndAdmins = told<TaskFacts>(
  'Whoever has the task, and admins',
  async (tx, task, event) => {
    return [...(await assignee(tx, task, event)), ...(await admins(tx, task, event))]
  },
)

/** Who placed the order, and whoever of the team has to act; admins where nobody has the task yet. */
export const placedByAndWorkers = told<DeliveryFacts>(
  'Who placed the order, and whoever does the revision',
  async (tx, order, event) => {
    const workers = await users(
      tx,
      order.tasks.flatMap(({ assigneeId }) => assigneeId ?? []),
    )
    return [
      ...(await placedBy(tx, order, event)),
      ...(workers.length ? workers : await admins(tx, order, event)),
    ]
  },
)

/** Who placed the order, whose form or tasks ended with it, and the beneficiary's contact who may follow it. */
export const involved = told<CancelledFacts>(
  'Who placed the order, whoever was asked for a form or had a task on it, and the invited contact of the client',
  async (tx, order, event) => {
    if (order.how === 'UNPAID') return placedBy(tx, order, event) // nobody else has heard of it
    const asked = await contacts(
      tx,
      order.recipients.map(({ contactId }) => contactId),
    )
    const working = order.tasks.map(({ assigneeId }) => assigneeId)
    return [
      ...(await placedBy(tx, order, event)),
      ...asked.flatMap((contact) => {
        const copied = order.recipients.find(({ contactId }) => contactId === contact.id)
        return copied ? [{ ...contact, name: copied.name, email: copied.email }] : []
      }),
      ...(await users(
        tx,
        working.filter((id) => id !== event.actorId),
      )),
      ...(order.paidAt && order.dashboardContactId ? await contacts(tx, [order.dashboardContactId]) : []),
    ]
  },
)

/** Whoever of the team keeps our promises. */
export const supportAndAdmins = told<unknown>('Support and admins', async (tx, facts, event) => {
  return [...(await team(tx, 'SUPPORT')), ...(await admins(tx, facts, event))]
})

/** Whoever was asked before somebody else was. */
export const formerRecipient = told<OnboardingFacts>('Whoever was asked before', async (tx, document) => {
  return document.formerRecipientId ? contacts(tx, [document.formerRecipientId]) : []
})

/** Whose second factor it was. */
export const factorsOwner = told<SecondFactorFacts>('Whose second factor it was', async (tx, { userId }) => {
  return users(tx, [userId])
})

/** The invited contact. */
export const invitedContact = told<InvitationFacts>('The invited contact', async (tx, invitation) => {
  return invitation.contactId ? contacts(tx, [invitation.contactId]) : []
})

/** The invited member of the team. */
export const invitedUser = told<InvitationFacts>('The invited colleague', async (tx, invitation) => {
  return users(tx, [invitation.subjectId])
})
