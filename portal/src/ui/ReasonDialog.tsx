import { useState, type ReactNode } from 'react'
import { Refused } from '../wire/refused.js'
import { expected } from '../words/refusals.js'
import { Dialog } from './Dialog.js'
import { DialogEnd } from './DialogEnd.js'
import { TextArea } from './TextArea.js'

interface ReasonDialogProps {
  words: {
    title: string
    lead: ReactNode
    label: string
    help: string
    empty: string
    send: string
    back: string
  }
  /** The name of the text among the verb's arguments; what was refused about it is said at the field. */
  field: string
  stern?: boolean
  pending: boolean
  error: Error | undefined
  /** Gets the text without blanks around it. */
  onSend: (text: string) => void
  onClose: () => void
}

/** Asks for a few words that go with a verb. */
export function ReasonDialog({ words, field, stern, pending, error, onSend, onClose }: ReasonDialogProps) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const refused = error instanceof Refused ? error.at(field) : undefined
  const empty = tried && text.trim() === '' ? words.empty : undefined
  const send = (): void => {
    setTried(true)
    if (text.trim() !== '') onSend(text.trim())
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.lead}</p>
      <TextArea
        label={words.label}
        help={words.help}
        problem={empty ?? (refused && expected(refused))}
        value={text}
        onValue={setText}
      />
      <DialogEnd
        error={refused ? undefined : error}
        send={words.send}
        back={words.back}
        stern={stern}
        busy={pending}
        onSend={send}
        onBack={onClose}
      />
    </Dialog>
  )
}
