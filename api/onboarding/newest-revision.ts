import { Refusal } from '../lib/refusal.js'

/** A decision is about what was looked at: the newest revision, by its id. @refuses NOT_NEWEST_REVISION */
export function requireNewest(document: { newestRevisionId: string | null }, revisionId: string): void {
  if (document.newestRevisionId !== revisionId)
    throw new Refusal('NOT_NEWEST_REVISION', undefined, { current: document.newestRevisionId })
}
