import { useRef } from 'react'
import { common } from '../../words/common.js'
import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { Bones, Failure } from '../../ui/Failure.js'
import { orderPageWords as words } from '../../words/order.js'
import { Composer } from './Composer.js'
import type { Talk } from './talk.js'
import { FeedList } from './FeedList.js'
import { Presence } from './Presence.js'
import type { Asking } from './use-asking.js'
import { useBeforeEyes } from './use-before-eyes.js'
import { useFeed } from './use-feed.js'
import { usePresence } from './use-presence.js'
import { useReadMark } from './use-read-mark.js'

interface FeedCardProps {
  order: Talk
  buys: boolean
  asking: Asking
  title?: string
}

/** The order's timeline and messages, newest first, who else reads them, and the place to write. */
export function FeedCard({ order, buys, asking, title = words.feed }: FeedCardProps) {
  const place = useRef<HTMLDivElement>(null)
  const desk = useRef<HTMLDivElement>(null)
  const isBeforeEyes = useBeforeEyes(place)
  const isAtDesk = useBeforeEyes(desk)
  const people = usePresence(order.id, isBeforeEyes || isAtDesk)
  const { entries, readUpTo, loading, live, error, catchUp, older } = useFeed(order.id, marksOf(people))
  useReadMark(order.id, entries[0]?.sequence, isBeforeEyes)
  return (
    <Card
      title={title}
      action={
        <span className="live" data-live={live} role="status">
          {live ? common.live : common.notLive}
        </span>
      }
    >
      <div ref={desk}>
        <Composer order={order} buys={buys} asking={asking} onPosted={catchUp} />
      </div>
      <hr className="tear" />
      <Presence people={people} />
      <Failure error={error} onRetry={() => void catchUp()} />
      {loading && <Bones />}
      {!loading && entries.length === 0 && <p className="muted">{words.feedEmpty}</p>}
      <div ref={place}>
        <FeedList
          entries={entries}
          readUpTo={readUpTo}
          buys={buys}
          isCampaign={order.channel !== undefined}
        />
      </div>
      {older && (
        <div>
          <Button kind="quiet" onClick={() => void older()}>
            {words.older}
          </Button>
        </div>
      )}
    </Card>
  )
}

/** Changes whenever somebody has read on. */
function marksOf(people: readonly { id: string; readUpTo: string }[]): string {
  return people
    .map(({ id, readUpTo }) => `${id}:${readUpTo}`)
    .toSorted()
    .join(' ')
}
