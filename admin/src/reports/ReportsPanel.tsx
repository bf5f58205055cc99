import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { OrderReportsDocument, type OrderReportsQuery } from '../gen/documents.js'
import type { ReportCadence } from '../gen/schema.js'
import { schema } from '../gen/schema.js'
import { Panel } from '../shared/Panel.js'
import { Quiet } from '../shared/Quiet.js'
import { StateChip } from '../shared/StateChip.js'
import { useAsk } from '../shared/use-ask.js'
import { When } from '../shared/When.js'
import { useVerb } from '../verbs/use-verb.js'
import { Period } from './Period.js'

type OrderOfReports = NonNullable<OrderReportsQuery['order']>

/** The reports of an order: how often, when the next, and those there are. */
export function ReportsPanel({ orderId }: { orderId: string }) {
  const translate = useTranslate()
  const { data } = useAsk(['orders', 'getOne', 'reports'], OrderReportsDocument, { id: orderId })
  const order = data?.order
  if (!order?.reportCadence) return null
  return (
    <Panel title={translate('reports.title')} aside={<Cadence order={order} />}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {order.nextReportAt ? (
          <>
            {translate('reports.nextAt')} <When at={order.nextReportAt} />
          </>
        ) : (
          translate(order.status === 'OPEN' ? 'states.NONE' : 'reports.paused')
        )}
      </Typography>
      {order.reports.nodes.length ? null : <Quiet>{translate('reports.none')}</Quiet>}
      {order.reports.nodes.map((report) => (
        <Box key={report.id} sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, py: 0.5 }}>
          <Link component={RouterLink} to={`/reports/${report.id}/show`}>
            {report.number ? translate('reports.one', { number: report.number }) : <Period report={report} />}
          </Link>
          <StateChip value={report.status} />
        </Box>
      ))}
    </Panel>
  )
}

function Cadence({ order }: { order: OrderOfReports }) {
  const translate = useTranslate()
  const { run, pending } = useVerb('setReportCadence')
  const ended = order.status === 'COMPLETED' || order.status === 'CANCELLED'
  return (
    <TextField
      select
      size="small"
      margin="none"
      label={translate('reports.cadence')}
      disabled={ended || pending}
      value={order.reportCadence}
      onChange={(event) => void run({ orderId: order.id, cadence: event.target.value as ReportCadence })}
      sx={{ minWidth: 160 }}
    >
      {schema.enums.ReportCadence.map((name) => (
        <MenuItem key={name} value={name}>
          {translate(`states.${name}`)}
        </MenuItem>
      ))}
    </TextField>
  )
}
