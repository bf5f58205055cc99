/** The rough kinds by which a timeline is filtered. */
export type EntryKind = 'messages' | 'work' | 'money'

const money = new Set(['payment', 'refund', 'release', 'revenue', 'funds', 'chargeback', 'payout-account'])

/** Which kind an entry counts as, by what happened; what is neither talk nor money is work. */
export function kindOf({ what }: { what: string }): EntryKind {
  const room = what.split('.')[0] ?? ''
  if (room === 'message' || room === 'status') return 'messages'
  return money.has(room) ? 'money' : 'work'
}
