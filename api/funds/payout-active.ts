/** Whether a channel can be paid out to, as an SQL expression over a column or expression with its id: for guards. */
export const payoutActive = (channelId: string) =>
  `exists (select from payout_accounts pa where pa.organisation_id = ${channelId} and pa.status = 'ACTIVE')`
