import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslate } from 'react-admin'
import type { OrganisationPageFragment } from '../gen/documents.js'
import { Facts } from '../shared/Facts.js'
import { PageHead } from '../shared/PageHead.js'
import { Panel } from '../shared/Panel.js'
import { RecordPage } from '../shared/RecordPage.js'
import { sentence } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { LogLink } from '../audit/LogLink.js'
import { KeysPanel } from '../keys/KeysPanel.js'
import { PayoutPanel } from '../payouts/PayoutPanel.js'
import { AskButton } from './AskButton.js'
import { Contacts } from './Contacts.js'
import { Invite } from './Invite.js'

/** One organisation and who signs in for it. */
export function OrganisationPage() {
  return (
    <RecordPage<OrganisationPageFragment>>
      {(organisation) => <Shown organisation={organisation} />}
    </RecordPage>
  )
}

function Shown({ organisation }: { organisation: OrganisationPageFragment }) {
  const translate = useTranslate()
  const adds = organisation.availableActions.some(({ name }) => name === 'addContact')
  return (
    <>
      <PageHead title={organisation.name} kicker={sentence(organisation.kind)}>
        <VerbButtons record={organisation} />
        <Invite organisationId={organisation.id} />
        <LogLink id={organisation.id} />
      </PageHead>
      <Panel title={translate('people.facts')}>
        <Facts
          items={[
            [translate('people.businessEmail'), organisation.businessEmail],
            [translate('people.agency'), organisation.agency?.name],
            [translate('people.locale'), organisation.locale],
            [translate('people.timeZone'), organisation.timeZone],
          ]}
        />
      </Panel>
      <Panel
        title={translate('people.contacts')}
        flush
        aside={adds ? <AskButton name="addContact" given={{ organisationId: organisation.id }} /> : undefined}
      >
        <Contacts organisation={organisation} />
      </Panel>
      <Panel title={translate('people.members')} flush>
        <Members members={organisation.members ?? []} />
      </Panel>
      {organisation.kind === 'CHANNEL' ? <PayoutPanel organisationId={organisation.id} /> : null}
      <KeysPanel organisationId={organisation.id} />
    </>
  )
}

function Members({ members }: { members: NonNullable<OrganisationPageFragment['members']> }) {
  const translate = useTranslate()
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {['name', 'role', 'since', 'actions'].map((head) => (
            <TableCell key={head}>{translate(`people.${head}`)}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {members.map((member) => (
          <TableRow key={member.id}>
            <TableCell>
              {member.user?.name ?? member.contact?.name}, {member.user?.email ?? member.contact?.email}
            </TableCell>
            <TableCell>{sentence(member.role)}</TableCell>
            <TableCell>
              {member.disabledAt ? (
                translate('people.disabled')
              ) : member.acceptedAt ? (
                <When at={member.acceptedAt} />
              ) : (
                translate('people.invited')
              )}
            </TableCell>
            <TableCell>
              <VerbButtons record={member} compact />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
