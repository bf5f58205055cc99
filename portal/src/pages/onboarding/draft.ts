import type { DocumentPartsFragment } from '../../gen/operations.js'

export type FormField = NonNullable<DocumentPartsFragment['form']>['fields'][number]
export type Attached = DocumentPartsFragment['files'][number]
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
    files: [...document.files],
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

/** The issues that belong to one question: on it, or on one of its files that is no longer there to carry them. */
export function issuesOf(field: FormField, issues: readonly Issue[], files: readonly Attached[]): Issue[] {
  const there = new Set(files.map(({ file }) => file.id))
  return issues.filter((issue) => issue.fieldKey === field.key && !(issue.fileId && there.has(issue.fileId)))
}

/** The issues that no question and no file of the form carries. */
export function issuesOfWhole(
  issues: readonly Issue[],
  fields: readonly FormField[],
  files: readonly Attached[],
): Issue[] {
  const keys = new Set(fields.map(({ key }) => key))
  const there = new Set(files.map(({ file }) => file.id))
  return issues.filter(
    (issue) => !(issue.fieldKey && keys.has(issue.fieldKey)) && !(issue.fileId && there.has(issue.fileId)),
  )
}
