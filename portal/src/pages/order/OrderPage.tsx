import { useEffect } from 'react'
import { OrderChangedDocument, OrderDocument, OrderPaymentDocument } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { navigate } from '../../router/router.js'
import type { Viewer } from '../../shell/viewer.js'
import { Bones, Failure, Missing } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { Refused } from '../../wire/refused.js'
import { useFreshAddresses } from '../../wire/use-fresh-addresses.js'
import { useLive } from '../../wire/use-live.js'
import { useRead } from '../../wire/use-read.js'
import { orderPageWords as words } from '../../words/order.js'
import { sideOf } from '../campaign/campaign-parts.js'
import { CancellationCard, hasToAnswer } from '../campaign/CancellationCard.js'
import { CreativesCard } from '../campaign/CreativesCard.js'
import { FactsCard } from '../campaign/FactsCard.js'
import { AppointmentCard } from '../outreach/AppointmentCard.js'
import { AttemptsCard } from '../outreach/AttemptsCard.js'
import { CancelAppointment } from '../outreach/CancelAppointment.js'
import { ReportsCard } from '../reports/ReportsCard.js'
import { CancelCard } from './CancelCard.js'
import type { Talk } from './talk.js'
import { DeliveriesCard } from './DeliveriesCard.js'
import { FeedCard } from './FeedCard.js'
import { LinesCard } from './LinesCard.js'
import type { Order, Payment } from './order-parts.js'
import { PaymentCard } from './PaymentCard.js'
import { StageChip } from './StageChip.js'
import { StandingCard } from './StandingCard.js'
import { useAsking } from './use-asking.js'

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

  const asking = useAsking()
  const order = data?.order
  useChannelsPage(order, viewer)
  if (data && !order) return <Missing />
  if (error instanceof Refused && error.code === 'NOT_FOUND') return <Missing />
  if (!order || (order.campaign && sideOf(viewer, order.campaign) === 'CHANNEL')) {
    return (
      <Page title={words.title('')}>{error ? <Failure error={error} onRetry={again} /> : <Bones />}</Page>
    )
  }
  const money = payment.data?.order?.payment
  const held = heldOf(money)
  const { campaign, appointment } = order
  const isCampaign = order.lines.some(({ service }) => service?.flow === 'CAMPAIGN')
  const cancellation = campaign && <CancellationCard campaign={campaign} side="BUYER" onChange={again} />
  const buys = viewer.memberships.some((member) => member.organisation?.id === order.buyer?.id)
  return (
    <Page
      title={words.title(order.number)}
      lead={leadOf(order)}
      action={<StageChip order={order} buys={buys} />}
    >
      <div className="two">
        <div className="stack">
          <StandingCard {...{ order, viewer, buys, campaign, held }} onChange={again} onAsk={asking.ask} />
          {appointment && <AppointmentCard appointment={appointment} onChange={again} />}
          <DeliveriesCard order={order} held={held} onAnswered={again} />
          {campaign && hasToAnswer(campaign, 'BUYER') && cancellation}
          {campaign && <CreativesCard campaign={campaign} side="BUYER" onChange={again} />}
          <div className="feed-place">
            <FeedCard order={talkOf(order)} buys={buys} asking={asking} />
          </div>
        </div>
        <div className="stack">
          <LinesCard order={order} viewer={viewer} buys={buys} onChange={again} />
          {campaign && <FactsCard campaign={campaign} side="BUYER" />}
          {buys && appointment && <AttemptsCard appointment={appointment} />}
          <ReportsCard key={order.status} orderId={order.id} ended={order.endedAt !== null} />
          {money && <PaymentCard payment={money} isCampaign={isCampaign} />}
          {campaign && !hasToAnswer(campaign, 'BUYER') && cancellation}
          {/* Once it is paid, a campaign is ended by its own verbs. */}
          {appointment && <CancelAppointment {...{ appointment, held }} onChange={again} />}
          {buys && !campaign && !appointment && (
            <CancelCard order={order} payment={money} onCancelled={again} />
          )}
        </div>
      </div>
    </Page>
  )
}

/** A channel has a page of its own for its campaign: an order's address leads it there. */
function useChannelsPage(order: Order | null | undefined, viewer: Viewer): void {
  const campaign = order?.campaign
  const theirs = campaign && sideOf(viewer, campaign) === 'CHANNEL' ? campaign.id : undefined
  useEffect(() => {
    if (theirs) navigate(`/campaigns/${theirs}`, { replace: true })
  }, [theirs])
}

/** Whom the order's feed is between: on a campaign's, the channel is the other side. */
function talkOf(order: Order): Talk {
  const { campaign } = order
  return campaign ? { ...order, channel: { name: campaign.channelName, isViewer: false } } : order
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
