/** Currencies without a minor unit that are written there with two zeros all the same. Source: docs.stripe.com/currencies. */
const WITH_ZEROS: readonly string[] = ['ISK', 'UGX']

/** Our minor units in theirs. */
export function theirAmount(amount: bigint, currency: string): number {
  return Number(WITH_ZEROS.includes(currency) ? amount * 100n : amount)
}

/** Their minor units and currency in ours. */
export function ourMoney(amount: number, currency: string): { amount: bigint; currency: string } {
  const ours = currency.toUpperCase()
  const exact = BigInt(amount)
  return { amount: WITH_ZEROS.includes(ours) ? exact / 100n : exact, currency: ours }
}
