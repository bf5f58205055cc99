import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslate } from 'react-admin'
import type { PaymentCardFragment } from '../gen/documents.js'
import { Facts } from '../shared/Facts.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { sentence, StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { Chargebacks } from './Chargebacks.js'
import { Ledger } from './Ledger.js'

const amounts = ['authorised', 'held', 'refundDue', 'payable', 'released', 'fee'] as const

/** An order's money: state, where each part of it is, every operation, and the ledger with its running balance per account. */
export function MoneyPanel({ payment }: { payment: PaymentCardFragment }) {
  const translate = useTranslate()
  return (
    <Panel title={translate('orders.money')} aside={<StateChip value={payment.state} />} flush>
      <Where payment={payment} />
      {payment.operations.length ? (
        <Operations operations={payment.operations} />
      ) : (
        <Box sx={{ px: 2 }}>
          <Quiet>{translate('orders.noMoney')}</Quiet>
        </Box>
      )}
      <Chargebacks chargebacks={payment.chargebacks} />
      {payment.ledger.length ? <Ledger postings={payment.ledger} /> : null}
    </Panel>
  )
}

function Where({ payment }: { payment: PaymentCardFragment }) {
  const translate = useTranslate()
  const shown = amounts.flatMap((name): [string, string][] => {
    const money = payment[name]
    return money && money.amount !== '0' ? [[translate(`orders.amounts.${name}`), money.formatted]] : []
  })
  if (!shown.length && !payment.frozen.length) return null
  return (
    <Box sx={{ p: 2, display: 'grid', gap: 1.5 }}>
      {payment.frozen.map((cause) => (
        <Alert key={cause} severity="warning">
          {translate(`orders.frozen.${cause}`)}
        </Alert>
      ))}
      <Facts items={shown} />
    </Box>
  )
}

function Operations({ operations }: { operations: PaymentCardFragment['operations'] }) {
  const translate = useTranslate()
  return (
    <Table size="small" aria-label={translate('orders.operations')}>
      <TableHead>
        <TableRow>
          {['purpose', 'state', 'requested', 'settled'].map((head) => (
            <TableCell key={head}>{translate(`orders.operation.${head}`)}</TableCell>
          ))}
          <TableCell align="right">{translate('orders.operation.amount')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {operations.map((operation) => (
          <TableRow key={operation.id}>
            <TableCell>
              {translate(`money.purposes.${operation.purpose}`, { _: sentence(operation.purpose) })}
              {operation.attempt > 1 ? ` (${operation.attempt})` : ''}
            </TableCell>
            <TableCell>
              <StateChip value={operation.state} />
              {operation.failure ? <Box sx={{ color: 'error.main' }}>{operation.failure}</Box> : null}
              {operation.nextTryAt ? (
                <Box sx={{ color: 'text.secondary' }}>
                  {translate('orders.nextTry')} <When at={operation.nextTryAt} relative />
                </Box>
              ) : null}
              <VerbButtons record={operation} compact />
            </TableCell>
            <TableCell>
              <When at={operation.requestedAt} short />
            </TableCell>
            <TableCell>
              <When at={operation.settledAt} short />
            </TableCell>
            <TableCell align="right">{operation.amount.formatted}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
