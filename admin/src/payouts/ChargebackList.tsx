import Box from '@mui/material/Box'
import { DataTable, useTranslate } from 'react-admin'
import type { ChargebackRowFragment } from '../gen/documents.js'
import { OrderCell } from '../shared/OrderCell.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { TableList } from '../shared/TableList.js'
import { When } from '../shared/When.js'
import { wide } from '../shared/wide.js'
import { ForFinance } from './ForFinance.js'

const Col = DataTable.Col<ChargebackRowFragment>

/** Payments that a buyer's bank wants back; while one is open nothing of its order's money moves. */
export function ChargebackList() {
  const translate = useTranslate()
  return (
    <TableList title="payouts.chargebacks" sort={{ field: 'openedAt', order: 'DESC' }}>
      <DataTable
        rowClick={false}
        bulkActionButtons={false}
        empty={<Quiet>{translate('payouts.noChargebacks')}</Quiet>}
      >
        <Col label="payouts.order" disableSort render={(one) => <OrderCell order={one.order} />} />
        <Col label="payouts.amount" align="right" disableSort render={(one) => one.amount.formatted} />
        <Col label="payouts.state" disableSort render={(one) => <State chargeback={one} />} />
        <Col
          label="payouts.openedAt"
          disableSort
          sx={wide}
          render={(one) => <When at={one.openedAt} relative />}
        />
        <Col label="payouts.actions" disableSort render={(one) => <ForFinance record={one} />} />
      </DataTable>
    </TableList>
  )
}

function State({ chargeback: { status, bankSays } }: { chargeback: ChargebackRowFragment }) {
  const translate = useTranslate()
  return (
    <>
      <StateChip value={status} />
      {status === 'OPEN' && bankSays ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>
          {translate(`payouts.bankSays.${bankSays}`)}
        </Box>
      ) : null}
    </>
  )
}
