import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { User } from '../accounts/user.type.js'
import { File } from '../files/file.type.js'
import { Actions } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, Node } from '../platform/graphql/types.js'
import { Column, Many, One, Reading, throughParent, widenScope } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { creativeMachine } from './creative.machine.js'

export const CreativeStatus = enumOf(
  'CreativeStatus',
  'The state of a version of a creative.',
  creativeMachine.states,
)

/** Creatives are between the buyer and the channel, with the team; a beneficiary sees none of them. */
const betweenTheTwo: Scope = (t, viewer) => {
  if (viewer.staff('ADMIN', 'SUPPORT', 'FINANCE')) return true
  if (viewer.kind !== 'member') return false
  return sql`exists (select from campaigns run where run.id = ${t}.campaign_id
    and (run.buyer_id = any(${viewer.organisations}::text[]) or run.channel_id = any(${viewer.organisations}::text[])))`
}

/** Whoever sees a creative sees the files that belong to it. */
widenScope('File', throughParent('Creative', 'subject_id'))

@Reading({ table: 'creatives', scope: betweenTheTwo })
@ObjectType({ implements: Node, description: 'One asset that a campaign needs of its buyer.' })
export class Creative extends Node {
  @Column()
  @Field(() => String, { description: 'Names it within its campaign: give it to `uploadCreative`.' })
  key!: string

  @Column()
  @Field(() => String, { description: 'What it is called.' })
  label!: string

  @Column()
  @Field(() => String, { description: 'What it must be like.' })
  instructions!: string

  @Column()
  @Field(() => Boolean, { description: 'Whether the campaign cannot be ready without it.' })
  required!: boolean

  @Column()
  @Field(() => [String], { description: 'The MIME types it may have; empty takes all that can be uploaded.' })
  types!: string[]

  @Column(
    (t) =>
      sql`exists (select from creative_versions v join files f on f.id = v.file_id where v.id = ${t}.newest_id and v.status = 'APPROVED' and f.status = 'READY')`,
  )
  @Field(() => Boolean, {
    description: 'Whether its newest version is approved, and its file can still be opened.',
  })
  approved!: boolean

  @One({ from: 'newest_id' })
  @Field(() => CreativeVersion, { nullable: true, description: 'Its newest version: the one that decides.' })
  newest!: CreativeVersion | null

  @Many({ to: 'creative_id', orderBy: 'number', limit: 50 })
  @Field(() => [CreativeVersion], { description: 'Everything that was sent for it, the first one first.' })
  versions!: CreativeVersion[]
}

@Reading({ table: 'creative_versions', scope: throughParent('Creative', 'creative_id') })
@ObjectType({
  implements: Node,
  description: 'A file that the buyer sent for a creative, and what the channel decided on it.',
})
export class CreativeVersion extends Node {
  @One({ from: 'creative_id' })
  @Field(() => Creative, { nullable: true, description: 'What it is a version of.' })
  creative!: Creative | null

  @Column()
  @Field(() => Int, { description: 'Its number among the versions of its creative, from 1.' })
  number!: number

  @Column()
  @Field(() => CreativeStatus, { description: 'Its state.' })
  status!: string

  @Column(
    (t) => sql`exists (select from creatives k where k.id = ${t}.creative_id and k.newest_id <> ${t}.id)`,
  )
  @Field(() => Boolean, { description: 'Whether the buyer has sent a newer one: this one decides nothing.' })
  superseded!: boolean

  @One({ from: 'file_id' })
  @Field(() => File, {
    nullable: true,
    description: 'The file; its own state says where it was quarantined or erased.',
  })
  file!: File | null

  @Column((t) => sql`(select r.text from reasons r where r.id = ${t}.reason_id)`)
  @Field(() => String, { nullable: true, description: 'Why the channel rejected it.' })
  reason!: string | null

  @One({ from: 'uploaded_by' })
  @Field(() => User, { nullable: true, description: 'Who sent it, where the viewer may see that.' })
  uploadedBy!: User | null

  @Column()
  @Field(() => DateTime, { description: 'When it was sent.' })
  uploadedAt!: Date

  @One({ from: 'decided_by' })
  @Field(() => User, { nullable: true, description: 'Who decided on it, where the viewer may see that.' })
  decidedBy!: User | null

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it was decided on.' })
  decidedAt!: Date | null

  @Actions(creativeMachine)
  @Field(() => [Action], { description: 'What the viewer may do to it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change of state: give it as `expectedVersion`.' })
  version!: number
}
