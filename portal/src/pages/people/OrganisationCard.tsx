import { useState } from 'react'
import {
  AddContactDocument,
  InviteMemberDocument,
  type OrganisationHereFragment,
} from '../../gen/operations.js'
import { Button } from '../../ui/Button.js'
import { Card, Chip } from '../../ui/Card.js'
import { peopleWords as words } from '../../words/people.js'
import { AskDialog } from './AskDialog.js'
import { MemberRow } from './MemberRow.js'

interface OrganisationCardProps {
  organisation: OrganisationHereFragment
  kicker?: string
  onChange: () => Promise<void>
}

/** One organisation: who signs in for it, and its contacts. */
export function OrganisationCard({ organisation, kicker, onChange }: OrganisationCardProps) {
  const [asking, setAsking] = useState<'inviteMember' | 'addContact'>()
  const { id, name, members, contacts, availableActions } = organisation
  const may = (action: string): boolean =>
    availableActions.some((offer) => offer.name === action && offer.allowed)
  const signIn = new Set(members?.map(({ contact }) => contact?.id))
  const others = (contacts?.nodes ?? []).filter((contact) => !signIn.has(contact.id) && !contact.erasedAt)
  return (
    <Card title={name} action={kicker && <Chip tone="plain">{kicker}</Chip>}>
      <h3>{words.members}</h3>
      {members?.length ? (
        <ul className="people">
          {members.map((member) => (
            <MemberRow key={member.id} member={member} onChange={onChange} />
          ))}
        </ul>
      ) : (
        <p>{words.nobody}</p>
      )}
      {others.length > 0 && (
        <>
          <h3>{words.contacts}</h3>
          <ul className="people">
            {others.map((contact) => (
              <li key={contact.id}>
                <div className="person-name">
                  {contact.name}
                  <span>{contact.email ?? words.noEmail}</span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="buttons">
        {may('inviteMember') && (
          <Button kind="quiet" onClick={() => setAsking('inviteMember')}>
            {words.invite}
          </Button>
        )}
        {may('addContact') && (
          <Button kind="plain" onClick={() => setAsking('addContact')}>
            {words.addContact}
          </Button>
        )}
      </div>
      {asking === 'inviteMember' && (
        <AskDialog
          title={words.inviteTo(name)}
          submit={words.send}
          operation={InviteMemberDocument}
          given={{ organisationId: id }}
          asks={[
            { key: 'name', label: words.name },
            { key: 'email', label: words.email, type: 'email' },
            { key: 'role', label: words.role, options: ROLES },
          ]}
          onDone={onChange}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'addContact' && (
        <AskDialog
          title={words.addContactTo(name)}
          submit={words.save}
          operation={AddContactDocument}
          given={{ organisationId: id }}
          asks={[
            { key: 'name', label: words.name },
            { key: 'email', label: words.emailOptional, type: 'email' },
            { key: 'phone', label: words.phone, type: 'tel' },
          ]}
          onDone={onChange}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Card>
  )
}

const ROLES = ['MEMBER', 'OWNER'].map((id) => ({ id, name: `${words.roles[id]}: ${words.roleNotes[id]}` }))
