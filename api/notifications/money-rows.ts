import type { Money } from '../lib/money.js'
import { type Block, paragraph } from '../platform/mailer/content.js'
import { isBuyer } from './campaign-blocks.js'
import type { CampaignFacts } from './campaign-facts.js'
import type { Reader } from './email.js'

type Divided = CampaignFacts & { readonly refund: Money; readonly rest: Money }

/** What goes back, and to the channel alone what it gets of the rest. Amounts of nothing are left out. */
export function moneyRows(campaign: Divided, to: Reader): [string, string | null][] {
  const { money: w } = to.words.agreements
  const amount = (money: Money) => (money.amount ? to.amount(money) : null)
  if (isBuyer(campaign, to)) return [[w.refundToYou, amount(campaign.refund)]]
  return [
    [w.refundTo(campaign.buyer), amount(campaign.refund)],
    [w.restToYou, amount(campaign.rest)],
  ]
}

/** That a mail of its own tells when money is on its way, to whoever gets some. */
export function moneyTold(campaign: Divided, to: Reader): Block[] {
  const { amount } = isBuyer(campaign, to) ? campaign.refund : campaign.rest
  return amount ? [paragraph(to.words.agreements.money.told)] : []
}
