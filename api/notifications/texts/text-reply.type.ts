import { sql } from 'kysely'
import { Field, InputType, ObjectType } from 'type-graphql'
import { Order } from '../../orders/order.type.js'
import { Appointment } from '../../outreach/appointment.type.js'
import { enumFilter, IdFilter, sortInput, TextFilter } from '../../platform/graphql/args.js'
import { enumOf } from '../../platform/graphql/enums.js'
import { DateTime } from '../../platform/graphql/scalars.js'
import { connectionOf, Node } from '../../platform/graphql/types.js'
import { Column, One, Reading } from '../../platform/reading/declare.js'
import { forTeam } from './text.type.js'
import { replyKinds } from './text.entity.js'

export const TextReplyKind = enumOf('TextReplyKind', 'What somebody meant by a text.', replyKinds)

@Reading({
  table: 'text_replies',
  scope: forTeam,
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    kind: { sql: (t) => sql`${t}.kind`, type: 'text' },
    from: { sql: (t) => sql`${t}.from_number`, type: 'text' },
    appointmentId: { sql: (t) => sql`${t}.appointment_id`, type: 'text' },
  },
  sorts: { receivedAt: { sql: (t) => sql`${t}.received_at`, type: 'timestamptz' } },
  defaultSort: ['receivedAt', 'DESC'],
})
@ObjectType({ implements: Node, description: 'A text that somebody sent to us. For staff.' })
export class TextReply extends Node {
  @Column('from_number')
  @Field(() => String, { description: 'The number it came from, in E.164.' })
  from!: string

  @Column()
  @Field(() => TextReplyKind, { description: 'What they meant.' })
  kind!: string

  @Column()
  @Field(() => String, { nullable: true, description: 'What they wrote; gone after 90 days.' })
  body!: string | null

  @Column()
  @Field(() => DateTime, { description: 'When it came.' })
  receivedAt!: Date

  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'The order that we had last texted them about.' })
  order!: Order | null

  @One({ from: 'appointment_id' })
  @Field(() => Appointment, {
    nullable: true,
    description: 'The appointment that we had last texted them about.',
  })
  appointment!: Appointment | null
}

export const TextReplyConnection = connectionOf(TextReply)
const TextReplyKindFilter = enumFilter(TextReplyKind, 'TextReplyKind')

@InputType({ description: 'Which texts that came in: every condition given holds.' })
export class TextReplyWhere {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter

  @Field(() => TextReplyKindFilter, { nullable: true, description: 'By what they meant.' })
  kind?: object

  @Field(() => TextFilter, { nullable: true, description: 'By number, in E.164.' })
  from?: TextFilter

  @Field(() => IdFilter, { nullable: true, description: 'By appointment.' })
  appointmentId?: IdFilter

  @Field(() => [TextReplyWhere], { nullable: true, description: 'All of these.' })
  and?: TextReplyWhere[]

  @Field(() => [TextReplyWhere], { nullable: true, description: 'Any of these.' })
  or?: TextReplyWhere[]

  @Field(() => TextReplyWhere, { nullable: true, description: 'Not this.' })
  not?: TextReplyWhere
}

export const TextReplySort = sortInput('TextReply', { receivedAt: 'By when they came.' })
