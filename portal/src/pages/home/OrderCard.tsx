import type { OrdersQuery } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { Link } from '../../router/router.js'
import { Chip } from '../../ui/Card.js'
import { standingFor } from '../order/standing.js'
import { StageChip } from '../order/StageChip.js'
import { orderWords as words } from '../../words/orders.js'

type Order = OrdersQuery['orders']['nodes'][number]

/** One order in the list: what it is, where it stands, what is next. */
export function OrderCard({ order, buys }: { order: Order; buys: boolean }) {
  const { summary, next, nextBy } = standingFor(order, buys)
  const services = order.lines.map((line) => line.service?.name).join(', ')
  const forOther = buys && order.beneficiary && order.beneficiary.id !== order.buyer?.id
  return (
    <article className="order-card">
      <div className="stack-tight">
        <div className="row">
          <h2>
            <Link to={`/orders/${order.id}`}>{services || order.number}</Link>
          </h2>
          {forOther && <span className="muted">{words.forWhom(order.beneficiary?.name ?? '')}</span>}
        </div>
        <p>{summary}</p>
        {next && (
          <p className="muted small">
            {next}
            {nextBy && ` ${words.by(moment(nextBy))}`}
          </p>
        )}
      </div>
      <div className="order-side">
        {order.unread ? <Chip tone="act">{words.unread(order.unread)}</Chip> : null}
        <StageChip order={order} buys={buys} />
        <span className="muted small">
          <span className="mono">{order.number}</span>
          {order.total && ` · ${order.total.formatted}`}
        </span>
      </div>
    </article>
  )
}
