import type { OrderStage, OrderStatus } from '../../gen/operations.js'
import { Chip } from '../../ui/Card.js'
import { orderWords, stageWords, statusWords } from '../../words/orders.js'

interface Staged {
  status: OrderStatus
  stage: OrderStage
  overdue: boolean
}

/** An order's stage in a word or two; how it ended once it is closed; late where a deadline has passed. */
export function StageChip({ order }: { order: Staged }) {
  const { label, tone } = order.stage === 'CLOSED' ? statusWords[order.status] : stageWords[order.stage]
  return (
    <span className="row">
      {order.overdue && <Chip tone="bad">{orderWords.late}</Chip>}
      <Chip tone={tone}>{label}</Chip>
    </span>
  )
}
