import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslate } from 'react-admin'
import type { MailGalleryQuery } from '../../gen/documents.js'
import { Panel } from '../../shared/Panel.js'

type Occasion = MailGalleryQuery['mailGallery']['templates'][number]['occasions'][number]

/** When a kind of mail goes out, and to whom. */
export function Occasions({ occasions }: { occasions: readonly Occasion[] }) {
  const translate = useTranslate()
  return (
    <Panel title={translate('mails.gallery.occasions')} flush>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('mails.gallery.when')}</TableCell>
            <TableCell>{translate('mails.gallery.tells')}</TableCell>
            <TableCell sx={{ display: { xs: 'none', md: 'table-cell' } }}>
              {translate('mails.gallery.event')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {occasions.map((occasion) => (
            <TableRow key={`${occasion.event} ${occasion.tells}`}>
              <TableCell>{occasion.when}</TableCell>
              <TableCell>{occasion.tells}</TableCell>
              <TableCell sx={{ display: { xs: 'none', md: 'table-cell' } }}>
                {occasion.event ? <code>{occasion.event}</code> : '–'}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  )
}
