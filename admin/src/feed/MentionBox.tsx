import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useId, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslate } from 'react-admin'
import { MentionableDocument } from '../gen/documents.js'
import { useAsk } from '../shared/use-ask.js'
import { CallableList } from './CallableList.js'
import type { Callable } from './draft.js'
import type { MessageDraft } from './use-message-draft.js'

/** What is typed of a name after an @, up to the caret. */
const beginsName = /(?:^|\s)@([\p{L}\p{N}.'’-]{0,40})$/u

interface MentionBoxProps {
  box: RefObject<HTMLTextAreaElement | null>
  orderId: string
  draft: MessageDraft
  autoFocus?: boolean | undefined
  onTyping: () => void
  onEnter: () => void
}

/** The words of a message; an @ calls upon somebody who may read them. Enter posts, with Shift it begins a line. */
export function MentionBox({ box, orderId, draft, autoFocus, onTyping, onEnter }: MentionBoxProps) {
  const translate = useTranslate()
  const list = useId()
  const { typed, people, asking, at, setAt, see, close } = useNames(orderId, draft)
  const open = typed !== undefined && people.length > 0
  const take = (person: Callable) => {
    if (!typed) return
    draft.callUpon(person, typed.from, typed.to)
    close()
    box.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (open && walks(event.key)) {
      event.preventDefault()
      if (event.key === 'Escape') return close()
      const person = people[at]
      if ((event.key === 'Enter' || event.key === 'Tab') && person) return take(person)
      return setAt((at + (event.key === 'ArrowDown' ? 1 : people.length - 1)) % people.length)
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    // Whoever types a name faster than it is found means the name, not to post half of it.
    if (!asking) onEnter()
  }
  return (
    <Box sx={{ position: 'relative' }}>
      <TextField
        inputRef={box}
        label={translate('orders.message')}
        helperText={translate(draft.visibility === 'STAFF' ? 'feed.noteHelp' : 'feed.help')}
        multiline
        minRows={2}
        maxRows={12}
        fullWidth
        autoFocus={autoFocus}
        value={draft.body}
        onChange={(event) => {
          draft.write(event.target.value)
          see(event.target.value, event.target.selectionStart ?? event.target.value.length)
          onTyping()
        }}
        onKeyDown={press}
        onBlur={close}
        sx={
          draft.visibility === 'STAFF'
            ? { '& .MuiOutlinedInput-root': { bgcolor: 'action.hover' } }
            : undefined
        }
        slotProps={{
          htmlInput: {
            'aria-autocomplete': 'list',
            ...(open ? { 'aria-controls': list, 'aria-activedescendant': `${list}-${at}` } : {}),
          },
        }}
      />
      {open ? <CallableList id={list} people={people} at={at} onTake={take} /> : null}
    </Box>
  )
}

function walks(key: string): boolean {
  return ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'].includes(key)
}

/** What is typed of a name and whose names begin so; `at` is the one that Enter would take. */
function useNames(orderId: string, { visibility }: MessageDraft) {
  const [typed, setTyped] = useState<{ text: string; from: number; to: number }>()
  const [at, setAt] = useState(0)
  const asked = typed ? { orderId, visibility, search: typed.text } : undefined
  const { data, isLoading } = useAsk(['mentionable'], MentionableDocument, asked)
  const see = (body: string, caret: number) => {
    const text = beginsName.exec(body.slice(0, caret))?.[1]
    setAt(0)
    setTyped(text === undefined ? undefined : { text, from: caret - text.length - 1, to: caret })
  }
  const people = data?.mentionable ?? []
  const asking = isLoading && Boolean(typed?.text)
  return { typed, people, asking, at, setAt, see, close: () => setTyped(undefined) }
}
