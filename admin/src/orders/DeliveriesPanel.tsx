import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { DeliveryCardFragment, FileShownFragment, OrderPageFragment } from '../gen/documents.js'
import { FileState } from '../shared/FileState.js'
import { Panel } from '../shared/Panel.js'
import { When } from '../shared/When.js'

/** What was handed over, the newest first, each with its files and what the buyer wanted changed. */
export function DeliveriesPanel({ order }: { order: OrderPageFragment }) {
  const translate = useTranslate()
  if (!order.deliveries.length) return null
  return (
    <Panel
      title={translate('orders.deliveries')}
      aside={
        <Typography variant="body2">
          {translate('orders.revisionsLeft', { smart_count: order.revisionsLeft })}
        </Typography>
      }
      flush
    >
      {order.deliveries
        .toSorted((a, b) => b.number - a.number)
        .map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} />
        ))}
    </Panel>
  )
}

function Delivery({ delivery }: { delivery: DeliveryCardFragment }) {
  const translate = useTranslate()
  const { number, deliveredAt, deliveredBy, summary, files, revisionText, revisionRequestedAt } = delivery
  return (
    <Box sx={{ px: 2, py: 1.5, '&:not(:last-of-type)': { borderBottom: 1, borderColor: 'divider' } }}>
      <Typography variant="h3">{translate('orders.delivery', { number })}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        <When at={deliveredAt} />
        {deliveredBy ? ` · ${deliveredBy.name}` : null}
      </Typography>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', my: 1 }}>{summary}</Box>
      {files.length ? (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {files.map((file) => (
            <HandedOver key={file.id} file={file} />
          ))}
        </Box>
      ) : null}
      {revisionRequestedAt ? (
        <Box sx={{ mt: 1.5, pl: 1.5, borderLeft: 3, borderColor: 'warning.main' }}>
          <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
            {translate('orders.revisionRequested')} <When at={revisionRequestedAt} />
          </Typography>
          <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {revisionText ?? translate('orders.erased')}
          </Box>
        </Box>
      ) : null}
    </Box>
  )
}

function HandedOver({ file }: { file: FileShownFragment }) {
  return (
    <li>
      {file.downloadUrl ? (
        <Link href={file.downloadUrl} rel="noreferrer" underline="always">
          {file.name}
        </Link>
      ) : (
        file.name
      )}
      <FileState file={file} />
    </li>
  )
}
