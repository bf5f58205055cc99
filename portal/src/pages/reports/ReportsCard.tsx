import { OrderReportsDocument } from '../../gen/operations.js'
import { day } from '../../format/format.js'
import { Link } from '../../router/router.js'
import { Card } from '../../ui/Card.js'
import { useRead } from '../../wire/use-read.js'
import { reportWords as words } from '../../words/reports.js'
import { ReportLinks } from './ReportLinks.js'

const NEWEST = 3

/** The newest reports on an order, and while it runs when the next comes. Nothing where the order has none. */
export function ReportsCard({ orderId, ended }: { orderId: string; ended: boolean }) {
  const { data } = useRead(OrderReportsDocument, { id: orderId, first: NEWEST })
  const order = data?.order
  if (!order?.reportCadence) return null
  const count = order.reports.totalCount.count
  if (ended && count === 0) return null
  const next = order.nextReportAt ? words.next(day(order.nextReportAt)) : words.paused
  return (
    <Card title={words.card}>
      {!ended && (
        <p className="muted small">
          {words.cadence[order.reportCadence]} {order.reportCadence === 'NONE' ? '' : next}
        </p>
      )}
      {count === 0 ? <p className="muted">{words.none}</p> : <ReportLinks reports={order.reports.nodes} />}
      {count > NEWEST && <Link to={`/orders/${orderId}/reports`}>{words.all(count)}</Link>}
    </Card>
  )
}
