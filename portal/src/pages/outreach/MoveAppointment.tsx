import { useState } from 'react'
import { RescheduleAppointmentDocument } from '../../gen/operations.js'
import { ownZone } from '../../format/format.js'
import { Button } from '../../ui/Button.js'
import { Dialog } from '../../ui/Dialog.js'
import { DialogEnd } from '../../ui/DialogEnd.js'
import { useVerb } from '../../wire/use-verb.js'
import { moveWords as words } from '../../words/appointments.js'
import { actionOf, refusalOf } from '../order/order-parts.js'
import { type Appointment, nameOf, spanOf } from './appointment-parts.js'
import { FreeTimes } from './FreeTimes.js'

interface MoveProps {
  appointment: Appointment
  onChange: () => void
}

/** Proposing another time for an appointment that is agreed, while that is possible. */
export function MoveAppointment({ appointment, onChange }: MoveProps) {
  const [asked, setAsked] = useState(false)
  const action = actionOf(appointment, 'rescheduleAppointment')
  if (!action) return null
  return (
    <div>
      <Button kind="quiet" refusal={refusalOf(action)} onClick={() => setAsked(true)}>
        {words.button}
      </Button>
      {asked && <MoveDialog {...{ appointment, onChange }} onClose={() => setAsked(false)} />}
    </div>
  )
}

function MoveDialog({ appointment, onChange, onClose }: MoveProps & { onClose: () => void }) {
  const { id, version, minutes, counterpart } = appointment
  const { run, pending, error } = useVerb(RescheduleAppointmentDocument)
  const [chosen, setChosen] = useState<string | null>(null)
  const name = nameOf(appointment)
  const zone = counterpart?.timeZone
  const send = async (): Promise<void> => {
    if (!chosen || !(await run({ id, startsAt: chosen, expectedVersion: version }))) return
    onClose()
    onChange()
  }
  return (
    <Dialog title={words.dialog} onClose={onClose}>
      <p>{words.lead(name)}</p>
      <FreeTimes appointmentId={id} chosen={chosen} onPick={setChosen} />
      {chosen && (
        <p role="status" className="lines-of">
          <strong>{words.chosen(spanOf(chosen, minutes))}</strong>
          {zone && zone !== ownZone() && (
            <span className="muted small">{words.there(name, spanOf(chosen, minutes, zone))}</span>
          )}
        </p>
      )}
      <DialogEnd
        error={error}
        send={words.send}
        back={words.back}
        busy={pending}
        refusal={chosen ? null : words.first}
        onSend={() => void send()}
        onBack={onClose}
      />
    </Dialog>
  )
}
