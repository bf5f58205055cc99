/** What a channel is asked when it marks a campaign complete. The answers are kept; none of them stands in its way. */
export interface Checklist {
  /** It has all the materials it needs. */
  readonly materials: boolean
  /** It has connected with the buyer. */
  readonly connected: boolean
  /** It has given the buyer an estimated completion date. */
  readonly estimateGiven: boolean
  /** It has said that it is available for questions. */
  readonly available: boolean
}
