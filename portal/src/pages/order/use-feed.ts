import { useCallback, useEffect, useState } from 'react'
import { ActivityDocument, ActivityLiveDocument, type ActivityPartsFragment } from '../../gen/operations.js'
import { ask } from '../../wire/ask.js'
import { useBearer } from '../../wire/caller.js'
import { useLive } from '../../wire/use-live.js'

interface Feed {
  /** Newest first, each once. */
  entries: ActivityPartsFragment[]
  loading: boolean
  live: boolean
  error: Error | undefined
  /** Reads the newest entries: for when the socket is away. */
  catchUp: () => Promise<void>
  /** Reads what came before; undefined where nothing did. */
  older: (() => Promise<void>) | undefined
}

/**
 * An order's feed: what is there, then what comes, with no gap and no double. The subscription always carries the last
 * sequence that is here, also when the socket comes back, and the log replays from it.
 */
export function useFeed(orderId: string): Feed {
  const bearer = useBearer()
  const [entries, setEntries] = useState<ActivityPartsFragment[]>([])
  const [cursor, setCursor] = useState<string | null>(null)
  const [read, setRead] = useState(false)
  const [error, setError] = useState<Error>()

  const readPage = useCallback(
    (after: string | null) =>
      ask(ActivityDocument, { id: orderId, after }, bearer)
        .then(
          ({ order }) => {
            const { nodes = [], pageInfo } = order?.activity ?? {}
            setEntries((before) => withPage(before, nodes, after !== null))
            setCursor((before) =>
              after === null && before !== null ? before : (pageInfo?.endCursor ?? null),
            )
            if (!pageInfo?.hasNextPage) setCursor(null)
            setError(undefined)
          },
          (caught: Error) => setError(caught),
        )
        .finally(() => setRead(true)),
    [orderId, bearer],
  )
  const catchUp = useCallback(() => readPage(null), [readPage])

  useEffect(() => {
    if (!read) void catchUp()
  }, [read, catchUp])

  const live = useLive(ActivityLiveDocument, read ? orderId : null, {
    variables: () => ({ orderId, after: entries[0]?.sequence ?? null }),
    onEvent: ({ orderActivity }) => {
      if (orderActivity) setEntries((before) => withEntries(before, [orderActivity]))
    },
  })
  return { entries, loading: !read, live, error, catchUp, older: cursor ? () => readPage(cursor) : undefined }
}

/** A newest page that does not reach what is known would leave a gap: then it takes the place of all. */
function withPage(
  before: ActivityPartsFragment[],
  page: readonly ActivityPartsFragment[],
  older: boolean,
): ActivityPartsFragment[] {
  const known = new Set(before.map(({ sequence }) => sequence))
  const reaches = older || before.length === 0 || page.some(({ sequence }) => known.has(sequence))
  return withEntries(reaches ? before : [], page)
}

/** Both lists as one, newest first, each entry once: a replay may overlap with what was read. */
function withEntries(
  before: ActivityPartsFragment[],
  more: readonly ActivityPartsFragment[],
): ActivityPartsFragment[] {
  const known = new Set(before.map(({ sequence }) => sequence))
  const fresh = more.filter(({ sequence }) => !known.has(sequence))
  if (fresh.length === 0) return before
  return [...before, ...fresh].sort((a, b) => Number(b.sequence) - Number(a.sequence))
}
