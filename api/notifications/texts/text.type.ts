import { sql } from 'kysely'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { fact } from '../../lib/facts.js'
import { isStaff } from '../../lib/viewer.js'
import { Order } from '../../orders/order.type.js'
import { Appointment } from '../../outreach/appointment.type.js'
import { Attempt } from '../../outreach/attempt.type.js'
import { enumFilter, IdFilter, sortInput, TextFilter } from '../../platform/graphql/args.js'
import { enumOf } from '../../platform/graphql/enums.js'
import { DateTime } from '../../platform/graphql/scalars.js'
import { connectionOf, Node } from '../../platform/graphql/types.js'
import { Column, Computed, One, Reading, throughParent } from '../../platform/reading/declare.js'
import type { Scope } from '../../platform/reading/scope.js'
import { textCauses } from '../../platform/texts/text-causes.js'
import { partsOf } from '../../platform/texts/text-letters.js'
import { textAsShown } from './text-room.js'
import { textStates } from './text.entity.js'

export const TextState = enumOf('TextState', 'What becomes of a text.', textStates)
const TextCause = enumOf('TextCause', 'Why a text did not arrive.', textCauses)

/** What went to whose phone is for the team; fulfilment sees that of their own orders. */
export const forTeam: Scope = (t, viewer) => {
  if (viewer.staff('ADMIN', 'SUPPORT', 'FINANCE')) return true
  return viewer.staff() && throughParent('Order', 'order_id')(t, viewer)
}

@Reading({
  table: 'texts',
  scope: forTeam,
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    state: { sql: (t) => sql`${t}.state`, type: 'text' },
    template: { sql: (t) => sql`${t}.template`, type: 'text' },
    to: { sql: (t) => sql`${t}.to_number`, type: 'text' },
    orderId: { sql: (t) => sql`${t}.order_id`, type: 'text' },
    appointmentId: { sql: (t) => sql`${t}.appointment_id`, type: 'text' },
  },
  sorts: { queuedAt: { sql: (t) => sql`${t}.queued_at`, type: 'timestamptz' } },
  defaultSort: ['queuedAt', 'DESC'],
})
@ObjectType({
  implements: Node,
  description: 'A text to somebody’s phone, and what became of it. For staff.',
})
export class Text extends Node {
  @Column()
  @Field(() => String, { description: 'Which kind of text it is, for example appointment-request.' })
  template!: string

  @Column('to_number')
  @Field(() => String, { description: 'The number it goes to, in E.164.' })
  to!: string

  @Column('to_name')
  @Field(() => String, { description: 'Whose number that is.' })
  toName!: string

  @Computed(
    { body: fact.maybeText('t.body'), sealed: fact.maybeText('t.sealed_token') },
    ({ body, sealed }, { viewer }) => textAsShown(body, sealed, isStaff(viewer, 'ADMIN')),
  )
  @Field(() => String, {
    nullable: true,
    description: 'What it says, with the secret of its link hidden; gone after 90 days.',
  })
  body!: string | null

  @Computed({ body: fact.maybeText('t.body') }, ({ body }) => (body === null ? null : partsOf(body)))
  @Field(() => Int, {
    nullable: true,
    description: 'Of how many texts of the phone network it is: each of them costs.',
  })
  parts!: number | null

  @Column()
  @Field(() => TextState, { description: 'What became of it.' })
  state!: string

  @Column()
  @Field(() => TextCause, { nullable: true, description: 'Why it did not arrive.' })
  cause!: string | null

  @Column()
  @Field(() => String, { nullable: true, description: 'The provider’s own words about the last try.' })
  failure!: string | null

  @Column('provider_id')
  @Field(() => String, { nullable: true, description: 'The provider’s id of it.' })
  providerId!: string | null

  @Column()
  @Field(() => Int, { description: 'How often it was tried to hand it over.' })
  attempts!: number

  @Column('time_zone')
  @Field(() => String, {
    description: 'Their IANA time zone: nobody is texted between 21 and 08 o’clock there.',
  })
  timeZone!: string

  @Column('try_at')
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it is tried next, goes out in the morning, or is asked for.',
  })
  nextTryAt!: Date | null

  @Column()
  @Field(() => DateTime, { description: 'When it was written.' })
  queuedAt!: Date

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it was known to be sent.' })
  sentAt!: Date | null

  @Column()
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was known that it arrived, or that it did not.',
  })
  endedAt!: Date | null

  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'The order it is about.' })
  order!: Order | null

  @One({ from: 'appointment_id' })
  @Field(() => Appointment, { nullable: true, description: 'The appointment it is about.' })
  appointment!: Appointment | null

  @One({ from: 'attempt_id' })
  @Field(() => Attempt, { nullable: true, description: 'The attempt at reaching somebody that it is.' })
  attempt!: Attempt | null
}

export const TextConnection = connectionOf(Text)
const TextStateFilter = enumFilter(TextState, 'TextState')

@InputType({ description: 'Which texts to phones: every condition given holds.' })
export class TextWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => TextStateFilter, { nullable: true, description: 'By what became of them.' })
  state?: object

  @Field(() => TextFilter, { nullable: true, description: 'By kind.' })
  template?: TextFilter

  @Field(() => TextFilter, { nullable: true, description: 'By number, in E.164.' })
  to?: TextFilter

  @Field(() => IdFilter, { nullable: true, description: 'By order.' })
  orderId?: IdFilter

  @Field(() => IdFilter, { nullable: true, description: 'By appointment.' })
  appointmentId?: IdFilter

  @Field(() => [TextWhere], { nullable: true, description: 'All of these.' })
  and?: TextWhere[]

  @Field(() => [TextWhere], { nullable: true, description: 'Any of these.' })
  or?: TextWhere[]

  @Field(() => TextWhere, { nullable: true, description: 'Not this.' })
  not?: TextWhere
}

export const TextSort = sortInput('Text', { queuedAt: 'By when they were written.' })
