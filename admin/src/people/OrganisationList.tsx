import { DataTable, usePermissions, useTranslate } from 'react-admin'
import type { OrganisationRowFragment } from '../gen/documents.js'
import { FilterChips } from '../shared/FilterChips.js'
import { Quiet } from '../shared/Quiet.js'
import { SearchField } from '../shared/SearchField.js'
import { sentence } from '../shared/StateChip.js'
import { statesOf } from '../shared/state-order.js'
import { wide } from '../shared/wide.js'
import { AskButton } from './AskButton.js'
import { TableList } from '../shared/TableList.js'

const Col = DataTable.Col<OrganisationRowFragment>

/** The organisations we work for and with. */
export function OrganisationList() {
  const translate = useTranslate()
  const { permissions = [] } = usePermissions<string[]>()
  const keeps = permissions.includes('ADMIN') || permissions.includes('SUPPORT')
  return (
    <TableList
      title="people.customers"
      actions={keeps ? <AskButton name="addOrganisation" main /> : undefined}
      sort={{ field: 'name', order: 'ASC' }}
      filters={
        <>
          <SearchField label="people.search" />
          <FilterChips source="kind" label="people.kind" choices={statesOf('OrganisationKind')} />
        </>
      }
    >
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<Quiet>{translate('people.noCustomers')}</Quiet>}
      >
        <Col source="name" label="people.name" render={(o) => <strong>{o.name}</strong>} />
        <Col source="kind" disableSort label="people.kind" render={(o) => sentence(o.kind)} />
        <Col source="agency" disableSort label="people.agency" render={(o) => o.agency?.name} />
        <Col source="businessEmail" disableSort label="people.businessEmail" sx={wide} />
        <Col source="timeZone" disableSort label="people.timeZone" sx={wide} />
      </DataTable>
    </TableList>
  )
}
