/** The rough kinds by which a timeline is filtered. */
export type EntryKind = 'messages' | 'work' | 'money'

const kinds: Record<string, EntryKind> = { MessageEntry: 'messages', PaymentEntry: 'money' }

/** Which kind a type of entry counts as; what is neither talk nor money is work. */
export function kindOf(typename: string): EntryKind {
  return kinds[typename] ?? 'work'
}
