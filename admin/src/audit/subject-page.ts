const pages: Record<string, string> = {
  Order: 'orders',
  OnboardingDocument: 'onboardingDocuments',
  Campaign: 'campaigns',
  Dispute: 'disputes',
  Task: 'tasks',
  Organisation: 'organisations',
  User: 'staff',
  Service: 'services',
  Report: 'reports',
  Mail: 'mails',
}

/** Where a thing of the log has a page of its own; else the order it belongs to. */
export function pageOf(entry: {
  aggregateId: string
  subjectKind?: string | null
  streamId: string
}): string | undefined {
  const page = pages[entry.subjectKind ?? '']
  if (page) return `/${page}/${entry.aggregateId}/show`
  return entry.streamId.startsWith('ord_') ? `/orders/${entry.streamId}/show` : undefined
}

/** The log of one thing. */
export function logOf(id: string): string {
  return `/auditEntries?filter=${encodeURIComponent(JSON.stringify({ about: [id] }))}`
}
