import { useEffect, useState } from 'react'
import { FeedPresenceDocument, type FeedPresenceSubscription } from '../../gen/operations.js'
import { useLive } from '../../wire/use-live.js'

/** Somebody else who has been at a feed. */
export type FeedPerson = FeedPresenceSubscription['feedPresence']['people'][number]

/**
 * Who else is at a feed, live. Whoever follows this counts as being there, so it stops while the page is not seen: what
 * comes meanwhile is mailed.
 */
export function usePresence(orderId: string): readonly FeedPerson[] {
  const visible = useVisible()
  const [people, setPeople] = useState<readonly FeedPerson[]>([])
  useLive(FeedPresenceDocument, visible ? orderId : null, {
    variables: () => ({ orderId }),
    onEvent: ({ feedPresence }) => setPeople(feedPresence.people),
  })
  return people
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(() => document.visibilityState === 'visible')
  useEffect(() => {
    const look = (): void => setVisible(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return visible
}
