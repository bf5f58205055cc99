import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { DataTable, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { PayoutAccountRowFragment } from '../gen/documents.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { TableList } from '../shared/TableList.js'
import { When } from '../shared/When.js'
import { wide } from '../shared/wide.js'
import { ForFinance } from './ForFinance.js'

const Col = DataTable.Col<PayoutAccountRowFragment>

/** Where the channels are paid out to, and whether anything may go there. */
export function PayoutAccountList() {
  const translate = useTranslate()
  return (
    <TableList title="payouts.accounts" sort={{ field: 'connectedAt', order: 'DESC' }}>
      <DataTable
        rowClick={false}
        bulkActionButtons={false}
        empty={<Quiet>{translate('payouts.noAccounts')}</Quiet>}
      >
        <Col label="payouts.channel" disableSort render={(one) => <Channel account={one} />} />
        <Col label="payouts.state" disableSort render={(one) => <State account={one} />} />
        <Col
          label="payouts.connectedAt"
          disableSort
          sx={wide}
          render={(one) => <When at={one.connectedAt} short />}
        />
        <Col label="payouts.actions" disableSort render={(one) => <ForFinance record={one} />} />
      </DataTable>
    </TableList>
  )
}

function Channel({ account: { organisation } }: { account: PayoutAccountRowFragment }) {
  if (!organisation) return null
  return (
    <Link component={RouterLink} to={`/organisations/${organisation.id}/show`} underline="always">
      {organisation.name}
    </Link>
  )
}

function State({ account: { status, problem } }: { account: PayoutAccountRowFragment }) {
  return (
    <>
      <StateChip value={status} />
      {problem ? <Box sx={{ color: 'error.main', fontSize: '0.82rem' }}>{problem}</Box> : null}
    </>
  )
}
