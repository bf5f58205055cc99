import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { useGetList, usePermissions, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { AuditRowFragment } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { When } from '../shared/When.js'
import { What, Who } from './AuditCells.js'
import { logOf } from './subject-page.js'

/** For admins: what the log says last of one thing or person. */
export function RecentLog({ id }: { id: string }) {
  const { permissions = [] } = usePermissions<string[]>()
  return permissions.includes('ADMIN') ? <Recent id={id} /> : null
}

function Recent({ id }: { id: string }) {
  const translate = useTranslate()
  const { data = [] } = useGetList<AuditRowFragment>('auditEntries', {
    filter: { about: [id] },
    sort: { field: 'occurredAt', order: 'DESC' },
    pagination: { page: 1, perPage: 10 },
  })
  return (
    <Panel
      title={translate('audit.recent')}
      flush
      aside={
        <Link component={RouterLink} to={logOf(id)}>
          {translate('audit.all')}
        </Link>
      }
    >
      <Table size="small">
        <TableBody>
          {data.map((entry) => (
            <TableRow key={entry.id}>
              <TableCell>
                <When at={entry.occurredAt} short />
              </TableCell>
              <TableCell>
                <Who entry={entry} />
              </TableCell>
              <TableCell>
                <What entry={entry} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  )
}
