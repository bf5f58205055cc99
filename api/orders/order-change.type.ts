import { Field, ID, ObjectType } from 'type-graphql'
import { Order } from './order.type.js'

@ObjectType({
  simpleResolvers: true,
  description: 'What became of an order in the set of orders that somebody follows.',
})
export class OrderChange {
  @Field(() => ID, { description: 'Which order.' })
  id!: string

  @Field(() => Order, {
    nullable: true,
    description: 'The order as it is now; nothing once it is no longer in the set.',
  })
  order!: Order | null
}
