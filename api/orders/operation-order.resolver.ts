import { FieldResolver, Resolver } from 'type-graphql'
import { Chargeback } from '../funds/chargeback.type.js'
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

@Resolver(() => Chargeback)
export class ChargebackOrder {
  @One({ from: 'order_id' })
  @FieldResolver(() => Order, { nullable: true, description: 'The order whose payment the bank wants back.' })
  order(): never {
    throw new Error('planned')
  }
}
