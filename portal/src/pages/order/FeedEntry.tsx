import { initials, moment } from '../../format/format.js'
import { orderPageWords as words } from '../../words/order.js'
import { entryText, entryTone } from '../../words/feed.js'
import type { Entry } from './use-feed.js'

/** One thing that happened, or that somebody wrote. */
export function FeedEntry({ entry, zone }: { entry: Entry; zone: string | null }) {
  const message = entry.__typename === 'MessageEntry' ? entry.body : null
  const ours = entry.actor.kind === 'STAFF' || entry.actor.kind === 'SYSTEM'
  const tone = entryTone(entry)
  return (
    <li>
      {message === null ? (
        <span className={tone ? `feed-dot feed-dot-${tone}` : 'feed-dot'} />
      ) : (
        <span className={ours ? 'feed-face' : 'feed-face feed-face-theirs'} aria-hidden="true">
          {initials(entry.actor.name)}
        </span>
      )}
      <div>
        {message === null && <p>{entryText(entry)}</p>}
        <p className="feed-meta">
          <strong>{entry.actor.name}</strong>
          <time dateTime={entry.occurredAt}>{moment(entry.occurredAt, zone)}</time>
          {message !== null && <span>{words.seenBy[entry.visibility]}</span>}
        </p>
        {message !== null && <div className={ours ? 'bubble bubble-us' : 'bubble'}>{message}</div>}
      </div>
    </li>
  )
}
