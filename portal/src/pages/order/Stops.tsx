import type { OrderStage } from '../../gen/operations.js'
import { addOnStops, onboardedStops, orderPageWords as words } from '../../words/order.js'
import type { Order } from './order-parts.js'

const AT_ONBOARDED: Record<OrderStage, number> = {
  AWAITING_PAYMENT: 0,
  ACTION_REQUIRED: 1,
  AWAITING_ONBOARDING: 1,
  IN_VERIFICATION: 2,
  IN_PROGRESS: 3,
  READY: 3,
  DELIVERED: 4,
  CLOSED: 6,
}

/** The order's way as stops on a route, to others than its buyer without its payment; a cancelled order has none. */
export function Stops({ order, buys }: { order: Order; buys: boolean }) {
  if (order.status === 'CANCELLED') return null
  const onboarded = order.lines.some((line) => line.service?.flow === 'ONBOARDED')
  const all = onboarded ? onboardedStops : addOnStops
  const from = buys ? 0 : 1
  const names = all.slice(from)
  const at = (onboarded ? AT_ONBOARDED[order.stage] : addOnAt(order.stage)) - from
  return (
    <ol className="stops" aria-label={words.route}>
      {names.map((name, index) => (
        <li
          key={name}
          data-state={index < at ? 'done' : index === at ? 'here' : 'ahead'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span>{name}</span>
        </li>
      ))}
    </ol>
  )
}

function addOnAt(stage: OrderStage): number {
  if (stage === 'AWAITING_PAYMENT') return 0
  return stage === 'CLOSED' ? 3 : 1
}
