import { apiKeyMachine } from '../accounts/api-key.machine.js'
import { memberMachine } from '../accounts/member.machine.js'
import { staffMachine } from '../accounts/staff.machine.js'
import { campaignMachine } from '../campaigns/campaign.machine.js'
import { creativeMachine } from '../campaigns/creative.machine.js'
import { serviceMachine } from '../catalogue/service.machine.js'
import { disputeMachine } from '../disputes/dispute.machine.js'
import { chargebackMachine } from '../funds/chargeback.machine.js'
import { payoutAccountMachine } from '../funds/payout-account.machine.js'
import type { AnyMachine } from '../lib/machine.js'
import { calendarMachine } from '../messages/calendar.machine.js'
import { onboardingMachine } from '../onboarding/onboarding.machine.js'
import { cartMachine } from '../orders/cart.machine.js'
import { orderMachine } from '../orders/order.machine.js'
import { appointmentMachine } from '../outreach/appointment.machine.js'
import { provisioningMachine } from '../provisioning/provisioning.machine.js'
import { reportMachine } from '../reports/report.machine.js'
import { taskMachine } from '../tasks/task.machine.js'

/** Every machine of the trade, in the order in which an order meets them; then those of people. */
export const machines: readonly AnyMachine[] = [
  cartMachine,
  orderMachine,
  provisioningMachine,
  onboardingMachine,
  appointmentMachine,
  campaignMachine,
  creativeMachine,
  disputeMachine,
  taskMachine,
  reportMachine,
  calendarMachine,
  payoutAccountMachine,
  chargebackMachine,
  serviceMachine,
  memberMachine,
  staffMachine,
  apiKeyMachine,
]
