import { talkWords as words } from '../../words/talk.js'
import type { FeedPerson } from './use-presence.js'

/** Who else is on the feed just now, and who writes. */
export function Presence({ people }: { people: readonly FeedPerson[] }) {
  const typing = people.filter(({ isTyping }) => isTyping).map(({ name }) => name)
  const here = people.filter(({ isPresent }) => isPresent).map(({ name }) => name)
  return (
    <p className="presence" role="status">
      {typing.length > 0 ? (
        <span data-typing="true">{words.typing(typing)}</span>
      ) : (
        here.length > 0 && words.here(here)
      )}
    </p>
  )
}
