/** The two sides of a campaign. */
export const sides = {
  BUYER: 'The buyer.',
  CHANNEL: 'The channel.',
} as const

export type Side = keyof typeof sides

/** How a closed campaign's money was settled. */
export const campaignOutcomes = {
  RELEASED: 'All of it went to the channel, less the fee.',
  REFUNDED: 'All of it went back to the buyer.',
  SPLIT: 'A part of it went back, the rest to the channel, less the fee.',
} as const

export type CampaignOutcome = keyof typeof campaignOutcomes

/** What a settlement is called: `refund` of `held` minor units goes back. */
export function outcomeOf(refund: bigint, held: bigint): CampaignOutcome {
  if (refund >= held) return 'REFUNDED'
  return refund === 0n ? 'RELEASED' : 'SPLIT'
}
