import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { MailRowFragment } from '../gen/documents.js'
import { StateChip } from '../shared/StateChip.js'
import { When } from '../shared/When.js'

/** The mails of one thing, as part of its page; each opens as it looked. */
export function MailTable({ mails }: { mails: MailRowFragment[] }) {
  const translate = useTranslate()
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{translate('mails.subject')}</TableCell>
          <TableCell>{translate('mails.to')}</TableCell>
          <TableCell>{translate('mails.state')}</TableCell>
          <TableCell>{translate('mails.queuedAt')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {mails.map((mail) => (
          <TableRow key={mail.id}>
            <TableCell>
              <Link component={RouterLink} to={`/mails/${mail.id}/show`}>
                {mail.subject}
              </Link>
            </TableCell>
            <TableCell>{mail.to}</TableCell>
            <TableCell>
              <StateChip value={mail.state} />
            </TableCell>
            <TableCell>
              <When at={mail.queuedAt} short />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
