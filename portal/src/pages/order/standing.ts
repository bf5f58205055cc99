import type { OrderStage, OrderStatus, StandingPartsFragment } from '../../gen/operations.js'
import { campaignToOthers, endedToOthers, notBegun, toOthers, toBuyer } from '../../words/orders.js'

interface Standing {
  summary: string
  next: string | null
  nextBy: string | null
}

interface Standed {
  status: OrderStatus
  stage: OrderStage
  standing: StandingPartsFragment
}

/**
 * Where an order stands, for this reader: what is asked of its buyer is said to the buyer; others read neither of money nor
 * of what is between the buyer and us.
 */
export function standingFor({ status, stage, standing }: Standed, buys: boolean): Standing {
  const { summary, next, nextBy } = standing
  if (!buys && status === 'AWAITING_PAYMENT') return { summary: notBegun.summary, next: null, nextBy: null }
  if (!buys && (campaignToOthers[stage] ?? endedToOthers[status]))
    return { summary: campaignToOthers[stage] ?? endedToOthers[status] ?? '', next: null, nextBy: null }
  if (status !== 'DELIVERED') return { summary, next, nextBy }
  return buys
    ? { summary, next: toBuyer.delivered, nextBy }
    : { summary, next: toOthers.delivered, nextBy: null }
}
