import { useState } from 'react'
import { ChangeCounterpartDocument } from '../../gen/operations.js'
import { Dialog } from '../../ui/Dialog.js'
import { DialogEnd } from '../../ui/DialogEnd.js'
import { useVerb } from '../../wire/use-verb.js'
import { counterpartWords as words } from '../../words/appointments.js'
import type { Appointment } from './appointment-parts.js'
import { draftOf, emptyCounterpart, inputOf, missingIn, refusedIn } from './counterpart-draft.js'
import { CounterpartFields } from './CounterpartFields.js'

interface CounterpartDialogProps {
  appointment: Appointment
  onChange: () => void
  onClose: () => void
}

/** Corrects whom we try to reach, or names somebody else; outreach begins anew. */
export function CounterpartDialog({ appointment, onChange, onClose }: CounterpartDialogProps) {
  const { id, version, counterpart } = appointment
  const { run, pending, error } = useVerb(ChangeCounterpartDocument)
  const [draft, setDraft] = useState(counterpart ? draftOf(counterpart) : emptyCounterpart)
  const [tried, setTried] = useState(false)
  const missing = missingIn(draft)
  const refused = refusedIn(error)
  const send = async (): Promise<void> => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    if (!(await run({ id, counterpart: inputOf(draft), expectedVersion: version }))) return
    onClose()
    onChange()
  }
  return (
    <Dialog title={words.dialog} onClose={onClose}>
      <p>{words.lead}</p>
      <CounterpartFields
        draft={draft}
        problems={tried ? { ...refused, ...missing } : refused}
        onChange={setDraft}
      />
      <DialogEnd
        error={Object.keys(refused).length > 0 ? undefined : error}
        send={words.send}
        back={words.back}
        busy={pending}
        onSend={() => void send()}
        onBack={onClose}
      />
    </Dialog>
  )
}
