import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useLocaleState, useTranslate } from 'react-admin'
import type { PaymentCardFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { sentence, StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'
import { VerbButtons } from '../verbs/VerbButtons.js'
import { formatMinor, withBalance } from './running-balance.js'

/** An order's money: state, what is held, every operation, and the ledger with its running balance per account. */
export function MoneyPanel({ payment }: { payment: PaymentCardFragment }) {
  const translate = useTranslate()
  return (
    <Panel
      title={translate('orders.money')}
      aside={
        <>
          <Typography variant="body2">
            {translate('orders.held', { amount: payment.held.formatted })}
            {payment.refundDue.amount === '0'
              ? null
              : ` · ${translate('orders.refundDue', { amount: payment.refundDue.formatted })}`}
          </Typography>
          <StateChip value={payment.state} />
        </>
      }
      flush
    >
      {payment.operations.length ? (
        <Operations operations={payment.operations} />
      ) : (
        <Box sx={{ px: 2 }}>
          <Quiet>{translate('orders.noMoney')}</Quiet>
        </Box>
      )}
      {payment.ledger.length ? <Ledger postings={payment.ledger} /> : null}
    </Panel>
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
              {sentence(operation.purpose)}
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

function Ledger({ postings }: { postings: PaymentCardFragment['ledger'] }) {
  const translate = useTranslate()
  const [locale] = useLocaleState()
  return (
    <>
      <Typography variant="h3" sx={{ px: 2, pt: 2, pb: 0.5 }}>
        {translate('orders.ledger')}
      </Typography>
      <Table size="small" aria-label={translate('orders.ledger')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('orders.posting.bookedAt')}</TableCell>
            <TableCell>{translate('orders.posting.account')}</TableCell>
            <TableCell>{translate('orders.posting.memo')}</TableCell>
            <TableCell align="right">{translate('orders.posting.amount')}</TableCell>
            <TableCell align="right">{translate('orders.posting.balance')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {withBalance(postings).map((posting) => (
            <TableRow key={posting.id}>
              <TableCell>
                <When at={posting.bookedAt} short />
              </TableCell>
              <TableCell>
                <code>{posting.account.split(':')[0]}</code>
              </TableCell>
              <TableCell>{posting.memo}</TableCell>
              <TableCell align="right">{posting.amount.formatted}</TableCell>
              <TableCell align="right">
                {formatMinor(posting.balance, posting.amount.currency, locale)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  )
}
