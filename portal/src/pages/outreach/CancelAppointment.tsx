import { useState } from 'react'
import { CancelAppointmentDocument } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { ReasonDialog } from '../../ui/ReasonDialog.js'
import { useVerb } from '../../wire/use-verb.js'
import { cancelAppointmentWords as words } from '../../words/appointments.js'
import { whyOff } from '../campaign/campaign-parts.js'
import { actionOf } from '../order/order-parts.js'
import { type Appointment, isOpen, nameOf } from './appointment-parts.js'

interface CancelProps {
  appointment: Appointment
  /** What is held for the order, as people write it. */
  held: string | null
  onChange: () => void
}

/** Calling the appointment off while that is the buyer's to do; afterwards the button says why not. */
export function CancelAppointment(props: CancelProps) {
  const { appointment } = props
  const [asked, setAsked] = useState(false)
  const action = actionOf(appointment, 'cancelAppointment')
  // Once nobody was reached, cancelling is one of the choices that stand where the order stands.
  if (!action || !isOpen(appointment) || appointment.status === 'UNREACHABLE') return null
  return (
    <Card title={words.title}>
      {action.allowed && <p className="muted small">{words.possible}</p>}
      <div>
        <Button
          kind="stern"
          refusal={whyOff(action, { WORK_HAS_BEGUN: words.agreed })}
          onClick={() => setAsked(true)}
        >
          {words.button}
        </Button>
      </div>
      {asked && <CancelDialog {...props} onClose={() => setAsked(false)} />}
    </Card>
  )
}

/** Asks why, and says what goes back. */
export function CancelDialog({
  appointment,
  held,
  onChange,
  onClose,
}: CancelProps & { onClose: () => void }) {
  const { run, pending, error } = useVerb(CancelAppointmentDocument)
  const send = async (reason: string): Promise<void> => {
    const { id, version } = appointment
    if (!(await run({ id, reason, expectedVersion: version }))) return
    onClose()
    onChange()
  }
  return (
    <ReasonDialog
      words={{
        title: words.dialog,
        lead: words.text(held, nameOf(appointment)),
        label: words.reason,
        help: words.reasonHelp,
        empty: words.reasonEmpty,
        send: words.send,
        back: words.keep,
      }}
      field="reason"
      stern
      {...{ pending, error }}
      onSend={(reason) => void send(reason)}
      onClose={onClose}
    />
  )
}
