import { useState, type ReactNode } from 'react'
import { PartiesDocument, type LineRecipient } from '../../gen/operations.js'
import { buyersOf, type Viewer } from '../../shell/viewer.js'
import { Button } from '../../ui/Button.js'
import { Dialog } from '../../ui/Dialog.js'
import { Bones, Failure } from '../../ui/Failure.js'
import { Choice, SelectField } from '../../ui/Field.js'
import { useRead } from '../../wire/use-read.js'
import { catalogueWords as words } from '../../words/buying.js'
import { PackageView } from '../packages/PackageView.js'
import type { Service } from './service-parts.js'
import { AppointmentForm } from './AppointmentForm.js'
import { firstOf, type LineFormProps, type Person } from './line-form.js'
import { useAddLine } from './use-add-line.js'

interface AddDialogProps {
  service: Service
  viewer: Viewer
  onClose: () => void
  onAdded: () => void
}

/** Asks who a service is for and who gets its form, and puts it into the cart. */
export function AddDialog({ service, viewer, onClose, onAdded }: AddDialogProps) {
  const buyers = buyersOf(viewer)
  const [buyerId, setBuyerId] = useState(buyers[0]?.id ?? '')
  const Form = service.flow === 'APPOINTMENT' ? AppointmentForm : LineForm
  const { data, error, reload } = useRead(PartiesDocument, { id: buyerId })
  return (
    <Dialog title={words.addTitle(service.name)} onClose={onClose}>
      {buyers.length > 1 && (
        <SelectField label={words.buyer} value={buyerId} options={buyers} onValue={setBuyerId} />
      )}
      {service.package && (
        <PackageView
          shown={{ ...service, ...service.package, price: service.price.formatted, name: service.name }}
        />
      )}
      <Failure error={error} onRetry={() => void reload()} />
      {data?.organisation ? (
        <Form
          key={buyerId}
          service={service}
          buyer={data.organisation}
          ownContacts={viewer.memberships.flatMap(({ contact }) => contact?.id ?? [])}
          onAdded={onAdded}
        />
      ) : (
        !error && <Bones />
      )}
    </Dialog>
  )
}

function LineForm({ service, buyer, ownContacts, onAdded }: LineFormProps) {
  const [beneficiaryId, setBeneficiaryId] = useState(buyer.id)
  const [recipient, setRecipient] = useState<LineRecipient>('OWNER')
  const [contactId, setContactId] = useState('')
  const add = useAddLine(buyer.id)
  const isCampaign = service.flow === 'CAMPAIGN'
  const client = buyer.clients.nodes.find((one) => one.id === beneficiaryId)
  const people = recipient === 'CLIENT' && client ? client.contacts.nodes : buyer.contacts.nodes
  const contact = people.find((one) => one.id === contactId) ?? firstOf(people, ownContacts)

  const choose = (id: string): void => {
    setBeneficiaryId(id)
    setContactId('')
    setRecipient(id === buyer.id ? 'OWNER' : 'CLIENT')
  }
  const submit = (): void => {
    // A campaign asks nobody to fill in a form: what it needs is sent with the order.
    const asked = isCampaign ? {} : { recipient, recipientContactId: contact?.id ?? '' }
    void add.run({ serviceId: service.id, beneficiaryId, ...asked }).then((added) => added && onAdded())
  }
  const beneficiaries = [{ id: buyer.id, name: words.self(buyer.name) }, ...buyer.clients.nodes]
  return (
    <div className="stack">
      {beneficiaries.length > 1 && (
        <SelectField
          label={words.beneficiary}
          value={beneficiaryId}
          options={beneficiaries}
          onValue={choose}
        />
      )}
      {service.flow === 'ONBOARDED' && (
        <Recipient>
          {client && <Sides client={client.name} recipient={recipient} onPick={setRecipient} />}
          <PersonSelect people={people} value={contact?.id ?? ''} onValue={setContactId} />
        </Recipient>
      )}
      <Failure error={add.error} />
      <Button
        wide
        busy={add.pending}
        refusal={contact || isCampaign ? null : words.noContact}
        onClick={submit}
      >
        {words.add}
      </Button>
    </div>
  )
}

function Recipient({ children }: { children: ReactNode }) {
  return (
    <fieldset className="field">
      <legend>{words.recipient}</legend>
      <p className="field-help">{words.recipientHelp}</p>
      <div className="stack-tight">{children}</div>
    </fieldset>
  )
}

interface SidesProps {
  client: string
  recipient: LineRecipient
  onPick: (recipient: LineRecipient) => void
}

function Sides({ client, recipient, onPick }: SidesProps) {
  const sides: [LineRecipient, string][] = [
    ['OWNER', words.owner],
    ['CLIENT', words.client(client)],
  ]
  return sides.map(([side, label]) => (
    <Choice
      key={side}
      name="recipient"
      kind="radio"
      label={label}
      checked={recipient === side}
      onPick={() => onPick(side)}
    />
  ))
}

interface PersonSelectProps {
  people: Person[]
  value: string
  onValue: (id: string) => void
}

function PersonSelect({ people, value, onValue }: PersonSelectProps) {
  const options = people.map(({ id, name, email }) => ({ id, name: words.contactLine(name, email) }))
  return <SelectField label={words.contact} value={value} options={options} onValue={onValue} />
}
