import { schema } from '../gen/schema.js'

type EnumName = keyof typeof schema.enums

/** States in the order in which work passes through them; the schema itself is sorted by name. */
const journey = [
  'AWAITING_PAYMENT',
  'AWAITING_ACCEPTANCE',
  'ACCEPTED',
  'CAMPAIGN_READY',
  'PENDING',
  'OUTREACH',
  'FOLLOW_UP',
  'CONFIRMED',
  'UNREACHABLE',
  'NO_SHOW',
  'ATTENDED',
  'REQUESTED',
  'DRAFT',
  'SUBMITTED',
  'ACTION_REQUIRED',
  'AWAITING_ONBOARDING',
  'IN_VERIFICATION',
  'OPEN',
  'ASSIGNED',
  'IN_PROGRESS',
  'WAITING',
  'IN_REVIEW',
  'ON_HOLD',
  'CHANGES_REQUESTED',
  'READY',
  'COMPLETION_CLAIMED',
  'DISPUTED',
  'AWAITING_CHANNEL',
  'UNDER_REVIEW',
  'AWAITING_INFORMATION',
  'APPROVED',
  'QUEUED',
  'TAKEN',
  'BOUNCED',
  'DONE',
  'DELIVERED',
  'COMPLETED',
  'CLOSED',
  'FAILED',
]

/** An enum's values in the order of the work; one that is new to us comes last. */
export function statesOf(name: EnumName): readonly string[] {
  const place = (value: string) => (journey.includes(value) ? journey.indexOf(value) : journey.length)
  return [...schema.enums[name]].sort((a, b) => place(a) - place(b))
}
