import { isMember, isStaff, type Viewer } from '../lib/viewer.js'

/** On whose side of an order somebody writes. */
export type Side = 'BUYER' | 'BENEFICIARY' | 'CHANNEL' | 'STAFF'

/**
 * On whose side of an order a viewer writes: who buys for themselves is the buyer. Undefined where nobody does: the system
 * itself, or whoever holds a link.
 */
export function sideOf(
  viewer: Viewer,
  order: { readonly buyerId: string; readonly beneficiaryId: string; readonly channelId: string | null },
): Side | undefined {
  if (isStaff(viewer)) return 'STAFF'
  if (isMember(viewer, order.buyerId)) return 'BUYER'
  if (isMember(viewer, order.beneficiaryId)) return 'BENEFICIARY'
  return isMember(viewer, order.channelId) ? 'CHANNEL' : undefined
}
