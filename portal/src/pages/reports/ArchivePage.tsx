import { useState } from 'react'
import { OrderReportsDocument, type OrderReportsQuery } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { Button } from '../../ui/Button.js'
import { Card } from '../../ui/Card.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { ask } from '../../wire/ask.js'
import { useRead } from '../../wire/use-read.js'
import { reportWords as words } from '../../words/reports.js'
import { ReportLinks } from './ReportLinks.js'

const PAGE_SIZE = 50

/** All reports on an order, page after page. */
export function ArchivePage({ id }: { id: string }) {
  const { data, error, reload, put } = useRead(OrderReportsDocument, { id, first: PAGE_SIZE, after: null })
  const [reading, setReading] = useState(false)
  if (data && !data.order) return <Missing />

  const more = async (before: Found): Promise<void> => {
    setReading(true)
    const { endCursor: after } = before.reports.pageInfo
    const next = await ask(OrderReportsDocument, { id, first: PAGE_SIZE, after }).finally(() =>
      setReading(false),
    )
    put(joined(before, next))
  }
  const order = data?.order
  return (
    <Page title={words.card} width="narrow" action={<Link to={`/orders/${id}`}>{words.toOrder}</Link>}>
      <Failure error={error} onRetry={() => void reload()} />
      {!data && !error && <Bones />}
      {order && (
        <Card title={words.all(order.reports.totalCount.count)}>
          {order.reports.nodes.length === 0 ? (
            <p className="muted">{words.none}</p>
          ) : (
            <ReportLinks reports={order.reports.nodes} />
          )}
          {order.reports.pageInfo.hasNextPage && (
            <div>
              <Button kind="quiet" busy={reading} onClick={() => void more(order)}>
                {words.older}
              </Button>
            </div>
          )}
        </Card>
      )}
    </Page>
  )
}

type Found = NonNullable<OrderReportsQuery['order']>

function joined(before: Found, { order }: OrderReportsQuery): OrderReportsQuery {
  if (!order) return { order }
  return {
    order: {
      ...order,
      reports: { ...order.reports, nodes: [...before.reports.nodes, ...order.reports.nodes] },
    },
  }
}
