import { OrderChangedDocument, OrderDocument, OrderPaymentDocument } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import type { Viewer } from '../../shell/viewer.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { Refused } from '../../wire/refused.js'
import { useFreshAddresses } from '../../wire/use-fresh-addresses.js'
import { useLive } from '../../wire/use-live.js'
import { useRead } from '../../wire/use-read.js'
import { orderPageWords as words } from '../../words/order.js'
import { ReportsCard } from '../reports/ReportsCard.js'
import { CancelCard } from './CancelCard.js'
import { DeliveriesCard } from './DeliveriesCard.js'
import { FeedCard } from './FeedCard.js'
import { LinesCard } from './LinesCard.js'
import type { Order, Payment } from './order-parts.js'
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
  useFreshAddresses(again)
  useLive(OrderChangedDocument, id, { variables: () => ({ id }), onEvent: again, onResume: again })

  const order = data?.order
  if (data && !order) return <Missing />
  if (error instanceof Refused && error.code === 'NOT_FOUND') return <Missing />
  if (!order) {
    return (
      <Page title={words.title('')}>{error ? <Failure error={error} onRetry={again} /> : <Bones />}</Page>
    )
  }
  const money = payment.data?.order?.payment
  const buys = viewer.memberships.some((member) => member.organisation?.id === order.buyer?.id)
  return (
    <Page
      title={words.title(order.number)}
      lead={leadOf(order)}
      action={<StageChip order={order} buys={buys} />}
    >
      <div className="two">
        <div className="stack">
          <StandingCard order={order} viewer={viewer} buys={buys} />
          <DeliveriesCard order={order} held={heldOf(money)} onAnswered={again} />
          <div className="feed-place">
            <FeedCard order={order} buys={buys} />
          </div>
        </div>
        <div className="stack">
          <LinesCard order={order} viewer={viewer} buys={buys} onChange={again} />
          <ReportsCard key={order.status} orderId={order.id} ended={order.endedAt !== null} />
          {money && <PaymentCard payment={money} />}
          {buys && <CancelCard order={order} payment={money} onCancelled={again} />}
        </div>
      </div>
    </Page>
  )
}

/** What is held for the order, as people write it; null where nothing is. */
function heldOf(payment: Payment | null | undefined): string | null {
  return payment && BigInt(payment.held.amount) > 0n ? payment.held.formatted : null
}

function leadOf(order: Order): string {
  const services = order.lines.map((line) => line.service?.name).join(', ')
  const whom = order.beneficiary ? ` ${words.forWhom(order.beneficiary.name)}` : ''
  return `${services}${whom}. ${words.placed(moment(order.placedAt))}.`
}
