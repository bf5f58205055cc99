import { useState } from 'react'
import { RequestRevisionDocument } from '../../gen/operations.js'
import { Dialog } from '../../ui/Dialog.js'
import { DialogEnd } from '../../ui/DialogEnd.js'
import { TextArea } from '../../ui/TextArea.js'
import { Refused } from '../../wire/refused.js'
import { useVerb } from '../../wire/use-verb.js'
import { deliveryWords as words } from '../../words/delivery.js'
import { expected } from '../../words/refusals.js'
import type { Order } from './order-parts.js'

interface RevisionDialogProps {
  order: Order
  onClose: () => void
  onAsked: () => void
}

/** What is to be changed in the delivered work, in the buyer's words. */
export function RevisionDialog({ order, onClose, onAsked }: RevisionDialogProps) {
  const { run, pending, error } = useVerb(RequestRevisionDocument)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const refused = error instanceof Refused ? error.at('text') : undefined
  const empty = tried && text.trim() === '' ? words.reviseEmpty : undefined

  const send = async (): Promise<void> => {
    setTried(true)
    if (text.trim() === '') return
    if (!(await run({ id: order.id, text: text.trim(), expectedVersion: order.version }))) return
    onClose()
    onAsked()
  }
  return (
    <Dialog title={words.reviseTitle} onClose={onClose}>
      <p>{words.reviseLead(order.revisionsLeft)}</p>
      <TextArea
        label={words.reviseLabel}
        help={words.reviseHelp}
        problem={empty ?? (refused && expected(refused))}
        rows={6}
        value={text}
        onValue={setText}
      />
      <DialogEnd
        error={refused ? undefined : error}
        send={words.reviseSend}
        back={words.back}
        busy={pending}
        onSend={() => void send()}
        onBack={onClose}
      />
    </Dialog>
  )
}
