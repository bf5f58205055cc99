import { Field, ID, Int, ObjectType } from 'type-graphql'
import { File } from '../files/file.type.js'
import { fact } from '../lib/facts.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Node } from '../platform/graphql/types.js'
import { Column, Computed, Many, One, Reading, throughParent } from '../platform/reading/declare.js'

/** Whatever belongs to a document is seen by whoever sees the document. */
const ofDocument = throughParent('OnboardingDocument', 'document_id')

@ObjectType({ simpleResolvers: true, description: 'What was answered to one question.' })
export class Answer {
  @Field(() => String, { description: 'The question, by its key in the form.' })
  key!: string

  @Field(() => [String], {
    description: 'The answer: one text, or several where any of the options may be picked.',
  })
  value!: string[]
}

@Reading({ table: 'onboarding_files', scope: ofDocument })
@ObjectType({ description: 'A file as the answer to one question.' })
export class OnboardingFile {
  @Column()
  @Field(() => String, { description: 'The question, by its key in the form.' })
  key!: string

  @One({ from: 'file_id' })
  @Field(() => File, { nullable: true, description: 'The file.' })
  file!: File | null
}

@Reading({ table: 'onboarding_issues', scope: ofDocument })
@ObjectType({ implements: Node, description: 'Something that is to be mended in a revision.' })
export class Issue extends Node {
  @Column()
  @Field(() => String, {
    nullable: true,
    description: 'The question that it is on; none for a file or the whole.',
  })
  fieldKey!: string | null

  @Column()
  @Field(() => ID, {
    nullable: true,
    description: 'The file that it is on; none for a question or the whole.',
  })
  fileId!: string | null

  @Column()
  @Field(() => String, { description: 'What is wrong, and what would be right.' })
  note!: string

  @Column()
  @Field(() => DateTime, { description: 'When it was raised.' })
  raisedAt!: Date
}

export const SubmitterKind = enumOf('SubmitterKind', 'As what somebody submitted a document.', {
  member: 'As a member of the buyer or the beneficiary.',
  link: 'By the link that was mailed to the recipient.',
})

@ObjectType({ simpleResolvers: true, description: 'Who submitted a revision.' })
export class Submitter {
  @Field(() => SubmitterKind, { description: 'As what.' })
  kind!: string

  @Field(() => String, { description: 'Their name.' })
  name!: string
}

const submitter = {
  kind: fact.text('t.submitted_by_kind'),
  user: fact.maybeText('(select u.name from users u where u.id = t.submitted_by_id)'),
  // Who held the link then: the person who is asked may have changed since.
  holder: fact.maybeText(
    '(select c.name from links k join contacts c on c.id = k.contact_id where k.id = t.submitted_by_id)',
  ),
  recipient: fact.text('(select d.recipient_name from onboarding_documents d where d.id = t.document_id)'),
}

@Reading({ table: 'onboarding_revisions', scope: ofDocument })
@ObjectType({ implements: Node, description: 'What was submitted, exactly so; it never changes.' })
export class Revision extends Node {
  @Column()
  @Field(() => Int, { description: 'Its number among the revisions of its document, from 1.' })
  number!: number

  @Column()
  @Field(() => [Answer], { description: 'The answers.' })
  answers!: Answer[]

  @Many({ to: 'revision_id', orderBy: 'position' })
  @Field(() => [OnboardingFile], { description: 'The files.' })
  files!: OnboardingFile[]

  @Column()
  @Field(() => DateTime, { description: 'When it was submitted.' })
  submittedAt!: Date

  @Computed(submitter, ({ kind, user, holder, recipient }) => ({ kind, name: user ?? holder ?? recipient }))
  @Field(() => Submitter, { description: 'Who submitted it.' })
  submittedBy!: Submitter

  @Many({ to: 'revision_id' })
  @Field(() => [Issue], { description: 'What was found wrong with it.' })
  issues!: Issue[]
}
