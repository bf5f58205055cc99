import { sql } from 'kysely'
import { Field, Int, ObjectType } from 'type-graphql'
import { Contact } from '../accounts/organisation.type.js'
import { User } from '../accounts/user.type.js'
import { OnboardingForm } from '../catalogue/form.type.js'
import { Order, OrderLine } from '../orders/order.type.js'
import { Actions, Overdue } from '../platform/graphql/columns.js'
import { enumOf } from '../platform/graphql/enums.js'
import { DateTime } from '../platform/graphql/scalars.js'
import { Action, connectionOf, Node } from '../platform/graphql/types.js'
import { Column, Many, One, Reading, throughParent, widenScope } from '../platform/reading/declare.js'
import { anyOf, type Scope } from '../platform/reading/scope.js'
import { onboardingMachine } from './onboarding.machine.js'
import { Answer, Issue, OnboardingFile, Revision } from './revision.type.js'

export const OnboardingStatus = enumOf(
  'OnboardingStatus',
  'The state of an onboarding document.',
  onboardingMachine.states,
)

/** A link's holder sees the one document that the link opens. */
const byLink: Scope = (t, viewer) => viewer.kind === 'link' && sql`${t}.id = ${viewer.subject}`

const forStaff: Scope = (_t, viewer) => viewer.staff()

/** A link's holder sees the version of the form that their document asks with; its order's parties see it by the line. */
widenScope(
  'OnboardingForm',
  (t, viewer) =>
    viewer.kind === 'link' &&
    sql`exists (select from onboarding_documents d where d.id = ${viewer.subject} and d.form_id = ${t}.id)`,
)

/** Whoever sees a document sees the files that belong to it. */
widenScope('File', throughParent('OnboardingDocument', 'subject_id'))

/** Whoever sees the order sees its documents; a link's holder that one, and of its order only what stands on it. */
@Reading({
  table: 'onboarding_documents',
  scope: anyOf([throughParent('Order', 'order_id'), byLink]),
  filters: {
    id: { sql: (t) => sql`${t}.id`, type: 'text' },
    status: { sql: (t) => sql`${t}.status`, type: 'text' },
    reviewerId: { sql: (t) => sql`${t}.reviewer_id`, type: 'text', only: forStaff },
    orderId: { sql: (t) => sql`${t}.order_id`, type: 'text' },
  },
  sorts: {
    submittedAt: { sql: (t) => sql`${t}.waiting_since`, type: 'timestamptz' },
    requestedAt: { sql: (t) => sql`${t}.requested_at`, type: 'timestamptz' },
  },
  defaultSort: ['submittedAt', 'ASC'],
})
@ObjectType({ implements: Node, description: "The form and files that a line's work needs first." })
export class OnboardingDocument extends Node {
  @Column()
  @Field(() => OnboardingStatus, { description: 'Its state.' })
  status!: string

  @One({ from: 'order_id' })
  @Field(() => Order, { nullable: true, description: 'Its order, where the viewer may see that.' })
  order!: Order | null

  @One({ from: 'line_id' })
  @Field(() => OrderLine, {
    nullable: true,
    description: 'Its line on the order, where the viewer may see that.',
  })
  line!: OrderLine | null

  @Column(
    (t) =>
      sql`(select s.name from order_lines l join services s on s.id = l.service_id where l.id = ${t}.line_id)`,
  )
  @Field(() => String, { description: 'The service that it is for.' })
  serviceName!: string

  @Column((t) => sql`(select o.number from orders o where o.id = ${t}.order_id)`)
  @Field(() => String, { description: 'The number of its order.' })
  orderNumber!: string

  @Column(
    (t) =>
      sql`(select b.name from orders o join organisations b on b.id = o.beneficiary_id where o.id = ${t}.order_id)`,
  )
  @Field(() => String, { description: 'Whom the work is for.' })
  beneficiaryName!: string

  @One({ from: 'recipient_contact_id' })
  @Field(() => Contact, { nullable: true, description: 'The person who was asked for it.' })
  recipient!: Contact | null

  @Column()
  @Field(() => String, {
    description: 'The name of that person, as it was when they were chosen.',
  })
  recipientName!: string

  @One({ from: 'form_id' })
  @Field(() => OnboardingForm, { nullable: true, description: 'What it asks for.' })
  form!: OnboardingForm | null

  @Column()
  @Field(() => [Answer], { description: 'The answers as they are now: saved, and perhaps not submitted.' })
  answers!: Answer[]

  @Many({
    to: 'document_id',
    join: (p, c) => sql`${c}.document_id = ${p}.id and ${c}.revision_id is null`,
    orderBy: 'position',
  })
  @Field(() => [OnboardingFile], { description: 'The files as they are now.' })
  files!: OnboardingFile[]

  @Many({ to: 'document_id', orderBy: 'number', limit: 100 })
  @Field(() => [Revision], { description: 'Everything that was submitted, the first one first.' })
  revisions!: Revision[]

  @One({ from: 'newest_revision_id' })
  @Field(() => Revision, { nullable: true, description: 'What was submitted last.' })
  newestRevision!: Revision | null

  @Many({ to: 'revision_id', from: 'newest_revision_id' })
  @Field(() => [Issue], {
    description: 'What is to be mended in the newest revision; a new one has nothing yet.',
  })
  issues!: Issue[]

  @One({ from: 'reviewer_id' })
  @Field(() => User, { nullable: true, description: 'Who reviews it, or decided on it.' })
  reviewer!: User | null

  @One({ from: 'suggested_reviewer_id' })
  @Field(() => User, { nullable: true, description: 'Who sent it back the last time; anybody may claim it.' })
  suggestedReviewer!: User | null

  @Column(undefined, { only: forStaff })
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when its reviewer has claimed it; for staff.',
  })
  claimedUntil!: Date | null

  @Column(undefined, { only: forStaff })
  @Field(() => String, { nullable: true, description: 'Why it was done without; for staff.' })
  waivedReason!: string | null

  @Column()
  @Field(() => String, {
    nullable: true,
    description:
      'Why it was asked for again after it had been approved or done without, until it is decided on.',
  })
  reopenedReason!: string | null

  @Column()
  @Field(() => DateTime, { description: 'When it was asked for.' })
  requestedAt!: Date

  @Column()
  @Field(() => DateTime, { nullable: true, description: 'When it was last submitted.' })
  submittedAt!: Date | null

  @Overdue(onboardingMachine)
  @Field(() => Boolean, {
    description: 'Whether a deadline of its present state is over, whether or not anybody has acted on it.',
  })
  overdue!: boolean

  @Actions(onboardingMachine)
  @Field(() => [Action], { description: 'What the viewer may do to it.' })
  availableActions!: Action[]

  @Column()
  @Field(() => Int, { description: 'Rises with every change: give it as `expectedVersion`.' })
  version!: number
}

export const OnboardingDocumentConnection = connectionOf(OnboardingDocument)
