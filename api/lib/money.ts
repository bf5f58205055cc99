/** An amount in minor units (cents) with its ISO-4217 currency. Whole numbers only: there is no rounding anywhere. */
export interface Money {
  amount: bigint
  currency: string
}

/** How many minor digits a currency has, by the runtime's own ISO-4217 table. */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}

/** An amount as people write it, in a locale: `formatMoney({ amount: 123456n, currency: 'EUR' }, 'de')` is `1.234,56 €`. */
export function formatMoney(money: Money, locale = 'en'): string {
  const digits = minorDigits(money.currency)
  const sign = money.amount < 0n ? '-' : ''
  const text = (money.amount < 0n ? -money.amount : money.amount).toString().padStart(digits + 1, '0')
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency })
  return format.format(`${sign}${decimal}` as Intl.StringNumericLiteral)
}
