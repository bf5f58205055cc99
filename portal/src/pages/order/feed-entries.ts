import type { ActivityPartsFragment } from '../../gen/operations.js'

type Entry = ActivityPartsFragment

/** What of a feed is here. */
export interface Held {
  /** Newest first, each once. */
  entries: Entry[]
  /** From where to read what came before; null where nothing did. */
  cursor: string | null
}

/** A page of a feed as the API gives it, newest first. */
export interface FeedPage {
  nodes: Entry[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** What is here, and a page of what came before it. */
export function withOlder({ entries }: Held, page: FeedPage): Held {
  return { entries: withEntries(entries, page.nodes), cursor: cursorOf(page) }
}

/** What is here, and the newest page; one that does not reach what is here would leave a gap, so it takes its place. */
export function withNewest(held: Held, page: FeedPage): Held {
  const known = new Set(held.entries.map(({ sequence }) => sequence))
  if (!page.nodes.some(({ sequence }) => known.has(sequence)))
    return { entries: withEntries([], page.nodes), cursor: cursorOf(page) }
  return { entries: withEntries(held.entries, page.nodes), cursor: held.cursor }
}

/**
 * Both lists as one, newest first, each entry once: a replay may overlap with what was read, and what was read again knows
 * better who has read it.
 */
export function withEntries(before: readonly Entry[], more: readonly Entry[]): Entry[] {
  const all = new Map([...before, ...more].map((entry) => [entry.sequence, entry]))
  return [...all.values()].sort((a, b) => Number(b.sequence) - Number(a.sequence))
}

function cursorOf({ pageInfo: { hasNextPage, endCursor } }: FeedPage): string | null {
  return hasNextPage ? endCursor : null
}
