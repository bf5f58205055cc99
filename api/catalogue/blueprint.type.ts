import { sql } from 'kysely'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { User } from '../accounts/user.type.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { connectionOf, Node } from '../platform/graphql/types.js'
import { Column, One, Reading } from '../platform/reading/declare.js'

@ObjectType({
  simpleResolvers: true,
  description: 'One task that a line becomes once its onboarding is approved.',
})
@InputType('BlueprintStepInput', { description: 'One step of a task blueprint, as it is written.' })
export class BlueprintStep {
  @Field(() => String, { description: 'Names the step within its blueprint.' })
  key!: string

  @Field(() => String, { description: 'What is to be done.' })
  title!: string

  @Field(() => String, { description: 'How.' })
  instructions!: string

  @Field(() => String, { description: 'What its person must be able to do.' })
  skill!: string

  @Field(() => [String], { description: 'The keys of the steps that come before it.' })
  dependsOn!: string[]

  @Field(() => Int, { description: 'Due so many working hours after it was raised.' })
  dueInWorkingHours!: number

  @Field(() => Boolean, { description: 'Whether somebody else accepts the work.' })
  needsReview!: boolean

  @Field(() => [String], { description: 'What its person answers on submitting.' })
  checklist!: string[]
}

/** How a service's work is done is for staff. */
@Reading({
  table: 'task_blueprints',
  scope: (_t, viewer) => viewer.staff(),
  sorts: { version: { sql: (t) => sql`${t}.version`, type: 'bigint' } },
  defaultSort: ['version', 'DESC'],
})
@ObjectType({
  implements: Node,
  description: 'A version of the tasks of a service, in steps. It never changes.',
})
export class TaskBlueprint extends Node {
  @Column()
  @Field(() => [BlueprintStep], { description: 'Its steps, in their order.' })
  steps!: BlueprintStep[]

  @Column()
  @Field(() => Int, {
    description:
      "Its number among the versions of its service's blueprint; orders keep the one they began with.",
  })
  version!: number

  @Column()
  @Field(() => String, { nullable: true, description: 'Why it was published.' })
  note!: string | null

  @Column()
  @Field(() => DateTime, { description: 'Since when it is there.' })
  publishedAt!: Date

  @One({ from: 'published_by_id' })
  @Field(() => User, { nullable: true, description: 'Who published it, where it was a person.' })
  publishedBy!: User | null
}

export const TaskBlueprintConnection = connectionOf(TaskBlueprint)
