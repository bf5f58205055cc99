import { OrderReportsDocument } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { Card } from '../../ui/Card.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { useRead } from '../../wire/use-read.js'
import { reportWords as words } from '../../words/reports.js'
import { ReportLinks } from './ReportLinks.js'

const MOST = 100

/** All reports on an order. */
export function ArchivePage({ id }: { id: string }) {
  const { data, error, reload } = useRead(OrderReportsDocument, { id, first: MOST })
  if (data && !data.order) return <Missing />
  return (
    <Page title={words.card} width="narrow" action={<Link to={`/orders/${id}`}>{words.toOrder}</Link>}>
      <Failure error={error} onRetry={() => void reload()} />
      {!data && !error && <Bones />}
      {data?.order && (
        <Card title={words.all(data.order.reports.totalCount.count)}>
          {data.order.reports.nodes.length === 0 ? (
            <p className="muted">{words.none}</p>
          ) : (
            <ReportLinks reports={data.order.reports.nodes} />
          )}
        </Card>
      )}
    </Page>
  )
}
