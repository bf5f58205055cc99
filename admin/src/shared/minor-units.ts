/** How many digits of minor units a currency has; 2 where it is none that is known. */
export function digitsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    return format.resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** An amount as people type it, `1234.50` or `1234,50`, in minor units; undefined where it is none. */
export function toMinor(text: string, currency: string): string | undefined {
  const digits = digitsOf(currency)
  const found = /^(\d{1,12})(?:[.,](\d+))?$/.exec(text.trim())
  if (!found || (found[2]?.length ?? 0) > digits) return undefined
  return BigInt(`${found[1]}${(found[2] ?? '').padEnd(digits, '0')}`).toString()
}

/** Minor units as people type them. */
export function fromMinor(amount: string, currency: string): string {
  const digits = digitsOf(currency)
  const text = amount.padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
