interface PostingLike {
  account: string
  amount: { amount: string }
}

/** Each posting with its account's balance after it, in minor units. Postings in the order they were booked. */
export function withBalance<P extends PostingLike>(postings: P[]): (P & { balance: bigint })[] {
  const balances = new Map<string, bigint>()
  return postings.map((posting) => {
    const balance = (balances.get(posting.account) ?? 0n) + BigInt(posting.amount.amount)
    balances.set(posting.account, balance)
    return { ...posting, balance }
  })
}

/** Minor units as money in the reader's language. */
export function formatMinor(minor: bigint, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  const text = String(minor < 0n ? -minor : minor).padStart(digits + 1, '0')
  const whole = digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text
  return format.format(`${minor < 0n ? '-' : ''}${whole}` as unknown as number)
}
