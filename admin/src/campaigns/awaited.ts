import type { CampaignRowFragment } from '../gen/documents.js'

/** What the deadline that matters now is for; nothing where there is none. */
export function awaited({
  status,
  dueAt,
  payAgainBy,
}: Pick<CampaignRowFragment, 'status' | 'dueAt' | 'payAgainBy'>):
  | 'accept'
  | 'payAgain'
  | 'answer'
  | 'dispute'
  | undefined {
  if (!dueAt) return undefined
  if (status === 'AWAITING_ACCEPTANCE') return 'accept'
  if (status === 'COMPLETION_CLAIMED') return 'dispute'
  return dueAt === payAgainBy ? 'payAgain' : 'answer'
}
