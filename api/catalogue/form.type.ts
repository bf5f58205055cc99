import { sql } from 'kysely'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { User } from '../accounts/user.type.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { connectionOf, Node } from '../platform/graphql/types.js'
import { Column, One, Reading } from '../platform/reading/declare.js'
import type { Scope } from '../platform/reading/scope.js'
import { type FormFieldKind, formFieldKinds } from './form-field.js'

export const FormFieldKindEnum = enumOf(
  'FormFieldKind',
  'What kind of answer a question asks for.',
  formFieldKinds,
)

/** What is told of a version to the team alone. */
export const forStaff: Scope = (_t, viewer) => viewer.staff()

@ObjectType({ simpleResolvers: true, description: 'One question of an onboarding form.' })
@InputType('FormFieldInput', { description: 'One question of an onboarding form, as it is written.' })
export class FormField {
  @Field(() => String, { description: 'Names the answer; stable over versions of the form.' })
  key!: string

  @Field(() => String, { description: 'The question.' })
  label!: string

  @Field(() => String, { nullable: true, description: 'What helps to answer it.' })
  help!: string | null

  @Field(() => FormFieldKindEnum, { description: 'What kind of answer it asks for.' })
  kind!: FormFieldKind

  @Field(() => Boolean, { description: 'Whether an answer is needed to submit the form.' })
  required!: boolean

  @Field(() => [String], { description: 'The choices of ONE_OF and MANY_OF; empty for other kinds.' })
  options!: string[]

  @Field(() => [String], {
    description: 'Of FILE: the MIME types it takes; empty takes all that can be uploaded.',
  })
  accept!: string[]

  @Field(() => Int, { description: 'Of FILE: how many it takes; 0 for other kinds.' })
  maxFiles!: number
}

/** Staff see every version; everybody else what a service on sale asks with, and rooms above add what their own point to. */
@Reading({
  table: 'onboarding_forms',
  scope: (t, viewer) =>
    viewer.staff() || sql`exists (select from services s where s.form_id = ${t}.id and s.status = 'OFFERED')`,
  sorts: { version: { sql: (t) => sql`${t}.version`, type: 'bigint' } },
  defaultSort: ['version', 'DESC'],
})
@ObjectType({
  implements: Node,
  description: 'A version of the questions and files that the work needs first. It never changes.',
})
export class OnboardingForm extends Node {
  @Column()
  @Field(() => String, { description: 'What it is about.' })
  title!: string

  @Column()
  @Field(() => String, { description: 'What its recipient should know before they begin.' })
  intro!: string

  @Column()
  @Field(() => [FormField], { description: 'Its questions, in their order.' })
  fields!: FormField[]

  @Column()
  @Field(() => Int, {
    description: "Its number among the versions of its service's form; orders keep the one they began with.",
  })
  version!: number

  @Column('note', { only: forStaff })
  @Field(() => String, { nullable: true, description: 'Why it was published; for staff.' })
  note!: string | null

  @Column('published_at', { only: forStaff })
  @Field(() => DateTime, { nullable: true, description: 'Since when it is there; for staff.' })
  publishedAt!: Date | null

  @One({ from: 'published_by_id' }, forStaff)
  @Field(() => User, { nullable: true, description: 'Who published it, where it was a person; for staff.' })
  publishedBy!: User | null
}

export const OnboardingFormConnection = connectionOf(OnboardingForm)
