import { common } from '../../words/common.js'
import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { Bones, Failure } from '../../ui/Failure.js'
import { orderPageWords as words } from '../../words/order.js'
import { Composer, type Talk } from './Composer.js'
import { FeedEntry } from './FeedEntry.js'
import { useFeed } from './use-feed.js'

interface FeedCardProps {
  order: Talk
  buys: boolean
  title?: string
}

/** The order's timeline and messages, newest first, and the place to write. */
export function FeedCard({ order, buys, title = words.feed }: FeedCardProps) {
  const { entries, loading, live, error, catchUp, older } = useFeed(order.id)
  return (
    <Card
      title={title}
      action={
        <span className="live" data-live={live} role="status">
          {live ? common.live : common.notLive}
        </span>
      }
    >
      <Composer order={order} buys={buys} onPosted={catchUp} />
      <hr className="tear" />
      <Failure error={error} onRetry={() => void catchUp()} />
      {loading && <Bones />}
      {!loading && entries.length === 0 && <p className="muted">{words.feedEmpty}</p>}
      <ol className="feed">
        {entries.map((entry) => (
          <FeedEntry
            key={entry.sequence}
            entry={entry}
            buys={buys}
            isCampaign={order.channel !== undefined}
          />
        ))}
      </ol>
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
