import { newId } from '../lib/ids.js'
import { type FieldProblem, refuseFields } from '../lib/refusal.js'
import { noteStanding } from '../orders/stage.js'
import type { Tx } from '../platform/context.js'
import { rows, sql } from '../platform/database.js'
import { transition } from '../platform/transition.js'
import { formOf } from './document-form.js'
import { requireNewest } from './newest-revision.js'
import { IssueEntity } from './onboarding.entity.js'
import { onboardingMachine } from './onboarding.machine.js'

/** Something to be mended: on a question, on a file, or on the whole where neither is named. */
export interface NewIssue {
  readonly fieldKey?: string | null | undefined
  readonly fileId?: string | null | undefined
  readonly note: string
}

const MOST_ISSUES = 50
const LONGEST_NOTE = 1000

/**
 * Sends the newest revision back with what is to be mended. Its reviewer is suggested when it comes again.
 * @refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID_TRANSITION, CLAIMED_BY_OTHER, NOT_NEWEST_REVISION, VALIDATION
 */
export async function requestOnboardingChanges(
  tx: Tx,
  input: { id: string; revisionId: string; issues: readonly NewIssue[] },
): Promise<string> {
  const { id, revisionId } = input
  // ids of one moment have no order of their own: sorted, they keep that of the list
  const ids = input.issues.map(() => newId('iss')).toSorted()
  const issues = input.issues.map((issue, i) => ({ ...issue, id: ids[i]!, note: issue.note.trim() }))
  const { facts } = await transition(tx, onboardingMachine, id, 'requestOnboardingChanges', (document) => {
    requireNewest(document, revisionId)
    return {
      set: {
        reviewer_id: null,
        claimed_until: null,
        suggested_reviewer_id: document.reviewerId,
        waiting_since: tx.now,
      },
      data: { revisionId, issueIds: issues.map((issue) => issue.id) },
    }
  })
  await checkIssues(tx, id, revisionId, issues)
  await tx.em.insertMany(
    IssueEntity,
    issues.map(({ id: issueId, fieldKey, fileId, note }) => ({
      id: issueId,
      documentId: id,
      revisionId,
      fieldKey: fieldKey ?? null,
      fileId: fileId ?? null,
      note,
      raisedBy: tx.viewer.id,
      raisedAt: tx.now,
    })),
  )
  await noteStanding(tx, facts.lineId, { stage: 'ACTION_REQUIRED' })
  return id
}

async function checkIssues(
  tx: Tx,
  id: string,
  revisionId: string,
  issues: readonly NewIssue[],
): Promise<void> {
  if (issues.length === 0 || issues.length > MOST_ISSUES)
    refuseFields([{ path: 'issues', message: `1 to ${MOST_ISSUES}` }])
  const fields = new Set((await formOf(tx, id)).map((field) => field.key))
  const files = await rows<{ id: string }>(
    tx,
    sql`select file_id as id from onboarding_files where revision_id = ${revisionId}`,
  )
  const problems = issues.flatMap(({ fieldKey, fileId, note }, i): FieldProblem[] => {
    const path = (name: string) => `issues.${i}.${name}`
    return [
      ...(note.length < 1 || note.length > LONGEST_NOTE || !note.isWellFormed() || note.includes('\0')
        ? [{ path: path('note'), message: `1 to ${LONGEST_NOTE} characters` }]
        : []),
      ...(fieldKey && !fields.has(fieldKey)
        ? [{ path: path('fieldKey'), message: 'a question of the form' }]
        : []),
      ...(fileId && !files.some((file) => file.id === fileId)
        ? [{ path: path('fileId'), message: 'a file of this revision' }]
        : []),
    ]
  })
  if (problems.length) refuseFields(problems)
}
