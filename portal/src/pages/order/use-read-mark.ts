import { useEffect, useRef } from 'react'
import { MarkReadDocument } from '../../gen/operations.js'
import { useWho } from '../../shell/viewer.js'
import { ask } from '../../wire/ask.js'
import { useBearer } from '../../wire/caller.js'

/** How long something is looked at until it counts as read. */
const LOOK_MS = 800

/**
 * Marks a feed as read up to its newest entry while it stands before the reader's eyes. What was told of it is read with
 * it, so the bell is counted again.
 */
export function useReadMark(orderId: string, newest: string | undefined, isBeforeEyes: boolean): void {
  const bearer = useBearer()
  const { reload } = useWho()
  const marked = useRef('')
  useEffect(() => {
    if (!isBeforeEyes || newest === undefined || marked.current === newest) return
    const timer = setTimeout(() => {
      marked.current = newest
      // A mark that did not arrive is set with the next entry, or the next visit.
      void ask(MarkReadDocument, { orderId, upTo: newest }, bearer).then(reload, () => {})
    }, LOOK_MS)
    return () => clearTimeout(timer)
  }, [orderId, newest, isBeforeEyes, bearer, reload])
}
