import type { Pages } from '../wire/use-pages.js'
import { common } from '../words/common.js'
import { Button } from './Button.js'

/** The way to the rest of a list; nothing where all of it is shown. `of` names the list to who does not see where it stands. */
export function More({ list: { more, reading }, of }: { list: Pages<unknown>; of: string }) {
  if (!more) return null
  return (
    <div>
      <Button kind="quiet" busy={reading} onClick={more}>
        {common.more}
        <span className="unseen"> {of}</span>
      </Button>
    </div>
  )
}
