import { DataTable, useTranslate } from 'react-admin'
import type { ReportRowFragment } from '../gen/documents.js'
import { FilterChips } from '../shared/FilterChips.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { statesOf } from '../shared/state-order.js'
import { TableList } from '../shared/TableList.js'
import { When } from '../shared/When.js'
import { wide } from '../shared/wide.js'
import { Period } from './Period.js'

const Col = DataTable.Col<ReportRowFragment>

/** Reports by state, the drafts that go out next first. */
export function ReportList() {
  const translate = useTranslate()
  return (
    <TableList
      title="reports.title"
      sort={{ field: 'dueAt', order: 'ASC' }}
      filters={<FilterChips source="status" label="reports.state" choices={statesOf('ReportStatus')} />}
      defaults={{ status: ['DRAFT'] }}
    >
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<Quiet>{translate('reports.empty')}</Quiet>}
      >
        <Col
          source="order.number"
          disableSort
          label="reports.order"
          render={(report) => <Whose report={report} />}
        />
        <Col
          source="periodTo"
          disableSort
          label="reports.period"
          sx={wide}
          render={(report) => <Period report={report} />}
        />
        <Col
          source="status"
          disableSort
          label="reports.state"
          render={(report) => <StateChip value={report.status} />}
        />
        <Col
          source="responsible.name"
          disableSort
          label="reports.responsible"
          sx={wide}
          render={(report) => <>{report.responsible?.name ?? translate('shared.nobody')}</>}
        />
        <Col source="dueAt" label="reports.goesOut" render={(report) => <GoesOut report={report} />} />
      </DataTable>
    </TableList>
  )
}

function Whose({ report }: { report: ReportRowFragment }) {
  return (
    <>
      <strong>{report.order?.number}</strong>
      <div style={{ fontSize: '0.82rem', opacity: 0.8 }}>{report.order?.beneficiary?.name}</div>
    </>
  )
}

/** When a draft goes out by itself; once somebody has worked on it, that it waits for them. */
function GoesOut({ report }: { report: ReportRowFragment }) {
  const translate = useTranslate()
  if (report.status === 'DRAFT' && report.savedAt) return <>{translate('reports.waits')}</>
  if (report.status === 'DRAFT') return <When at={report.sendAt} relative late={report.overdue} />
  return <When at={report.sentAt ?? report.dueAt} short />
}
