import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { User } from '../accounts/user.type.js'
import { File } from '../files/file.type.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Node } from '../platform/graphql/types.js'
import {
  Column,
  Many,
  One,
  Reading,
  scopeOf,
  throughParent,
  widenScope,
} from '../platform/reading/declare.js'
import { predicate, type Scope } from '../platform/reading/scope.js'
import { Order } from './order.type.js'

/** Staff who see the order, and its buyer's members. A beneficiary who is not the buyer sees no deliveries. */
const seesDelivery: Scope = (t, viewer) =>
  viewer.staff()
    ? throughParent('Order', 'order_id')(t, viewer)
    : viewer.kind === 'member' &&
      sql`exists (select from orders bought where bought.id = ${t}.order_id and bought.buyer_id = any(${viewer.organisations}::text[]))`

@Reading({ table: 'deliveries', scope: seesDelivery })
@ObjectType({ implements: Node, description: 'The finished work as it was handed to the buyer.' })
export class Delivery extends Node {
  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'The order it is of.' })
  order!: Order | null

  @Column()
  @Field(() => Int, { description: 'The how-manieth of its order, from 1: one more after each revision.' })
  number!: number

  @Column()
  @Field(() => String, { description: 'What was done.' })
  summary!: string

  @Many({ to: 'subject_id' })
  @Field(() => [File], { description: 'The files that were handed over with it.' })
  files!: File[]

  @Column()
  @Field(() => DateTime, { description: 'When it was handed over.' })
  deliveredAt!: Date

  @One({ from: 'delivered_by' })
  @Field(() => User, { nullable: true, description: 'Who of our team handed it over; for the team.' })
  deliveredBy!: User | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When the buyer asked for changes, if they did.' })
  revisionRequestedAt!: Date | null

  @Column((t) => sql`(select r.text from reasons r where r.id = ${t}.revision_reason_id)`)
  @Field(() => String, { nullable: true, description: 'What they wanted changed.' })
  revisionText!: string | null
}

/** Whoever sees a delivery may have its files. */
widenScope('File', (t, viewer) => {
  const handed = sql.raw('handed_over')
  const seen = scopeOf('Delivery')(handed, viewer)
  return (
    seen !== false &&
    sql`exists (select from deliveries ${handed} where ${handed}.id = ${t}.subject_id and ${predicate(seen)})`
  )
})
