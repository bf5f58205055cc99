import type { ActivityFragment, OrderPageFragment } from '../gen/documents.js'

/** What a timeline's entries are about: its name, and the page that shows it. */
export interface Subject {
  name: string
  to?: string
}

export type Subjects = Record<string, Subject>

/** The documents, tasks, add-ons, campaign and appointment of an order by their ids. */
export function subjectsOf(order: OrderPageFragment): Subjects {
  const subjects: Subjects = {}
  for (const { onboarding, provisioning, service } of order.lines) {
    const name = service?.name ?? ''
    if (onboarding) subjects[onboarding.id] = { name, to: `/onboardingDocuments/${onboarding.id}/show` }
    if (provisioning) subjects[provisioning.id] = { name }
  }
  const { campaign } = order
  if (campaign) subjects[campaign.id] = { name: campaign.packageName, to: `/campaigns/${campaign.id}/show` }
  const { appointment } = order
  if (appointment)
    subjects[appointment.id] = {
      name: appointment.counterpart?.name ?? appointment.serviceName,
      to: `/appointments/${appointment.id}/show`,
    }
  for (const task of order.tasks ?? []) subjects[task.id] = { name: task.title, to: `/tasks/${task.id}/show` }
  return subjects
}

/** The id of what an entry is about, where it is about a part of the order. */
export function subjectId(entry: ActivityFragment): string | undefined {
  if ('documentId' in entry) return entry.documentId
  if ('taskId' in entry) return entry.taskId
  if ('disputeId' in entry) return entry.disputeId
  if ('campaignId' in entry) return entry.campaignId
  if ('appointmentId' in entry) return entry.appointmentId
  if ('subjectId' in entry) return entry.subjectId
  return 'provisioningId' in entry ? entry.provisioningId : undefined
}
