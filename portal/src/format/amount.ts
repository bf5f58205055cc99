/**
 * Minor units of what somebody wrote as an amount of money, for example `120.50` or `120,5`; null where it is none.
 * `digits` is how many digits the currency has after the point.
 */
export function minorUnits(text: string, digits: number): bigint | null {
  const found = /^(\d{1,12})(?:[.,](\d+))?$/.exec(text.replace(/[\s'’]/g, ''))
  if (!found) return null
  const [, whole = '0', part = ''] = found
  if (part.length > digits) return null
  return BigInt(whole + part.padEnd(digits, '0'))
}

/** How many digits a currency has after the point: 2 for EUR, 0 for JPY. */
export function digitsOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}
