import { useCallback, useEffect, useState } from 'react'
import {
  ActivityDocument,
  ActivityLiveDocument,
  type ActivityLiveSubscription,
} from '../../gen/operations.js'
import { ask } from '../../wire/ask.js'
import { useBearer } from '../../wire/caller.js'
import { useLive } from '../../wire/use-live.js'

export type Entry = NonNullable<ActivityLiveSubscription['orderActivity']>

interface Feed {
  /** Oldest first, each once. */
  entries: Entry[]
  loading: boolean
  live: boolean
  error: Error | undefined
  /** Reads what came after the last entry: for when the socket is away. */
  catchUp: () => Promise<void>
}

/**
 * An order's feed: what is there, then what comes, with no gap and no double. The subscription always carries the last
 * sequence that is here, also when the socket comes back, and the log replays from it.
 */
export function useFeed(orderId: string): Feed {
  const bearer = useBearer()
  const [entries, setEntries] = useState<Entry[]>([])
  const [read, setRead] = useState(false)
  const [error, setError] = useState<Error>()
  const last = entries.at(-1)?.sequence ?? null

  const catchUp = useCallback(
    () =>
      ask(ActivityDocument, { id: orderId, after: last }, bearer)
        .then(
          ({ order }) => {
            setEntries((before) => withEntries(before, order?.activity.nodes ?? []))
            setError(undefined)
          },
          (caught: Error) => setError(caught),
        )
        .finally(() => setRead(true)),
    [orderId, last, bearer],
  )

  useEffect(() => {
    if (!read) void catchUp()
  }, [read, catchUp])

  const live = useLive(ActivityLiveDocument, read ? orderId : null, {
    variables: () => ({ orderId, after: last }),
    onEvent: ({ orderActivity }) =>
      orderActivity && setEntries((before) => withEntries(before, [orderActivity])),
  })
  return { entries, loading: !read, live, error, catchUp }
}

/** Both lists as one, in the log's order, each entry once: a replay may overlap with what was read. */
export function withEntries(before: Entry[], more: readonly Entry[]): Entry[] {
  const known = new Set(before.map((entry) => entry.sequence))
  const fresh = more.filter((entry) => !known.has(entry.sequence))
  if (fresh.length === 0) return before
  return [...before, ...fresh].sort((a, b) => Number(a.sequence) - Number(b.sequence))
}
