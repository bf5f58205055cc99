import { OrderReportsDocument, ReportDocument } from '../../gen/operations.js'
import { day, moment } from '../../format/format.js'
import { Link } from '../../router/router.js'
import { Card } from '../../ui/Card.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { useRead } from '../../wire/use-read.js'
import { reportWords as words } from '../../words/reports.js'
import { FiguresCard } from './FiguresCard.js'
import { ReportLinks } from './ReportLinks.js'
import type { Report } from './report-parts.js'

/** A report as it was sent: what was done, how it stands, what is next, and the others of its order. */
export function ReportPage({ id }: { id: string }) {
  const { data, error, reload } = useRead(ReportDocument, { id })
  if (data && !data.report) return <Missing />
  const report = data?.report
  if (!report)
    return (
      <Page title={words.title(null)}>
        {error ? <Failure error={error} onRetry={() => void reload()} /> : <Bones />}
      </Page>
    )
  return (
    <Page
      title={words.title(report.number)}
      lead={leadOf(report)}
      action={report.order && <Link to={`/orders/${report.order.id}`}>{words.toOrder}</Link>}
    >
      <div className="two">
        <div className="stack" lang={report.language ?? undefined}>
          {report.note && <p className="report-note pre">{report.note}</p>}
          <Items title={words.done} items={report.done} otherwise={words.nothingDone} />
          <FiguresCard report={report} />
        </div>
        <div className="stack">
          <div className="stack" lang={report.language ?? undefined}>
            {report.questions.length > 0 && <Items title={words.questions} items={report.questions} />}
            <Items
              title={words.ahead}
              items={report.next.map((item) => ({ ...item, by: true }))}
              otherwise={words.nothingAhead}
            />
          </div>
          {report.order && <Others orderId={report.order.id} open={report.id} />}
        </div>
      </div>
    </Page>
  )
}

function leadOf({ order, periodFrom, periodTo, sentAt }: Report): string {
  const whose = order ? `${words.lead(order.number, order.beneficiary?.name ?? null)}. ` : ''
  const sent = sentAt ? ` ${words.sent(moment(sentAt))}.` : ''
  return `${whose}${words.span(day(periodFrom), day(periodTo))}.${sent}`
}

interface ItemsProps {
  title: string
  items: { text: string; at?: string | null; by?: boolean }[]
  otherwise?: string
}

function Items({ title, items, otherwise }: ItemsProps) {
  return (
    <Card title={<span lang="en">{title}</span>}>
      {items.length === 0 && <p className="muted">{otherwise}</p>}
      {items.length > 0 && (
        <ul className="report-items">
          {items.map((item, at) => (
            <li key={at}>
              <span>{item.text}</span>
              {item.at && (
                <time className="muted small" dateTime={item.at} lang="en">
                  {item.by ? words.by(day(item.at)) : day(item.at)}
                </time>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Others({ orderId, open }: { orderId: string; open: string }) {
  const { data } = useRead(OrderReportsDocument, { id: orderId, first: 6 })
  const reports = data?.order?.reports
  if (!reports || reports.nodes.length < 2) return null
  return (
    <Card title={words.archive}>
      <ReportLinks reports={reports.nodes} open={open} />
      {reports.totalCount.count > reports.nodes.length && (
        <Link to={`/orders/${orderId}/reports`}>{words.all(reports.totalCount.count)}</Link>
      )}
    </Card>
  )
}
