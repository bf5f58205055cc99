import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import { DataTable, useTranslate } from 'react-admin'
import type { StaffRowFragment } from '../gen/documents.js'
import { Quiet } from '../shared/Quiet.js'
import { sentence } from '../shared/StateChip.js'
import { TableList } from '../shared/TableList.js'
import { wide } from '../shared/wide.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { Invite } from './Invite.js'
import { Skills } from './Skills.js'

const Col = DataTable.Col<StaffRowFragment>

/** The team: roles, skills and present load. */
export function StaffList() {
  const translate = useTranslate()
  return (
    <TableList title="people.team" sort={{ field: 'name', order: 'ASC' }} actions={<Invite />}>
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<Quiet>{translate('people.nobody')}</Quiet>}
      >
        <Col source="name" label="people.name" render={(person) => <Person person={person} />} />
        <Col
          source="staffRoles"
          disableSort
          label="people.roles"
          render={(p) => p.staffRoles.map(sentence).join(', ')}
        />
        <Col
          source="skills"
          disableSort
          label="people.skills"
          sx={wide}
          render={(p) => <Skills skills={p.skills} />}
        />
        <Col
          source="openTaskCount"
          disableSort
          label="people.load"
          align="right"
          render={(p) => p.openTaskCount}
        />
        <Col
          source="availableActions"
          disableSort
          label="people.actions"
          render={(person) => (
            <VerbButtons record={person} except={['erasePerson', 'resetSecondFactor']} compact />
          )}
        />
      </DataTable>
    </TableList>
  )
}

function Person({ person }: { person: StaffRowFragment }) {
  const translate = useTranslate()
  return (
    <>
      <strong>{person.name}</strong>{' '}
      {person.disabledAt ? <Chip size="small" label={translate('people.disabled')} /> : null}
      <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>{person.email}</Box>
    </>
  )
}
