import { useEffect, useRef, type RefObject } from 'react'
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
export function useReadMark(
  orderId: string,
  newest: string | undefined,
  place: RefObject<HTMLElement | null>,
): void {
  const bearer = useBearer()
  const { reload } = useWho()
  const marked = useRef('')
  useEffect(() => {
    const element = place.current
    if (!element || newest === undefined || marked.current === newest) return
    let seen = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      clearTimeout(timer)
      if (!seen || document.visibilityState !== 'visible') return
      timer = setTimeout(() => {
        marked.current = newest
        // A mark that did not arrive is set with the next entry, or the next visit.
        void ask(MarkReadDocument, { orderId, upTo: newest }, bearer).then(reload, () => {})
      }, LOOK_MS)
    }
    const observer = new IntersectionObserver(([entry]) => {
      seen = entry?.isIntersecting ?? false
      look()
    })
    observer.observe(element)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('visibilitychange', look)
    }
  }, [orderId, newest, place, bearer, reload])
}
