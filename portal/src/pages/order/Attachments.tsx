import { useId, useRef } from 'react'
import { Button } from '../../ui/Button.js'
import { talkWords as words } from '../../words/talk.js'
import { fileWords } from '../../words/onboarding.js'
import { FileRow, PendingRow } from '../onboarding/FileRow.js'
import type { Attached } from './use-attachments.js'

/** The files of a message that is being written, and the way to add some. */
export function Attachments({ attached }: { attached: Attached }) {
  const { files, uploads, room, remove } = attached
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  return (
    <div className="stack-tight">
      {(files.length > 0 || uploads.pending.length > 0) && (
        <div className="files">
          {files.map((file) => (
            <FileRow key={file.id} file={file} onRemove={() => remove(file.id)} />
          ))}
          {uploads.pending.map((pending) => (
            <PendingRow key={pending.id} pending={pending} uploads={uploads} />
          ))}
        </div>
      )}
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
