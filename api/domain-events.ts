import type { AccountEventData } from './accounts/accounts.events.js'
import type { FundsEventData } from './funds/funds.events.js'
import type { OrderEventData } from './orders/order.events.js'

/** The name of everything that can happen: each is told to somebody, or to nobody by decision. Types only. */
export type DomainEvent = keyof AccountEventData | keyof OrderEventData | keyof FundsEventData | OnboardingEvent | TaskEvent | ProvisioningEvent | MessageEvent

type OnboardingEvent =
  | 'onboarding.requested'
  | 'onboarding.reminded'
  | 'onboarding.submitted'
  | 'onboarding.withdrawn'
  | 'onboarding.claimed'
  | 'onboarding.approved'
  | 'onboarding.changes-requested'
  | 'onboarding.stale'
  | 'onboarding.voided'
type TaskEvent =
  | 'task.raised'
  | 'task.delegated'
  | 'task.claimed'
  | 'task.declined'
  | 'task.started'
  | 'task.paused'
  | 'task.continued'
  | 'task.submitted'
  | 'task.accepted'
  | 'task.returned'
  | 'task.cancelled'
  | 'task.due-soon'
  | 'task.overdue'
  | 'task.released'
type ProvisioningEvent = 'provisioning.started' | 'provisioning.activated' | 'provisioning.failed' | 'provisioning.retried' | 'provisioning.given-up'
type MessageEvent = 'message.posted'
