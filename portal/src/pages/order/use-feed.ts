import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import { ActivityDocument, ActivityLiveDocument, type ActivityPartsFragment } from '../../gen/operations.js'
import { ask } from '../../wire/ask.js'
import { useBearer } from '../../wire/caller.js'
import { useLive } from '../../wire/use-live.js'
import { type Held, withEntries, withNewest, withOlder } from './feed-entries.js'

interface Feed {
  /** Newest first, each once. */
  entries: ActivityPartsFragment[]
  /** How far the reader had read when they came. */
  readUpTo: string | null
  loading: boolean
  live: boolean
  error: Error | undefined
  /** Reads the newest entries: for when the socket is away, or others have read on. */
  catchUp: () => Promise<void>
  /** Reads what came before; undefined where nothing did. */
  older: (() => Promise<void>) | undefined
}

/**
 * An order's feed: what is there, then what comes, with no gap and no double. The subscription always carries the last
 * sequence that is here, also when the socket comes back, and the log replays from it. `marks` changes when somebody has
 * read on: then the newest entries are read again, with who has read them.
 */
export function useFeed(orderId: string, marks: string): Feed {
  const bearer = useBearer()
  const [held, setHeld] = useState<Held>({ entries: [], cursor: null })
  const [readUpTo, setReadUpTo] = useState<string | null>(null)
  const [read, setRead] = useState(false)
  const [error, setError] = useState<Error>()

  const readPage = useCallback(
    (after: string | null) =>
      ask(ActivityDocument, { id: orderId, after }, bearer)
        .then(
          ({ order }) => {
            if (order) setHeld((before) => (after ? withOlder : withNewest)(before, order.activity))
            setReadUpTo((before) => before ?? order?.readUpTo ?? null)
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
  const again = useEffectEvent(() => {
    if (read) void catchUp()
  })
  useEffect(() => {
    if (marks) again()
  }, [marks])

  const live = useLive(ActivityLiveDocument, read ? orderId : null, {
    variables: () => ({ orderId, after: held.entries[0]?.sequence ?? null }),
    onEvent: ({ orderActivity }) => {
      if (orderActivity)
        setHeld(({ entries, cursor }) => ({ entries: withEntries(entries, [orderActivity]), cursor }))
    },
  })
  const { entries, cursor } = held
  const older = cursor ? () => readPage(cursor) : undefined
  return { entries, readUpTo, loading: !read, live, error, catchUp, older }
}
