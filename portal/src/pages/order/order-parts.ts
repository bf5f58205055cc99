import type { OrderQuery } from '../../gen/operations.js'

/** An order as its page reads it. */
export type Order = NonNullable<OrderQuery['order']>
