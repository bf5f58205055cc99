import { DataTable, useTranslate } from 'react-admin'
import type { MailRowFragment } from '../gen/documents.js'
import { FilterChips } from '../shared/FilterChips.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { statesOf } from '../shared/state-order.js'
import { TableList } from '../shared/TableList.js'
import { When } from '../shared/When.js'
import { wide } from '../shared/wide.js'

const Col = DataTable.Col<MailRowFragment>

/** Every mail that went out or waits, with its delivery state. */
export function MailList() {
  const translate = useTranslate()
  return (
    <TableList
      title="mails.title"
      sort={{ field: 'queuedAt', order: 'DESC' }}
      filters={<FilterChips source="state" label="mails.state" choices={statesOf('MailState')} />}
    >
      <DataTable rowClick="show" bulkActionButtons={false} empty={<Quiet>{translate('mails.empty')}</Quiet>}>
        <Col
          source="subject"
          label="mails.subject"
          disableSort
          render={(mail) => <strong>{mail.subject}</strong>}
        />
        <Col source="to" label="mails.to" disableSort cellSx={() => ({ overflowWrap: 'anywhere' })} />
        <Col
          source="template"
          label="mails.template"
          disableSort
          sx={wide}
          render={(mail) => <code>{mail.template}</code>}
        />
        <Col
          source="state"
          label="mails.state"
          disableSort
          render={(mail) => <StateChip value={mail.state} />}
        />
        <Col
          source="queuedAt"
          label="mails.queuedAt"
          sx={wide}
          render={(mail) => <When at={mail.queuedAt} short />}
        />
      </DataTable>
    </TableList>
  )
}
