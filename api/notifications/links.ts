import type { InvitationFacts, MembershipFacts, OnboardingFacts } from './facts.js'
import type { LinkRef } from './mint-link.js'
import type { AppointmentFacts } from './outreach-facts.js'
import type { Recipient } from './recipient.js'

/** The form, for the person who was chosen to answer; others who are told get no link to it. */
export function formLink(document: OnboardingFacts, to: Recipient): LinkRef | undefined {
  return to.id === document.recipientId
    ? { kind: 'onboarding', documentId: document.documentId, round: document.round }
    : undefined
}

/** The invitation to an organisation or to the team. */
export function joinLink({ subjectId }: InvitationFacts): LinkRef {
  return { kind: 'invitation', subjectId }
}

/** The invitation to the dashboard, while it is not accepted. */
export function membershipLink(order: MembershipFacts): LinkRef | undefined {
  return order.accepted ? undefined : { kind: 'invitation', subjectId: order.memberId }
}

/** The appointment, for its counterpart; others open the order's page. */
export function ownAppointment(of: AppointmentFacts, to: Recipient): LinkRef | undefined {
  const { appointmentId, counterpartId } = of
  return to.id === counterpartId ? { kind: 'appointment', appointmentId, counterpartId } : undefined
}

/** The same, for a mail that asks for a time: it is not sent any more once one was agreed on. */
export function appointmentToAnswer(of: AppointmentFacts, to: Recipient): LinkRef | undefined {
  const { appointmentId, counterpartId } = of
  if (to.id !== counterpartId) return undefined
  return {
    kind: 'appointment',
    appointmentId,
    counterpartId,
    while: ['OUTREACH', 'FOLLOW_UP', 'UNREACHABLE'],
  }
}

/** The same, for a mail that tells of a time to come: in their morning it may be over, or another. */
export function appointmentToCome(of: AppointmentFacts, to: Recipient): LinkRef | undefined {
  const { appointmentId, counterpartId, startsAt } = of
  if (to.id !== counterpartId || !startsAt) return undefined
  return {
    kind: 'appointment',
    appointmentId,
    counterpartId,
    while: ['CONFIRMED'],
    startsAt: startsAt.toISOString(),
  }
}
