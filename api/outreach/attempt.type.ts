import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { User } from '../accounts/user.type.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { connectionOf, Node } from '../platform/graphql/types.js'
import { Column, One, Reading, throughParent } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { attemptDeliveries, attemptKinds, attemptOutcomes } from './attempt-words.js'

export const AttemptKind = enumOf('AttemptKind', 'How our team tried to reach somebody.', attemptKinds)
export const AttemptOutcome = enumOf('AttemptOutcome', 'What came of an attempt.', attemptOutcomes)
export const AttemptDelivery = enumOf(
  'AttemptDelivery',
  'What became of a text or a mail to a counterpart.',
  attemptDeliveries,
)

/** How often and how somebody was tried is for our team and the buyer. */
const seesAttempts: Scope = (t, viewer) => {
  if (viewer.staff()) return throughParent('Appointment', 'appointment_id')(t, viewer)
  return (
    viewer.kind === 'member' &&
    sql`exists (select from appointments wanted where wanted.id = ${t}.appointment_id and wanted.buyer_id = any(${viewer.organisations}::text[]))`
  )
}

const forStaff: Scope = (_t, viewer) => viewer.staff()
const words = (column: string) => (t: Parameters<Scope>[0]) =>
  sql`(select r.text from reasons r where r.id = ${t}.${sql.id(column)})`

@Reading({
  table: 'attempts',
  scope: seesAttempts,
  sorts: { madeAt: { sql: (t) => sql`${t}.made_at`, type: 'timestamptz' } },
  defaultSort: ['madeAt', 'DESC'],
})
@ObjectType({
  implements: Node,
  description: 'A call, a text or a mail with which our team tried to reach a counterpart.',
})
export class Attempt extends Node {
  @Column()
  @Field(() => AttemptKind, { description: 'How.' })
  kind!: string

  @Column()
  @Field(() => AttemptOutcome, { description: 'What came of it.' })
  outcome!: string

  @Column()
  @Field(() => Int, {
    nullable: true,
    description:
      'The how-manieth since outreach began, or began anew; nothing for the text that goes with the mark that it is not confirmed.',
  })
  number!: number | null

  @Column(words('note_id'), { only: forStaff })
  @Field(() => String, { nullable: true, description: 'What was noted; for staff.' })
  note!: string | null

  @Column(words('text_id'))
  @Field(() => String, {
    nullable: true,
    description: 'The words of the text or mail, where they are not the usual ones.',
  })
  text!: string | null

  @Column()
  @Field(() => DateTime, { description: 'When.' })
  madeAt!: Date

  @One({ from: 'made_by' })
  @Field(() => User, { nullable: true, description: 'Who of our team; for the team.' })
  madeBy!: User | null

  @Column()
  @Field(() => AttemptDelivery, {
    nullable: true,
    description: 'What became of the text or mail; nothing for calls.',
  })
  delivery!: string | null
}

export const AttemptConnection = connectionOf(Attempt)
