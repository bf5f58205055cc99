import { useState } from 'react'
import { AddClientDocument, MembershipsDocument, PeopleDocument } from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Bones, Failure } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { useRead } from '../../wire/use-read.js'
import { peopleWords as words } from '../../words/people.js'
import { AskDialog } from './AskDialog.js'
import { OrganisationCard } from './OrganisationCard.js'

/** Where owners keep the people of their organisations and clients: who signs in, who gets mails. */
export function PeoplePage() {
  const { data, error, reload } = useRead(MembershipsDocument, {})
  const owned = (data?.viewer.memberships ?? []).flatMap(({ role, organisation }) =>
    role === 'OWNER' && organisation ? [organisation.id] : [],
  )
  return (
    <Page title={words.title} lead={words.lead}>
      {error && <Failure error={error} onRetry={() => void reload()} />}
      {!data && !error && <Bones />}
      {data && owned.length === 0 && <Notice title={words.onlyOwners} />}
      {owned.map((id) => (
        <WithClients key={id} organisationId={id} onOwnersChange={reload} />
      ))}
    </Page>
  )
}

interface WithClientsProps {
  organisationId: string
  /** Whoever changes roles may change their own. */
  onOwnersChange: () => Promise<void>
}

function WithClients({ organisationId, onOwnersChange }: WithClientsProps) {
  const { data, error, reload } = useRead(PeopleDocument, { organisationId })
  const [adding, setAdding] = useState(false)
  const onChange = async () => void (await Promise.all([reload(), onOwnersChange()]))
  if (error && !data) return <Failure error={error} onRetry={() => void reload()} />
  if (!data) return <Bones />
  const { organisation } = data
  if (!organisation) return null
  const clients = organisation.clients?.nodes ?? []
  return (
    <>
      <OrganisationCard organisation={organisation} onChange={onChange} />
      {clients.map((client) => (
        <OrganisationCard key={client.id} organisation={client} kicker={words.client} onChange={onChange} />
      ))}
      {organisation.kind === 'AGENCY' && (
        <Button kind="quiet" onClick={() => setAdding(true)}>
          {words.addClient}
        </Button>
      )}
      {adding && (
        <AskDialog
          title={words.addClient}
          submit={words.save}
          operation={AddClientDocument}
          given={{ agencyId: organisation.id }}
          asks={[
            { key: 'name', label: words.name },
            { key: 'businessEmail', label: words.businessEmail, type: 'email' },
          ]}
          onDone={onChange}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}
