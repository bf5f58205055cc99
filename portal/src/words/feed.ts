import type { ActivityPartsFragment as Entry } from '../gen/operations.js'
import { plain } from '../format/format.js'

const ORDER: Record<string, string> = {
  ORDER_PLACED: 'The order was placed.',
  PAYMENT_REQUESTED: 'A payment was started.',
  ORDER_PAID: 'Paid. The work begins.',
  ORDER_CANCELLED: 'The order was cancelled.',
  ORDER_COMPLETED: 'The order is complete.',
}

/** What happened, in a sentence. A change that this portal does not know yet is shown by its own name. */
export function entryText(entry: Entry): string {
  switch (entry.__typename) {
    case 'MessageEntry':
      return entry.body
    case 'OrderEntry':
      return ORDER[entry.orderChange] ?? plain(entry.orderChange)
    case 'PaymentEntry':
      return [plain(entry.operation), entry.amount?.formatted].filter(Boolean).join(' · ')
    case 'OnboardingEntry':
      return [`Form: ${plain(entry.onboardingChange).toLowerCase()}.`, entry.note].filter(Boolean).join(' ')
    case 'TaskEntry':
      return `Work: ${plain(entry.taskChange).toLowerCase()}.`
    case 'ProvisioningEntry':
      return `Add-on: ${plain(entry.provisioningChange).toLowerCase()}.`
  }
}

/** How an entry's mark is coloured; nothing for most of them. */
export function entryTone(entry: Entry): 'good' | 'bad' | 'act' | null {
  const text = entryText(entry).toLowerCase()
  if (/(failed|cancelled|refused)/.test(text)) return 'bad'
  if (/changes requested/.test(text)) return 'act'
  return /(paid|approved|complete|active)/.test(text) ? 'good' : null
}
