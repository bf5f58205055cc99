import { Fragment, useState } from 'react'
import type { ActivityPartsFragment } from '../../gen/operations.js'
import { useWho } from '../../shell/viewer.js'
import { talkWords as words } from '../../words/talk.js'
import { FeedEntry } from './FeedEntry.js'

interface FeedListProps {
  /** Newest first. */
  entries: readonly ActivityPartsFragment[]
  /** How far the reader had read when they came; null while that is not known. */
  readUpTo: string | null
  buys: boolean
  isCampaign: boolean
}

/** What happened and what was written, the newest first; what is new since the reader's last visit stands above a line. */
export function FeedList({ entries, readUpTo, buys, isCampaign }: FeedListProps) {
  const { viewer } = useWho()
  const me = viewer?.user?.id
  const firstKnown = readUpTo === null ? -1 : entries.findIndex(({ sequence }) => reached(readUpTo, sequence))
  const hasNew = firstKnown > 0 && entries.slice(0, firstKnown).some((entry) => isNews(entry, me))
  return (
    <>
      <Announcement entries={entries} me={me} />
      <ol className="feed">
        {entries.map((entry, index) => (
          <Fragment key={entry.sequence}>
            {hasNew && index === firstKnown && <li className="feed-new">{words.fresh}</li>}
            <FeedEntry entry={entry} mine={entry.actor.id === me} {...{ buys, isCampaign }} />
          </Fragment>
        ))}
      </ol>
    </>
  )
}

const reached = (readUpTo: string, sequence: string): boolean => BigInt(readUpTo) >= BigInt(sequence)

/** What a reader may have missed: what others wrote. */
function isNews({ __typename, actor }: ActivityPartsFragment, me: string | undefined): boolean {
  return __typename === 'MessageEntry' && actor.id !== me
}

/** Tells whoever does not see it that somebody has written. */
function Announcement({
  entries,
  me,
}: {
  entries: readonly ActivityPartsFragment[]
  me: string | undefined
}) {
  const [first, setFirst] = useState<string>()
  const newest = entries[0]
  if (newest && first === undefined) setFirst(newest.sequence)
  const news =
    first !== undefined && entries.find((entry) => isNews(entry, me) && !reached(first, entry.sequence))
  return (
    <p className="unseen" role="status">
      {news && words.came(news.actor.name)}
    </p>
  )
}
