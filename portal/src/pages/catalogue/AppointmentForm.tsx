import { useState } from 'react'
import { Button } from '../../ui/Button.js'
import { Failure } from '../../ui/Failure.js'
import { SelectField } from '../../ui/Field.js'
import { TextArea } from '../../ui/TextArea.js'
import { buyAppointmentWords as words, counterpartWords } from '../../words/appointments.js'
import { catalogueWords } from '../../words/buying.js'
import {
  type CounterpartProblems,
  emptyCounterpart,
  inputOf,
  missingIn,
  refusedIn,
} from '../outreach/counterpart-draft.js'
import { CounterpartFields } from '../outreach/CounterpartFields.js'
import { firstOf, type LineFormProps } from './line-form.js'
import { useAddLine } from './use-add-line.js'

/** Asks for whom an appointment is, with whom, who attends it, and what is wished for it; and puts it into the cart. */
export function AppointmentForm({ service, buyer, ownContacts, onAdded }: LineFormProps) {
  const [beneficiaryId, setBeneficiaryId] = useState(buyer.id)
  const [attendeeId, setAttendeeId] = useState('')
  const [counterpart, setCounterpart] = useState(emptyCounterpart)
  const [wishes, setWishes] = useState('')
  const [tried, setTried] = useState(false)
  const add = useAddLine(buyer.id)
  const client = buyer.clients.nodes.find(({ id }) => id === beneficiaryId)
  const people = [...(client?.contacts.nodes ?? []), ...buyer.contacts.nodes]
  const attendee = people.find(({ id }) => id === attendeeId) ?? firstOf(people, ownContacts)
  const problems: CounterpartProblems = { ...refusedIn(add.error), ...(tried ? missingIn(counterpart) : {}) }

  const submit = (): void => {
    setTried(true)
    if (!attendee || Object.keys(missingIn(counterpart)).length > 0) return
    const appointment = {
      counterpart: inputOf(counterpart),
      attendeeContactId: attendee.id,
      wishes: wishes.trim() || null,
    }
    void add.run({ serviceId: service.id, beneficiaryId, appointment }).then((added) => added && onAdded())
  }
  return (
    <div className="stack">
      {buyer.clients.nodes.length > 0 && (
        <SelectField
          label={catalogueWords.beneficiary}
          value={beneficiaryId}
          options={[{ id: buyer.id, name: catalogueWords.self(buyer.name) }, ...buyer.clients.nodes]}
          onValue={(id) => {
            setBeneficiaryId(id)
            setAttendeeId('')
          }}
        />
      )}
      <SelectField
        label={words.attendee}
        help={words.attendeeHelp}
        value={attendee?.id ?? ''}
        options={people.map(({ id, name, email }) => ({ id, name: catalogueWords.contactLine(name, email) }))}
        onValue={setAttendeeId}
      />
      <fieldset className="field">
        <legend>{counterpartWords.legend}</legend>
        <p className="field-help">{counterpartWords.help}</p>
        <CounterpartFields draft={counterpart} problems={problems} onChange={setCounterpart} />
      </fieldset>
      <TextArea label={words.wishes} help={words.wishesHelp} value={wishes} onValue={setWishes} />
      <Failure error={Object.keys(problems).length > 0 ? undefined : add.error} />
      <Button wide busy={add.pending} refusal={attendee ? null : catalogueWords.noContact} onClick={submit}>
        {catalogueWords.add}
      </Button>
      <p className="muted small">{words.note}</p>
    </div>
  )
}
