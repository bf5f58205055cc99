import { useState } from 'react'
import { useWho } from '../../shell/viewer.js'
import { Button } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { choiceWords as words, counterpartWords } from '../../words/appointments.js'
import { answeredSoon } from '../../words/talk.js'
import { actionOf, refusalOf } from '../order/order-parts.js'
import { type Appointment, nameOf } from './appointment-parts.js'
import { CancelDialog } from './CancelAppointment.js'
import { CounterpartDialog } from './CounterpartDialog.js'

interface ChoicesProps {
  appointment: Appointment
  /** What is held for the order, as people write it. */
  held: string | null
  onChange: () => void
  /** Leads to the feed, where our team is asked. */
  onAsk: () => void
}

/** What the buyer can do where nobody was reached: name somebody else, talk to us, or have everything back. */
export function Choices({ appointment, held, onChange, onAsk }: ChoicesProps) {
  const [asked, setAsked] = useState<'change' | 'cancel'>()
  const { hours } = useWho()
  const close = (): void => setAsked(undefined)
  const change = actionOf(appointment, 'changeCounterpart')
  const cancel = actionOf(appointment, 'cancelAppointment')
  const lost = appointment.status === 'UNREACHABLE'
  if (!change || !(lost || appointment.status === 'FOLLOW_UP')) return null
  const dialogs = (
    <>
      {asked === 'change' && <CounterpartDialog {...{ appointment, onChange }} onClose={close} />}
      {asked === 'cancel' && <CancelDialog {...{ appointment, held, onChange }} onClose={close} />}
    </>
  )
  if (!lost)
    return (
      <div className="stack-tight">
        <Button kind="quiet" refusal={refusalOf(change)} onClick={() => setAsked('change')}>
          {counterpartWords.button}
        </Button>
        {dialogs}
      </div>
    )
  return (
    <Notice tone="warn" title={words.title(nameOf(appointment))}>
      <p>{words.lead}</p>
      <div className="stack-tight">
        <Button refusal={refusalOf(change)} onClick={() => setAsked('change')}>
          {words.change}
        </Button>
        <p className="muted small">{words.changeNote}</p>
        <Button kind="quiet" onClick={onAsk}>
          {words.write}
        </Button>
        <p className="muted small">{answeredSoon(hours)}</p>
        {cancel && (
          <Button kind="stern" refusal={refusalOf(cancel)} onClick={() => setAsked('cancel')}>
            {words.cancel}
          </Button>
        )}
      </div>
      {dialogs}
    </Notice>
  )
}
