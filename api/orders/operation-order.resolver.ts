import { FieldResolver, Resolver } from 'type-graphql'
import { Operation } from '../funds/operation.type.js'
import { One } from '../platform/reading/declare.js'
import { Order } from './order.type.js'

@Resolver(() => Operation)
export class OperationOrder {
  @One({ from: 'order_id' })
  @FieldResolver(() => Order, { nullable: true, description: 'The order whose money it moves.' })
  order(): never {
    throw new Error('planned')
  }
}
