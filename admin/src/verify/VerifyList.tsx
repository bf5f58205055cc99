import Button from '@mui/material/Button'
import { DataTable, useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import type { OnboardingRowFragment } from '../gen/documents.js'
import { FilterChips } from '../shared/FilterChips.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { statesOf } from '../shared/state-order.js'
import { TableList } from '../shared/TableList.js'
import { When } from '../shared/When.js'
import { wide } from '../shared/wide.js'
import { useVerifyQueue } from './use-verify-queue.js'

const Col = DataTable.Col<OnboardingRowFragment>

/** The documents to verify, the one that has waited longest first. */
export function VerifyList() {
  const translate = useTranslate()
  return (
    <TableList
      title="verify.title"
      sort={{ field: 'submittedAt', order: 'ASC' }}
      defaults={{ status: ['SUBMITTED', 'IN_REVIEW'] }}
      filters={<FilterChips source="status" label="verify.state" choices={statesOf('OnboardingStatus')} />}
      actions={<StartButton />}
    >
      <DataTable rowClick="show" bulkActionButtons={false} empty={<Quiet>{translate('verify.empty')}</Quiet>}>
        <Col
          source="serviceName"
          disableSort
          label="verify.document"
          render={(doc) => <strong>{doc.serviceName}</strong>}
        />
        <Col source="beneficiaryName" disableSort label="verify.for" />
        <Col source="orderNumber" disableSort label="verify.order" sx={wide} />
        <Col
          source="status"
          disableSort
          label="verify.state"
          render={(doc) => <StateChip value={doc.status} />}
        />
        <Col
          source="reviewer.name"
          disableSort
          label="verify.reviewer"
          sx={wide}
          render={(doc) => doc.reviewer?.name}
        />
        <Col
          source="submittedAt"
          label="verify.submittedAt"
          render={(doc) => <When at={doc.submittedAt} relative late={doc.overdue} />}
        />
      </DataTable>
    </TableList>
  )
}

function StartButton() {
  const translate = useTranslate()
  const [first] = useVerifyQueue()
  if (!first) return null
  return (
    <Button variant="contained" component={Link} to={`/onboardingDocuments/${first}/show`}>
      {translate('verify.start')}
    </Button>
  )
}
