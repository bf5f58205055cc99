import type { ActivityPartsFragment } from '../../gen/operations.js'
import { initials, moment } from '../../format/format.js'
import { orderPageWords as words } from '../../words/order.js'
import { entryText, entryMark } from '../../words/feed.js'

interface FeedEntryProps {
  entry: ActivityPartsFragment
  buys: boolean
  isCampaign: boolean
}

/** One thing that happened, or that somebody wrote. */
export function FeedEntry({ entry, buys, isCampaign }: FeedEntryProps) {
  const message = entry.__typename === 'MessageEntry' ? (entry.body ?? words.erased) : null
  const ours = entry.actor.kind === 'staff' || entry.actor.kind === 'system'
  const mark = entryMark(entry)
  return (
    <li>
      {message === null ? (
        <span className={mark ? `feed-dot feed-dot-${mark}` : 'feed-dot'} />
      ) : (
        <span className={ours ? 'feed-face' : 'feed-face feed-face-theirs'} aria-hidden="true">
          {initials(entry.actor.name)}
        </span>
      )}
      <div>
        {message === null && <p>{entryText(entry, buys, isCampaign)}</p>}
        <p className="feed-meta">
          <strong>{entry.actor.name}</strong>
          <time dateTime={entry.occurredAt}>{moment(entry.occurredAt)}</time>
          {message !== null && <span>{words.seenBy[entry.visibility]}</span>}
        </p>
        {message !== null && <div className={ours ? 'bubble bubble-us' : 'bubble'}>{message}</div>}
      </div>
    </li>
  )
}
