import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useLocaleState, useTranslate } from 'react-admin'
import type { PaymentCardFragment } from '../gen/documents.js'
import { When } from '../shared/When.js'
import { formatMinor, withBalance } from './running-balance.js'

/** Every booking of an order in the order it was made, each with its account's balance after it. */
export function Ledger({ postings }: { postings: PaymentCardFragment['ledger'] }) {
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
                <Account address={posting.account} />
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

/** An account as it is called in the books, and what that means. */
function Account({ address }: { address: string }) {
  const translate = useTranslate()
  const name = address.split(':')[0] ?? ''
  return (
    <>
      <code>{name}</code>
      <Box component="span" sx={{ color: 'text.secondary', display: { xs: 'none', xl: 'inline' } }}>
        {' '}
        {translate(`orders.accounts.${name}`, { _: '' })}
      </Box>
    </>
  )
}
