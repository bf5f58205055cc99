import { Field, Int, ObjectType } from 'type-graphql'
import { Order, OrderLine } from '../orders/order.type.js'
import { Actions } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, Node } from '../platform/graphql/types.js'
import { Column, One, Reading, throughParent } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { provisioningMachine } from './provisioning.machine.js'

export const ProvisioningStatus = enumOf(
  'ProvisioningStatus',
  'The state of an add-on.',
  provisioningMachine.states,
)

const staff: Scope = (_t, viewer) => viewer.staff()

/** Whoever sees the order sees how its add-ons stand; what went wrong is for staff. */
@Reading({ table: 'provisionings', scope: throughParent('Order', 'order_id') })
@ObjectType({ implements: Node, description: 'An add-on on its way to being active.' })
export class Provisioning extends Node {
  @Column()
  @Field(() => ProvisioningStatus, { description: 'Its state.' })
  status!: string

  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'The order it belongs to.' })
  order!: Order | null

  @One({ from: 'line_id' })
  @Field(() => OrderLine, { nullable: true, description: 'The line of that order.' })
  line!: OrderLine | null

  @Column(undefined, { only: staff })
  @Field(() => Int, { nullable: true, description: 'How often it was tried; for staff.' })
  attempts!: number | null

  @Column(undefined, { only: staff })
  @Field(() => DateTime, { nullable: true, description: 'When it is tried next; for staff.' })
  nextTryAt!: Date | null

  @Column(undefined, { only: staff })
  @Field(() => String, { nullable: true, description: 'What the last try failed with; for staff.' })
  failure!: string | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'Since when it is active.' })
  activatedAt!: Date | null

  @Actions(provisioningMachine)
  @Field(() => [Action], { description: 'What the viewer may do about it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change: give it as `expectedVersion`.' })
  version!: number
}
