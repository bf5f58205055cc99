import { attachFile } from '../files/ready-file.js'
import type { FormField } from '../catalogue/form-field.js'
import { type FieldProblem, Refusal, refuseFields } from '../lib/refusal.js'
import type { Tx } from '../platform/context.js'
import { row, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { type Answer, at, draftProblems, type FileAnswer, tidyAnswers } from './answers.js'
import { formOf } from './document-form.js'
import { OnboardingFileEntity } from './onboarding.entity.js'
import { onboardingMachine } from './onboarding.machine.js'

/** A document's answers and files, whole: what is not given is not answered. */
export interface Draft {
  readonly id: string
  readonly answers: readonly Answer[]
  readonly files?: readonly FileAnswer[] | null | undefined
}

/**
 * Keeps what was filled in so far, half of it or all: received, and not submitted.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, VALIDATION
 */
export async function saveOnboardingDraft(tx: Tx, input: Draft): Promise<string> {
  await transition(tx, onboardingMachine, input.id, 'saveOnboardingDraft', ({ status }) => ({
    to: status === 'CHANGES_REQUESTED' ? 'CHANGES_REQUESTED' : 'DRAFT',
  }))
  await keepDraft(tx, input, await formOf(tx, input.id))
  return input.id
}

/**
 * Writes answers and files into the draft; files that are new to it become the document's. Returns the answers as they
 * are kept. The caller has taken its transition. @refuses VALIDATION
 */
export async function keepDraft(tx: Tx, input: Draft, fields: readonly FormField[]): Promise<Answer[]> {
  const files = input.files ?? []
  const problems = draftProblems(fields, input.answers, files)
  if (problems.length) refuseFields(problems)
  const answers = tidyAnswers(fields, input.answers)
  await row(
    tx,
    sql`update onboarding_documents set answers = ${JSON.stringify(answers)}::jsonb where id = ${input.id}`,
  )
  await row(tx, sql`delete from onboarding_files where document_id = ${input.id} and revision_id is null`)
  await attachFiles(tx, input.id, files)
  await tx.em.insertMany(
    OnboardingFileEntity,
    files.map(({ key, fileId }, position) => ({
      id: `${input.id}:${fileId}`,
      documentId: input.id,
      revisionId: null,
      key,
      fileId,
      position,
    })),
  )
  return answers
}

async function attachFiles(tx: Tx, documentId: string, files: readonly FileAnswer[]): Promise<void> {
  const problems: FieldProblem[] = []
  for (const { key, fileId } of files) {
    try {
      await attachFile(tx, { id: fileId, subjectId: documentId })
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'NOT_FOUND')) throw error
      problems.push(at('files', key, 'a file that was uploaded for this document'))
    }
  }
  if (problems.length) refuseFields(problems)
}
