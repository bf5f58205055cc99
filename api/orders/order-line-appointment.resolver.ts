import { sql } from 'kysely'
import { FieldResolver, Int, Resolver } from 'type-graphql'
import { Contact } from '../accounts/organisation.type.js'
import { Column, One } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { Counterpart } from './counterpart.type.js'
import { OrderLine } from './order.type.js'

/** What the buyer wishes is said to our team: whom the appointment is for does not read it. */
const buyerAndTeam: Scope = (t, viewer) =>
  viewer.staff() ||
  (viewer.kind === 'member' &&
    sql`exists (select from orders bought where bought.id = ${t}.order_id and bought.buyer_id = any(${viewer.organisations}::text[]))`)

/** What was wished for an appointment that was bought. */
@Resolver(() => OrderLine)
export class OrderLineAppointment {
  @One({ from: 'counterpart_id' })
  @FieldResolver(() => Counterpart, { nullable: true, description: 'Of an appointment: with whom it is.' })
  counterpart(): never {
    throw new Error('planned')
  }

  @One({ from: 'attendee_contact_id' })
  @FieldResolver(() => Contact, { nullable: true, description: 'Of an appointment: who attends it.' })
  attendee(): never {
    throw new Error('planned')
  }

  @Column(undefined, { only: buyerAndTeam })
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Of an appointment: what was wished for it; for the buyer and our team.',
  })
  wishes(): never {
    throw new Error('planned')
  }

  @Column()
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Of an appointment: how many minutes it takes, as when it was bought.',
  })
  appointmentMinutes(): never {
    throw new Error('planned')
  }
}
