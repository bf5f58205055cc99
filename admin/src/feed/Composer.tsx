import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import { useTranslate } from 'react-admin'
import type { Visibility } from '../gen/schema.js'
import { useVerb } from '../verbs/use-verb.js'
import { Attached } from './Attached.js'
import { MentionBox } from './MentionBox.js'
import { ReaderChoice } from './ReaderChoice.js'
import { SavedReplyMenu } from './SavedReplyMenu.js'
import { useMessageDraft } from './use-message-draft.js'
import { useTyping } from './use-typing.js'

interface ComposerProps {
  orderId: string
  /** Who reads an answer to what was asked last, once that is known; anything may be chosen instead. */
  readers: Visibility | undefined
  /** Whether one can type at once. */
  autoFocus?: boolean
}

/** Writes on an order's feed: to the buyer, to everybody concerned, or as a note among us. Enter posts. */
export function Composer({ orderId, readers, autoFocus }: ComposerProps) {
  const translate = useTranslate()
  const box = useRef<HTMLTextAreaElement>(null)
  const draft = useMessageDraft(orderId, readers)
  const { body, visibility, mentions, files, sending } = draft
  const { run } = useVerb('postMessage')
  const noteTyping = useTyping(orderId, visibility)
  const ready = !sending && !files.busy && Boolean(body.trim() || files.ids.length)
  const post = async () => {
    if (!ready) return
    const input = { orderId, body, visibility, mentions, attachments: files.ids }
    await draft.send(async () => Boolean(await run(input, undefined, { quiet: true })))
    box.current?.focus()
  }
  return (
    <Box
      component="form"
      sx={{ mb: 2.5 }}
      onSubmit={(event) => {
        event.preventDefault()
        void post()
      }}
    >
      <MentionBox
        box={box}
        orderId={orderId}
        draft={draft}
        autoFocus={autoFocus}
        onTyping={noteTyping}
        onEnter={() => void post()}
      />
      <Attached files={files} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}>
        <ReaderChoice visibility={visibility} onChoose={draft.choose} />
        <SavedReplyMenu
          onChoose={(text) => {
            draft.insert(text, box.current?.selectionStart)
            box.current?.focus()
          }}
        />
        <Box sx={{ flex: 1 }} />
        <Button type="submit" variant="contained" disabled={!ready}>
          {translate('verbs.postMessage.label')}
        </Button>
      </Box>
    </Box>
  )
}
