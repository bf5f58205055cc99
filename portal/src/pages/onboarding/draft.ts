import type { DocumentPartsFragment, FilePartsFragment } from '../../gen/operations.js'

export type FormField = NonNullable<DocumentPartsFragment['form']>['fields'][number]
export interface Attached {
  key: string
  file: FilePartsFragment
}
export type Issue = DocumentPartsFragment['issues'][number]

/** Each question's answer by its key: one text, or several where many may be picked. */
export type Answers = Record<string, string[]>

/** What is on the page: answers and files, whether saved or not. */
export interface Draft {
  answers: Answers
  files: Attached[]
}

/** The draft as the API has it. */
export function draftOf(document: DocumentPartsFragment): Draft {
  return {
    answers: Object.fromEntries(document.answers.map(({ key, value }) => [key, [...value]])),
    files: attachedOf(document),
  }
}

/** The draft as the API takes it: questions without an answer are left out. */
export function inputOf({ answers, files }: Draft) {
  return {
    answers: Object.entries(answers)
      .map(([key, value]) => ({ key, value: value.filter((one) => one.trim() !== '') }))
      .filter(({ value }) => value.length > 0),
    files: files.map(({ key, file }) => ({ key, fileId: file.id })),
  }
}

/** A text that is the same exactly where two drafts say the same, whatever order they say it in. */
export function printOf(draft: Draft): string {
  const { answers, files } = inputOf(draft)
  const byKey = (a: { key: string }, b: { key: string }): number => a.key.localeCompare(b.key)
  return JSON.stringify([
    answers.toSorted(byKey),
    files.map(({ key, fileId }) => `${key}:${fileId}`).toSorted(),
  ])
}

/** The same for the answer to one question. */
export function printAt({ answers, files }: Draft, key: string): string {
  const own = files.filter((one) => one.key === key)
  return printOf({ answers: { [key]: answers[key] ?? [] }, files: own })
}

/** The files of the document as it is now, each with its question. */
export function attachedOf(document: DocumentPartsFragment): Attached[] {
  return document.files.flatMap(({ key, file }) => (file ? [{ key, file }] : []))
}

/** The question that an issue belongs to: its own, or that of the file it was raised on. Null where it is on the whole. */
export function keyOfIssue(issue: Issue, document: DocumentPartsFragment): string | null {
  const raisedOn = document.newestRevision?.files.find(({ file }) => file && file.id === issue.fileId)
  const key = issue.fieldKey ?? raisedOn?.key ?? null
  return document.form?.fields.some((field) => field.key === key) ? key : null
}

/** The issues to show at a question; those on a file that is still there are shown at the file. */
export function issuesOf(
  field: FormField,
  document: DocumentPartsFragment,
  files: readonly Attached[],
): Issue[] {
  const there = new Set(files.map(({ file }) => file.id))
  return document.issues.filter(
    (issue) => keyOfIssue(issue, document) === field.key && !(issue.fileId && there.has(issue.fileId)),
  )
}
