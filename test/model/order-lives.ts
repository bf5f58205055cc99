import { playLives, type Thousand } from './lives.js'
import { orderKind } from './order-kind.js'
import { orderSequences } from './order-sequences.js'

const mustHaveSeen = [
  'payOrder: DEADLINE_PASSED',
  'payOrder: PAYMENT_IN_PROGRESS',
  'approveOnboarding: NOT_NEWEST_REVISION',
  'deliverOrder: WORK_UNFINISHED',
  'requestRevision',
  'cancelOrder: WORK_HAS_BEGUN',
  'cancelOrder: AMOUNT_EXCEEDED',
  'cancelOrder',
  'confirmDelivery',
  'holdOrder',
  'resumeOrder',
  'waiveOnboarding',
  'reopenOnboarding',
]

/** So many lives of orders whose work is done by people. */
export function playOrders(thousand: Thousand): void {
  playLives(thousand, { of: 'orders', kind: orderKind, sequences: orderSequences, mustHaveSeen })
}
