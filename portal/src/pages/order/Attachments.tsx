import { useId, useRef } from 'react'
import { Button } from '../../ui/Button.js'
import { talkWords as words } from '../../words/talk.js'
import { fileWords } from '../../words/onboarding.js'
import { GatheredFiles } from '../onboarding/GatheredFiles.js'
import type { Gathered } from '../onboarding/use-gathered.js'

/** As many files as one message may carry. */
export const MOST_ATTACHED = 10

/** The files of a message that is being written, and the way to add some. */
export function Attachments({ attached }: { attached: Gathered }) {
  const { uploads, room } = attached
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  return (
    <div className="stack-tight">
      <GatheredFiles gathered={attached} />
      <div>
        <input
          ref={input}
          hidden
          type="file"
          multiple
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])].slice(0, room)
            if (chosen.length > 0) uploads.start('message', chosen)
            event.target.value = ''
          }}
        />
        <Button
          kind="plain"
          aria-describedby={id}
          refusal={room > 0 ? null : fileWords.full}
          onClick={() => input.current?.click()}
        >
          {words.attach}
        </Button>
        <span id={id} className="unseen">
          {words.attachHelp}
        </span>
      </div>
    </div>
  )
}
