import { useState } from 'react'
import {
  ChangeOnboardingRecipientDocument,
  PartiesDocument,
  type PartiesQuery,
} from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Dialog } from '../../ui/Dialog.js'
import { Bones, Failure } from '../../ui/Failure.js'
import { SelectField } from '../../ui/Field.js'
import { Refused } from '../../wire/refused.js'
import { useRead } from '../../wire/use-read.js'
import { useVerb } from '../../wire/use-verb.js'
import { catalogueWords } from '../../words/buying.js'
import { recipientWords as words } from '../../words/recipient.js'
import { expected } from '../../words/refusals.js'
import type { Order } from './order-parts.js'

type Line = Order['lines'][number]
type Side = Pick<NonNullable<PartiesQuery['organisation']>, 'id' | 'name' | 'contacts'>

interface RecipientDialogProps {
  order: Order
  line: Line
  document: NonNullable<Line['onboarding']>
  onClose: () => void
  onChanged: (name: string) => void
}

/** Chooses who is asked instead: somebody of the buyer's, or of the client for whom it is. */
export function RecipientDialog(props: RecipientDialogProps) {
  const { order, line, onClose } = props
  const { data, error, reload } = useRead(PartiesDocument, { id: order.buyer?.id ?? '' })
  const buyer = data?.organisation
  const client = buyer?.clients.nodes.find(({ id }) => id === order.beneficiary?.id)
  return (
    <Dialog title={words.dialog} onClose={onClose}>
      <p>{words.lead(line.recipientName ?? '')}</p>
      <Failure error={error} onRetry={() => void reload()} />
      {buyer ? <Choose {...props} sides={client ? [client, buyer] : [buyer]} /> : !error && <Bones />}
    </Dialog>
  )
}

function Choose({ line, document, onChanged, sides }: RecipientDialogProps & { sides: Side[] }) {
  const { run, pending, error } = useVerb(ChangeOnboardingRecipientDocument)
  const [sideId, setSideId] = useState(line.recipient === 'OWNER' ? sides.at(-1)!.id : sides[0]!.id)
  const [contactId, setContactId] = useState('')
  const side = sides.find(({ id }) => id === sideId)!
  const people = side.contacts.nodes.filter(({ id }) => id !== document.recipient?.id)
  const person = people.find(({ id }) => id === contactId) ?? people.find(({ email }) => email) ?? people[0]
  const refused = error instanceof Refused ? error.at('contactId') : undefined

  const send = async (): Promise<void> => {
    if (!person) return
    const input = { id: document.id, contactId: person.id, expectedVersion: document.version }
    const answer = await run(input)
    if (answer) onChanged(answer.changeOnboardingRecipient?.recipientName ?? person.name)
  }
  return (
    <>
      {sides.length > 1 && (
        <SelectField
          label={words.side}
          value={sideId}
          options={sides}
          onValue={(id) => {
            setSideId(id)
            setContactId('')
          }}
        />
      )}
      <SelectField
        label={words.person}
        help={words.personHelp}
        problem={refused && expected(refused)}
        value={person?.id ?? ''}
        options={people.map(({ id, name, email }) => ({ id, name: catalogueWords.contactLine(name, email) }))}
        onValue={setContactId}
      />
      <Failure error={refused ? undefined : error} />
      <Button wide busy={pending} refusal={person ? null : words.none} onClick={() => void send()}>
        {words.send}
      </Button>
    </>
  )
}
