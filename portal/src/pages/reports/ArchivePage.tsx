import { OrderReportsDocument, type OrderReportsQuery } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { Card } from '../../ui/Card.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { More } from '../../ui/More.js'
import { Page } from '../../ui/Page.js'
import { usePages } from '../../wire/use-pages.js'
import { reportWords as words } from '../../words/reports.js'
import { ReportLinks } from './ReportLinks.js'

const PAGE_SIZE = 50

/** All reports on an order, page after page. */
export function ArchivePage({ id }: { id: string }) {
  const reports = usePages(OrderReportsDocument, { id, first: PAGE_SIZE }, reportsOf)
  const { nodes, answer, error, reload } = reports
  if (answer && !answer.order) return <Missing />
  return (
    <Page title={words.card} width="narrow" action={<Link to={`/orders/${id}`}>{words.toOrder}</Link>}>
      <Failure error={error} onRetry={() => void reload()} />
      {!nodes && !error && <Bones />}
      {nodes && answer?.order && (
        <Card title={words.all(answer.order.reports.totalCount.count)}>
          {nodes.length === 0 ? <p className="muted">{words.none}</p> : <ReportLinks reports={nodes} />}
          <More list={reports} of={words.card} />
        </Card>
      )}
    </Page>
  )
}

const NONE = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }

const reportsOf = ({ order }: OrderReportsQuery) => order?.reports ?? NONE
