import type { ReactNode } from 'react'
import type { ActivityPartsFragment } from '../../gen/operations.js'
import { initials, moment } from '../../format/format.js'
import { Chip } from '../../ui/Card.js'
import { orderPageWords as words } from '../../words/order.js'
import { entryText, entryMark } from '../../words/feed.js'
import { talkWords } from '../../words/talk.js'
import { DeliveredFile } from './DeliveredFile.js'
import { StatusCard } from './StatusCard.js'

interface FeedEntryProps {
  entry: ActivityPartsFragment
  /** Whether the reader has done it. */
  mine: boolean
  buys: boolean
  isCampaign: boolean
}

/** One thing that happened, or that somebody wrote. */
export function FeedEntry({ entry, mine, buys, isCampaign }: FeedEntryProps) {
  if (entry.__typename === 'MessageEntry') return <Message message={entry} mine={mine} />
  const mark = entryMark(entry)
  return (
    <li>
      <span className={mark ? `feed-dot feed-dot-${mark}` : 'feed-dot'} />
      <div>
        <p>{entryText(entry, buys, isCampaign)}</p>
        {entry.__typename === 'StatusCardEntry' && <StatusCard standing={entry.standing} />}
        <Meta entry={entry} />
      </div>
    </li>
  )
}

type MessageEntry = Extract<ActivityPartsFragment, { __typename: 'MessageEntry' }>

function Message({ message, mine }: { message: MessageEntry; mine: boolean }) {
  const { body, actor, kind, attachments, mentions } = message
  const ours = actor.kind === 'staff' || actor.kind === 'system'
  const chip = talkWords.chips[kind]
  return (
    <li>
      <span className={ours ? 'feed-face' : 'feed-face feed-face-theirs'} aria-hidden="true">
        {initials(actor.name)}
      </span>
      <div>
        <Meta entry={message}>
          <span>{words.seenBy[message.visibility]}</span>
          {chip && <Chip tone="act">{chip}</Chip>}
        </Meta>
        {mentions.length > 0 && (
          <p className="muted small">{talkWords.mentions(mentions.map(({ name }) => name))}</p>
        )}
        {body !== '' && <div className={ours ? 'bubble bubble-us' : 'bubble'}>{body ?? words.erased}</div>}
        {attachments.length > 0 && (
          <div className="files" role="group" aria-label={talkWords.files}>
            {attachments.map((file) => (
              <DeliveredFile key={file.id} file={file} />
            ))}
          </div>
        )}
        {mine && <ReadBy readers={message.readBy} />}
      </div>
    </li>
  )
}

/** That the reader's own message was read, and by whom. */
function ReadBy({ readers }: { readers: MessageEntry['readBy'] }) {
  return (
    <p className="feed-read" data-read={readers.length > 0}>
      {readers.length > 0 ? talkWords.readBy(readers.map(({ name }) => name)) : talkWords.notRead}
    </p>
  )
}

function Meta({ entry, children }: { entry: ActivityPartsFragment; children?: ReactNode }) {
  return (
    <p className="feed-meta">
      <strong>{entry.actor.name}</strong>
      <time dateTime={entry.occurredAt}>{moment(entry.occurredAt)}</time>
      {children}
    </p>
  )
}
