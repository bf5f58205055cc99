import type { OnboardingPageFragment } from '../gen/documents.js'

const unsubmitted = new Set(['REQUESTED', 'DRAFT'])

/** What is looked at: the newest revision, exactly as it was submitted; before there is one, the draft. */
export function contentOf(doc: OnboardingPageFragment) {
  const newest = doc.revisions.find((revision) => revision.id === doc.newestRevision?.id)
  const { answers, files } = newest && !unsubmitted.has(doc.status) ? newest : doc
  return {
    answers,
    files: files.flatMap(({ key, file }) => (file ? [{ key, file }] : [])),
    issues: newest?.issues ?? doc.issues,
  }
}

/** The same, as the panels take it. */
export type Content = ReturnType<typeof contentOf>
