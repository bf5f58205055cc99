import type { Money } from '../lib/money.js'
import { isBuyer } from './campaign-blocks.js'
import type { CampaignFacts } from './campaign-facts.js'
import type { Reader } from './email.js'

/** What goes back, and to the channel alone what it gets of the rest. Amounts of nothing are left out. */
export function moneyRows(
  campaign: CampaignFacts & { readonly refund: Money; readonly rest: Money },
  to: Reader,
): [string, string | null][] {
  const { money: w } = to.words.agreements
  const amount = (money: Money) => (money.amount ? to.amount(money) : null)
  if (isBuyer(campaign, to)) return [[w.refundToYou, amount(campaign.refund)]]
  return [
    [w.refundTo(campaign.buyer), amount(campaign.refund)],
    [w.restToYou, amount(campaign.rest)],
  ]
}
