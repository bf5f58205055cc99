import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { OrdersByStageDocument } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { sentence } from '../shared/StateChip.js'
import { useAsk } from '../shared/use-ask.js'
import { Bar } from './Bar.js'
import { cell, chart, head } from './chart-table.js'

/** Where the running orders are: a bar for each stage that has any, each leading to its orders. */
export function StagesChart() {
  const translate = useTranslate()
  const { data } = useAsk(['orders', 'stages'], OrdersByStageDocument, {})
  const stages = data?.ordersByStage.filter(({ count }) => count > 0)
  if (!stages?.length) return null
  const most = Math.max(...stages.map(({ count }) => count))
  const all = stages.reduce((sum, { count }) => sum + count, 0)
  return (
    <Panel title={translate('charts.stages')}>
      <Box component="table" sx={chart}>
        <Box component="caption" sx={{ textAlign: 'left', pb: 1, color: 'text.secondary' }}>
          {translate('charts.running', { smart_count: all })}
        </Box>
        <Box component="thead" sx={head}>
          <tr>
            <th scope="col">{translate('orders.stage')}</th>
            <th scope="col">{translate('charts.count')}</th>
          </tr>
        </Box>
        <tbody>
          {stages.map(({ stage, count }) => (
            <tr key={stage}>
              <Box component="th" scope="row" sx={cell}>
                <Link component={RouterLink} to={ordersAt(stage)} color="inherit">
                  {translate(`states.${stage}`, { _: sentence(stage) })}
                </Link>
              </Box>
              <Box component="td" sx={{ ...cell, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
                {count}
              </Box>
              <Box component="td" sx={{ width: '55%' }}>
                <Bar share={count / most} />
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
    </Panel>
  )
}

function ordersAt(stage: string): string {
  return `/orders?filter=${encodeURIComponent(JSON.stringify({ stage: [stage] }))}`
}
