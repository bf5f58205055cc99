/** Why a buyer disputes a campaign: what it means, and for those that do not count, what we say instead. */
interface DisputeReasonSpec {
  readonly doc: string
  /** Null where it counts: a blatant breach of what was agreed. */
  readonly kindly: string | null
}

/** Everything a buyer may give as a reason. Those that do not count stand here too, so that we can say so kindly. */
export const disputeReasons = {
  NOT_PERFORMED: { doc: 'The campaign was not run, or only a small part of it.', kindly: null },
  NOT_AS_AGREED: { doc: 'What was run is not what was agreed.', kindly: null },
  WRONG_DATES: { doc: 'It ran on other days than agreed.', kindly: null },
  WRONG_PLACEMENT: { doc: 'It ran in another place than agreed.', kindly: null },
  UNAPPROVED_CREATIVE: { doc: 'It ran with creatives that were not the approved ones.', kindly: null },
  LOW_CONVERSIONS: {
    doc: 'Fewer people responded than hoped. Does not count.',
    kindly:
      'We are sorry that fewer people responded than you had hoped. How many do is nothing that a channel can promise, so a campaign is not disputed for it. Write to the channel on the order’s feed and look at the figures together: what you learn makes the next campaign better.',
  },
  OUT_OF_CHANNELS_CONTROL: {
    doc: 'Something that the channel has no hand in. Does not count.',
    kindly:
      'That is a pity, and we see that it bothers you. What the channel has no hand in, such as the season, the news or your own page, is not for it to answer for, so a campaign is not disputed for it. Write to the channel on the order’s feed: many find a way to help.',
  },
  CHANGED_PLANS: {
    doc: 'The buyer’s plans have changed. Does not count.',
    kindly:
      'Plans change, and we understand that. The channel has kept its side, so a campaign is not disputed for it. Write to the channel on the order’s feed if something can still be moved or used in another way.',
  },
} as const satisfies Record<string, DisputeReasonSpec>

export type DisputeReason = keyof typeof disputeReasons

/** What we say to somebody whose reason does not count; null where it counts. */
export function kindWordsFor(reason: DisputeReason): string | null {
  return disputeReasons[reason].kindly
}
