import { fact, type Fact } from '../lib/facts.js'
import { port } from '../platform/port.js'
import type { PlainWords } from './plain-words.js'

/** What an order asks its campaign, where it has one: SQL over the order's row `t`, and the words for what that gives. */
export interface CampaignOfOrder {
  /** Which of the words fits now, as text; null where the order's stage says enough. */
  readonly says: string
  /** By when the next step is due, or null. */
  readonly by: string
  readonly words: Readonly<Record<string, PlainWords>>
}

/** Campaigns stand above orders. Bound by the app. */
export const orderCampaign = port<CampaignOfOrder>('order campaign')

/** What the campaign says of itself, as a fact; what is bound is asked for when a statement is made. */
export const campaignSays: Fact<string | null> = {
  get sql() {
    return orderCampaign.bound.says
  },
  read: fact.maybeText('').read,
}

/** By when its next step is due, as a fact. */
export const campaignBy: Fact<Date | null> = {
  get sql() {
    return orderCampaign.bound.by
  },
  read: fact.maybeTime('').read,
}
