import { useState } from 'react'
import { FeedPresenceDocument, type FeedPresenceSubscription } from '../../gen/operations.js'
import { useLive } from '../../wire/use-live.js'

/** Somebody else who has been at a feed. */
export type FeedPerson = FeedPresenceSubscription['feedPresence']['people'][number]

/** Who else is at a feed, live. Whoever follows this counts as being there: only while it, or where one writes, is seen. */
export function usePresence(orderId: string, isThere: boolean): readonly FeedPerson[] {
  const [people, setPeople] = useState<readonly FeedPerson[]>([])
  useLive(FeedPresenceDocument, isThere ? orderId : null, {
    variables: () => ({ orderId }),
    onEvent: ({ feedPresence }) => setPeople(feedPresence.people),
  })
  return people
}
