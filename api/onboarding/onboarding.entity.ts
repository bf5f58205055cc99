import { defineEntity, p } from '@mikro-orm/postgresql'
import { ContactEntity } from '../accounts/organisation.entity.js'
import { UserEntity } from '../accounts/user.entity.js'
import { OnboardingFormEntity } from '../catalogue/catalogue.entity.js'
import { FileEntity } from '../files/file.entity.js'
import { OrderEntity, OrderLineEntity } from '../orders/order.entity.js'
import type { Answer } from './answers.js'
import { onboardingMachine } from './onboarding.machine.js'

const listed = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ')

/** The form and files that a line's work needs first: the draft, who is asked for it, and who reviews it. */
export const OnboardingDocumentEntity = defineEntity({
  name: 'OnboardingDocument',
  tableName: 'onboarding_documents',
  properties: {
    id: p.text().primary(),
    status: p.text(),
    version: p.integer().default(1),
    orderId: () => p.manyToOne(OrderEntity).mapToPk().joinColumn('order_id').index(),
    lineId: () => p.oneToOne(OrderLineEntity).mapToPk().joinColumn('line_id').owner().unique(),
    formId: () => p.manyToOne(OnboardingFormEntity).mapToPk().joinColumn('form_id'),
    recipientContactId: () => p.manyToOne(ContactEntity).mapToPk().joinColumn('recipient_contact_id'),
    recipientName: p.text(),
    recipientEmail: p.text(),
    /** The draft; what was submitted stands in the revisions. */
    answers: p.json<Answer[]>(),
    newestRevisionId: p.text().nullable(),
    reviewerId: () => p.manyToOne(UserEntity).mapToPk().joinColumn('reviewer_id').nullable(),
    suggestedReviewerId: () =>
      p.manyToOne(UserEntity).mapToPk().joinColumn('suggested_reviewer_id').nullable(),
    claimedUntil: p.datetime().nullable(),
    requestedAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
    /** Since when it waits for whoever is next: requested, submitted, taken back or sent back. The queue is sorted by it. */
    waitingSince: p.datetime(),
    /** Rises when the request goes out anew: what was mailed before, or still waits to be, opens nothing then. */
    requestRound: p.integer().default(1),
    /** Why it was done without. */
    waivedReason: p.text().nullable(),
    /** Why it was asked for again, until somebody decides on it. */
    reopenedReason: p.text().nullable(),
    /** Real time: when a fresh link was last asked for. */
    linkRequestedAt: p.datetime().nullable(),
  },
  indexes: [
    { properties: ['status', 'waitingSince', 'id'] },
    { properties: ['waitingSince', 'id'] },
    { properties: ['requestedAt', 'id'] },
    { properties: ['reviewerId', 'waitingSince', 'id'] },
  ],
  checks: [
    {
      name: 'onboarding_documents_status_known',
      expression: `status in (${listed(Object.keys(onboardingMachine.states))})`,
    },
    {
      name: 'onboarding_documents_reviewed_by_somebody',
      expression: `status <> 'IN_REVIEW' or (reviewer_id is not null and claimed_until is not null)`,
    },
    {
      name: 'onboarding_documents_submitted_has_revision',
      expression: `newest_revision_id is not null or status in ('REQUESTED', 'DRAFT', 'VOID', 'WAIVED', 'CHANGES_REQUESTED')`,
    },
  ],
})

/** What was submitted, exactly so: never changed, never removed. */
export const RevisionEntity = defineEntity({
  name: 'Revision',
  tableName: 'onboarding_revisions',
  properties: {
    id: p.text().primary(),
    documentId: () => p.manyToOne(OnboardingDocumentEntity).mapToPk().joinColumn('document_id'),
    number: p.integer(),
    answers: p.json<Answer[]>(),
    submittedAt: p.datetime(),
    submittedByKind: p.text(),
    submittedById: p.text(),
  },
  uniques: [{ properties: ['documentId', 'number'] }],
})

/** A file as the answer to a question: of the draft, or of the revision that it names, where it stays for good. */
export const OnboardingFileEntity = defineEntity({
  name: 'OnboardingFile',
  tableName: 'onboarding_files',
  properties: {
    id: p.text().primary(),
    documentId: () => p.manyToOne(OnboardingDocumentEntity).mapToPk().joinColumn('document_id').index(),
    revisionId: () => p.manyToOne(RevisionEntity).mapToPk().joinColumn('revision_id').nullable().index(),
    key: p.text(),
    fileId: () => p.manyToOne(FileEntity).mapToPk().joinColumn('file_id'),
    position: p.integer(),
  },
})

/** What is wrong with a revision: on a question, on a file of it, or on the whole. */
export const IssueEntity = defineEntity({
  name: 'Issue',
  tableName: 'onboarding_issues',
  properties: {
    id: p.text().primary(),
    documentId: () => p.manyToOne(OnboardingDocumentEntity).mapToPk().joinColumn('document_id').index(),
    revisionId: () => p.manyToOne(RevisionEntity).mapToPk().joinColumn('revision_id').index(),
    fieldKey: p.text().nullable(),
    fileId: () => p.manyToOne(FileEntity).mapToPk().joinColumn('file_id').nullable(),
    note: p.text(),
    raisedBy: () => p.manyToOne(UserEntity).mapToPk().joinColumn('raised_by'),
    raisedAt: p.datetime(),
  },
})

export const onboardingEntities = [
  OnboardingDocumentEntity,
  RevisionEntity,
  OnboardingFileEntity,
  IssueEntity,
]
