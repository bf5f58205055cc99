import type { AppointmentRowFragment } from '../gen/documents.js'

const awaited = {
  PENDING: 'begin',
  OUTREACH: 'reach',
  FOLLOW_UP: 'reach',
  CONFIRMED: 'meet',
  UNREACHABLE: 'decide',
  NO_SHOW: 'retry',
} as const

type Awaited = (typeof awaited)[keyof typeof awaited] | 'say'

/** What the moment that matters now is for; nothing where there is none. `now` is the trade's time in milliseconds. */
export function awaitedOf(
  { status, dueAt, endsAt }: Pick<AppointmentRowFragment, 'status' | 'dueAt' | 'endsAt'>,
  now: number,
): Awaited | undefined {
  if (status === 'CONFIRMED' && endsAt && Date.parse(endsAt) <= now) return 'say'
  return dueAt && status in awaited ? awaited[status as keyof typeof awaited] : undefined
}
