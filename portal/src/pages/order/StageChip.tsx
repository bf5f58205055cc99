import type { OrderStage, OrderStatus } from '../../gen/operations.js'
import { Chip } from '../../ui/Card.js'
import { notBegun, orderWords, stageWords, statusWords } from '../../words/orders.js'

interface Staged {
  status: OrderStatus
  stage: OrderStage
  overdue: boolean
}

/** An order's stage in a word or two; how it ended once it is closed, or that it is held; late where a deadline has passed. */
export function StageChip({ order, buys = true }: { order: Staged; buys?: boolean }) {
  if (!buys && order.status === 'AWAITING_PAYMENT') return <Chip tone={notBegun.tone}>{notBegun.label}</Chip>
  const ended = order.stage === 'CLOSED' || order.status === 'ON_HOLD'
  const { label, tone } = ended ? statusWords[order.status] : stageWords[order.stage]
  return (
    <span className="row">
      {order.overdue && <Chip tone="bad">{orderWords.late}</Chip>}
      <Chip tone={!buys && order.stage === 'DELIVERED' ? 'good' : tone}>{label}</Chip>
    </span>
  )
}
