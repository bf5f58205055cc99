/** Why held money must not move: each cause begins and ends alone. */
export const freezeCauses = {
  DISPUTE: 'The buyer disputes the campaign.',
  CHARGEBACK: 'The buyer’s bank wants the payment back.',
} as const
export type FreezeCause = keyof typeof freezeCauses

/** Why an order's money is frozen now, as an SQL expression over the same. */
export const standingCauses = (orderId: string) =>
  `array(select distinct z.cause from freezes z where z.order_id = ${orderId} and z.lifted_at is null order by 1)`

/** Whether an order's money is frozen, as an SQL expression over a column or expression with the order's id. */
export const fundsFrozen = (orderId: string) =>
  `exists (select from freezes z where z.order_id = ${orderId} and z.lifted_at is null)`
