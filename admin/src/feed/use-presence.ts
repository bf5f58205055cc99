import { useEffect, useState } from 'react'
import { FeedPresenceDocument, type FeedPersonShownFragment } from '../gen/documents.js'
import { useLive } from '../live/use-live.js'

/**
 * Who else is at a feed, live. Whoever follows this counts as being there, so it stops while the page is not seen: what
 * comes meanwhile is mailed.
 */
export function usePresence(orderId: string): readonly FeedPersonShownFragment[] {
  const visible = useVisible()
  const [people, setPeople] = useState<readonly FeedPersonShownFragment[]>([])
  useEffect(() => setPeople([]), [orderId])
  useLive(FeedPresenceDocument, visible ? { orderId } : undefined, (data) =>
    setPeople(data.feedPresence.people),
  )
  return people
}

/** Whether the page is before somebody's eyes. */
export function useVisible(): boolean {
  const [visible, setVisible] = useState(() => document.visibilityState === 'visible')
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return visible
}
