import Box from '@mui/material/Box'
import { DataTable, useTranslate } from 'react-admin'
import type { FailedOperationRowFragment } from '../gen/documents.js'
import { FilterChips } from '../shared/FilterChips.js'
import { OrderCell } from '../shared/OrderCell.js'
import { Quiet } from '../shared/Quiet.js'
import { sentence, StateChip } from '../shared/StateChip.js'
import { TableList } from '../shared/TableList.js'
import { When } from '../shared/When.js'
import { wide } from '../shared/wide.js'
import { VerbButtons } from '../verbs/VerbButtons.js'

const Col = DataTable.Col<FailedOperationRowFragment>

/** Whatever failed on its way, or nobody knows about yet: what it was for, why it failed, when it is tried again, and by hand. */
export function FailedOperationList() {
  const translate = useTranslate()
  return (
    <TableList
      title="money.failed"
      sort={{ field: 'requestedAt', order: 'ASC' }}
      filters={
        <FilterChips
          source="kind"
          label="money.kind"
          choices={['AUTHORISE', 'CHARGE', 'CAPTURE', 'VOID', 'REFUND', 'RELEASE']}
          words="money.kinds"
        />
      }
    >
      <DataTable
        rowClick={false}
        bulkActionButtons={false}
        empty={<Quiet>{translate('money.noneFailed')}</Quiet>}
      >
        <Col label="money.order" disableSort render={(o) => <OrderCell order={o.order} />} />
        <Col label="money.purpose" disableSort sx={wide} render={(o) => <Purpose operation={o} />} />
        <Col label="money.amount" align="right" disableSort render={(o) => o.amount.formatted} />
        <Col label="money.state" disableSort render={(o) => <State operation={o} />} />
        <Col
          label="money.requestedAt"
          disableSort
          sx={wide}
          render={(o) => <When at={o.requestedAt} relative />}
        />
        <Col
          label="money.nextTryAt"
          disableSort
          sx={wide}
          render={(o) => (o.nextTryAt ? <When at={o.nextTryAt} relative /> : null)}
        />
        <Col label="money.actions" disableSort render={(o) => <VerbButtons record={o} />} />
      </DataTable>
    </TableList>
  )
}

function Purpose({ operation: { purpose } }: { operation: FailedOperationRowFragment }) {
  const translate = useTranslate()
  return <>{translate(`money.purposes.${purpose}`, { _: sentence(purpose) })}</>
}

function State({ operation }: { operation: FailedOperationRowFragment }) {
  const translate = useTranslate()
  return (
    <>
      <StateChip value={operation.state} />
      {operation.attempt > 1 ? ` ${translate('money.try', { number: operation.attempt })}` : null}
      {operation.failure ? (
        <Box sx={{ color: 'error.main', fontSize: '0.82rem' }}>{operation.failure}</Box>
      ) : null}
    </>
  )
}
