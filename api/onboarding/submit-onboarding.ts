import type { FormField } from '../catalogue/form-field.js'
import { requireReadyFile } from '../files/ready-file.js'
import { newId } from '../lib/ids.js'
import { type FieldProblem, Refusal, refuseFields } from '../lib/refusal.js'
import { noteStanding } from '../orders/stage.js'
import type { Tx } from '../platform/context.js'
import { transition } from '../platform/transition.js'
import { type Answer, at, type FileAnswer, submissionProblems } from './answers.js'
import { formOf } from './document-form.js'
import { OnboardingFileEntity, RevisionEntity } from './onboarding.entity.js'
import { onboardingMachine } from './onboarding.machine.js'
import { type Draft, keepDraft } from './save-onboarding-draft.js'

/**
 * Submits the document with these answers and files: every required one is there, each is what its question asks for,
 * and the revision is frozen as it is. Each problem is named at its field.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, VALIDATION
 */
export async function submitOnboarding(tx: Tx, input: Draft): Promise<string> {
  const revisionId = newId('rev')
  const { facts } = await transition(
    tx,
    onboardingMachine,
    input.id,
    'submitOnboarding',
    ({ revisions }) => ({
      set: {
        newest_revision_id: revisionId,
        submitted_at: tx.now,
        waiting_since: tx.now,
        reviewer_id: null,
        claimed_until: null,
      },
      data: { revisionId, number: revisions + 1 },
    }),
  )
  const fields = await formOf(tx, input.id)
  const answers = await keepDraft(tx, input, fields)
  const files = input.files ?? []
  const problems = [
    ...submissionProblems(fields, answers, files),
    ...(await unfitFiles(tx, input.id, fields, files)),
  ]
  if (problems.length) refuseFields(problems)
  await freeze(tx, { revisionId, documentId: input.id, number: facts.revisions + 1, answers, files })
  await noteStanding(tx, facts.lineId, { stage: 'IN_VERIFICATION' })
  return input.id
}

/** Files that did not arrive whole, are not what their name says, or not of a type that their question takes. */
async function unfitFiles(
  tx: Tx,
  documentId: string,
  fields: readonly FormField[],
  files: readonly FileAnswer[],
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = []
  for (const { key, fileId } of files) {
    const accept = fields.find((field) => field.key === key)?.accept ?? []
    try {
      await requireReadyFile(tx, { id: fileId, accept, subjectId: documentId })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push(at('files', key, unfit(error, accept)))
    }
  }
  return problems
}

function unfit(refusal: Refusal, accept: readonly string[]): string {
  return refusal.code === 'FILE_TYPE_REFUSED'
    ? `a file of another type: ${accept.join(', ')}`
    : refusal.message
}

interface Frozen {
  readonly revisionId: string
  readonly documentId: string
  readonly number: number
  readonly answers: readonly Answer[]
  readonly files: readonly FileAnswer[]
}

async function freeze(tx: Tx, { revisionId, documentId, number, answers, files }: Frozen): Promise<void> {
  await tx.em.insert(RevisionEntity, {
    id: revisionId,
    documentId,
    number,
    answers: [...answers],
    submittedAt: tx.now,
    submittedByKind: tx.viewer.kind,
    submittedById: tx.viewer.id,
  })
  await tx.em.insertMany(
    OnboardingFileEntity,
    files.map(({ key, fileId }, position) => ({
      id: `${revisionId}:${fileId}`,
      documentId,
      revisionId,
      key,
      fileId,
      position,
    })),
  )
}
