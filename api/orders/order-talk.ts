import type { Tx } from '../platform/context.js'
import { port } from '../platform/port.js'

/** What the talk on an order does when the order is held and goes on; its stream is locked. */
export interface OrderTalk {
  hold(tx: Tx, orderId: string): Promise<void>
  resume(tx: Tx, orderId: string): Promise<void>
}

/** Messages stand above orders. Bound by the app. */
export const orderTalk = port<OrderTalk>('order talk')
