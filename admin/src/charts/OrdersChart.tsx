import { useTranslate } from 'react-admin'
import { OrdersByDayDocument } from '../gen/documents.js'
import { Panel } from '../shared/Panel.js'
import { useAsk } from '../shared/use-ask.js'
import { AGAIN_MS, DAYS } from './days-shown.js'
import { DayColumns } from './DayColumns.js'

/** How many orders were under way at the end of each day, and how many came and went. */
export function OrdersChart() {
  const translate = useTranslate()
  const days = useAsk(['orders', 'days'], OrdersByDayDocument, { days: DAYS }, AGAIN_MS).data?.ordersByDay
  if (!days) return null
  const running = days.map(({ underWay }) => underWay)
  const sum = (what: 'placed' | 'ended') => days.reduce((all, day) => all + day[what], 0)
  return (
    <Panel title={translate('charts.orders')}>
      <DayColumns
        days={days.map(({ day, underWay, placed, ended }) => ({
          day,
          value: underWay,
          words: String(underWay),
          beside: [String(placed), String(ended)],
        }))}
        caption={translate('charts.ordersText', {
          smart_count: running.at(-1),
          days: days.length,
          placed: sum('placed'),
          ended: sum('ended'),
        })}
        label={translate('charts.ordersLabel', {
          days: days.length,
          least: Math.min(...running),
          most: Math.max(...running),
        })}
        columns={[translate('charts.underWay'), translate('charts.placed'), translate('charts.ended')]}
      />
    </Panel>
  )
}
