import { DataTable, useTranslate } from 'react-admin'
import type { AuditRowFragment } from '../gen/documents.js'
import { FilterChips } from '../shared/FilterChips.js'
import { Quiet } from '../shared/Quiet.js'
import { TableList } from '../shared/TableList.js'
import { When } from '../shared/When.js'
import { wide } from '../shared/wide.js'
import { About, What, Who } from './AuditCells.js'
import { AuditFilters } from './AuditFilters.js'

const Col = DataTable.Col<AuditRowFragment>
/** The parts of the trade: what stands before the dot of an event. */
const AREAS = [
  'person',
  'staff',
  'member',
  'organisation',
  'contact',
  'order',
  'payment',
  'refund',
  'onboarding',
  'task',
  'message',
  'report',
  'service',
  'file',
]

/** The log of everything: who did what, when and to what. For admins. */
export function AuditList() {
  const translate = useTranslate()
  return (
    <TableList
      title="audit.title"
      sort={{ field: 'occurredAt', order: 'DESC' }}
      filters={
        <>
          <FilterChips source="area" label="audit.area" choices={AREAS} />
          <AuditFilters />
        </>
      }
    >
      <DataTable rowClick={false} bulkActionButtons={false} empty={<Quiet>{translate('audit.empty')}</Quiet>}>
        <Col
          source="occurredAt"
          label="audit.when"
          render={(entry) => <When at={entry.occurredAt} short />}
        />
        <Col source="actor" disableSort label="audit.who" render={(entry) => <Who entry={entry} />} />
        <Col source="meaning" disableSort label="audit.what" render={(entry) => <What entry={entry} />} />
        <Col
          source="aggregateId"
          disableSort
          label="audit.about"
          sx={wide}
          render={(entry) => <About entry={entry} />}
        />
      </DataTable>
    </TableList>
  )
}
