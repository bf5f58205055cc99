import type { AppointmentRowFragment } from '../gen/documents.js'

const awaited = {
  PENDING: 'begin',
  OUTREACH: 'reach',
  FOLLOW_UP: 'reach',
  CONFIRMED: 'meet',
  UNREACHABLE: 'decide',
  NO_SHOW: 'retry',
} as const

/** What the moment that matters now is for; nothing where there is none. */
export function awaitedOf({
  status,
  dueAt,
}: Pick<AppointmentRowFragment, 'status' | 'dueAt'>): (typeof awaited)[keyof typeof awaited] | undefined {
  return dueAt && status in awaited ? awaited[status as keyof typeof awaited] : undefined
}
