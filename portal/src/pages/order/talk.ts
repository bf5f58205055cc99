import type { Order } from './order-parts.js'

/** What an order's feed is written on: between whom. */
export interface Talk {
  id: string
  buyer: { id: string; name: string } | null
  beneficiary: { id: string; name: string } | null
  /** Of a campaign's order: the channel that runs it, and whether the viewer is of it. */
  channel?: { name: string; isViewer: boolean } | undefined
  availableActions: Order['availableActions']
}
