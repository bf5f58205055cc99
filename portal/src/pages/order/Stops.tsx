import type { OrderStage } from '../../gen/operations.js'
import { appointmentStops } from '../../words/appointments.js'
import { campaignStops } from '../../words/campaign-page.js'
import { addOnStops, onboardedStops, orderPageWords as words } from '../../words/order.js'
import type { Order } from './order-parts.js'

interface Way {
  stops: readonly string[]
  /** Where each stage is on it; a stage that is not named is the second stop. */
  at: Partial<Record<OrderStage, number>>
}

const ONBOARDED: Way = {
  stops: onboardedStops,
  at: {
    AWAITING_PAYMENT: 0,
    ACTION_REQUIRED: 1,
    AWAITING_ONBOARDING: 1,
    IN_VERIFICATION: 2,
    IN_PROGRESS: 3,
    READY: 3,
    DELIVERED: 4,
    CLOSED: 6,
  },
}
const CAMPAIGN: Way = {
  stops: campaignStops,
  at: {
    AWAITING_PAYMENT: 0,
    AWAITING_ACCEPTANCE: 1,
    ACCEPTED: 2,
    CAMPAIGN_READY: 3,
    COMPLETION_CLAIMED: 4,
    DISPUTED: 4,
    CLOSED: 6,
  },
}
const APPOINTMENT: Way = {
  stops: appointmentStops,
  at: { AWAITING_PAYMENT: 0, OUTREACH: 1, FOLLOW_UP: 1, UNREACHABLE: 1, CONFIRMED: 2, CLOSED: 4 },
}
const ADD_ONS: Way = { stops: addOnStops, at: { AWAITING_PAYMENT: 0, CLOSED: 3 } }

/** The order's way as stops on a route, to others than its buyer without its payment; a cancelled order has none. */
export function Stops({ order, buys }: { order: Order; buys: boolean }) {
  if (order.status === 'CANCELLED') return null
  const { stops, at } = wayOf(order)
  const from = buys ? 0 : 1
  const here = (at[order.stage] ?? 1) - from
  return (
    <ol className="stops" aria-label={words.route}>
      {stops.slice(from).map((name, index) => (
        <li
          key={name}
          data-state={index < here ? 'done' : index === here ? 'here' : 'ahead'}
          aria-current={index === here ? 'step' : undefined}
        >
          <span>{name}</span>
        </li>
      ))}
    </ol>
  )
}

function wayOf({ lines }: Order): Way {
  const flows = lines.map((line) => line.service?.flow)
  if (flows.includes('ONBOARDED')) return ONBOARDED
  if (flows.includes('APPOINTMENT')) return APPOINTMENT
  return flows.includes('CAMPAIGN') ? CAMPAIGN : ADD_ONS
}
