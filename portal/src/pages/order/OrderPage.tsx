import { OrderChangedDocument, OrderDocument, OrderPaymentDocument } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import type { Viewer } from '../../shell/viewer.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { Refused } from '../../wire/refused.js'
import { useLive } from '../../wire/use-live.js'
import { useRead } from '../../wire/use-read.js'
import { orderPageWords as words } from '../../words/order.js'
import { ReportsCard } from '../reports/ReportsCard.js'
import { FeedCard } from './FeedCard.js'
import { LinesCard } from './LinesCard.js'
import type { Order } from './order-parts.js'
import { PaymentCard } from './PaymentCard.js'
import { StageChip } from './StageChip.js'
import { StandingCard } from './StandingCard.js'

/** One order: where it stands, its parts, its money, and its feed; live. */
export function OrderPage({ id, viewer }: { id: string; viewer: Viewer }) {
  const { data, error, reload } = useRead(OrderDocument, { id })
  const payment = useRead(OrderPaymentDocument, { id })
  const again = (): void => {
    void reload()
    void payment.reload()
  }
  useLive(OrderChangedDocument, id, { variables: () => ({ id }), onEvent: again, onResume: again })

  const order = data?.order
  if (data && !order) return <Missing />
  if (error instanceof Refused && error.code === 'NOT_FOUND') return <Missing />
  if (!order) {
    return (
      <Page title={words.title('')}>{error ? <Failure error={error} onRetry={again} /> : <Bones />}</Page>
    )
  }
  const buys = viewer.memberships.some((member) => member.organisation?.id === order.buyer?.id)
  return (
    <Page title={words.title(order.number)} lead={leadOf(order)} action={<StageChip order={order} />}>
      <div className="two">
        <div className="stack">
          <StandingCard order={order} buys={buys} />
          <div className="feed-place">
            <FeedCard order={order} buys={buys} />
          </div>
        </div>
        <div className="stack">
          <LinesCard order={order} buys={buys} />
          <ReportsCard orderId={order.id} />
          {payment.data?.order?.payment && <PaymentCard order={payment.data.order} paidAt={order.paidAt} />}
        </div>
      </div>
    </Page>
  )
}

function leadOf(order: Order): string {
  const services = order.lines.map((line) => line.service?.name).join(', ')
  const whom = order.beneficiary ? ` ${words.forWhom(order.beneficiary.name)}` : ''
  return `${services}${whom}. ${words.placed(moment(order.placedAt))}.`
}
