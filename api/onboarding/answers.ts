import type { FormField } from '../catalogue/form-field.js'
import type { FieldProblem } from '../lib/refusal.js'
import { isKeepable } from '../lib/words.js'
import { wrongFormat } from './answer-formats.js'

/** What was answered to one question: one text, or several where any of the options may be picked. */
export interface Answer {
  readonly key: string
  readonly value: readonly string[]
}

/** A file as the answer to one question. */
export interface FileAnswer {
  readonly key: string
  readonly fileId: string
}

/** Characters of one text at most, by kind; what is not named here has room for 300. */
const LONGEST: Partial<Record<FormField['kind'], number>> = { LONG_TEXT: 10_000, URL: 2000 }
const LONGEST_TEXT = 300

/** Answers as they are kept: without edges and empty texts, in the order of the form's questions. */
export function tidyAnswers(fields: readonly FormField[], answers: readonly Answer[]): Answer[] {
  return fields.flatMap(({ key }) => {
    const value = (answers.find((answer) => answer.key === key)?.value ?? []).map((text) => text.trim())
    const said = value.filter((text) => text !== '')
    return said.length ? [{ key, value: said }] : []
  })
}

/**
 * What stands against keeping these answers and files as a draft, each problem at its field. Loose: a half-written
 * address may be kept, an answer to a question that was not asked may not.
 */
export function draftProblems(
  fields: readonly FormField[],
  answers: readonly Answer[],
  files: readonly FileAnswer[],
): FieldProblem[] {
  const known = new Map(fields.map((field) => [field.key, field]))
  return [
    ...repeated(answers.map((answer) => answer.key)).map((key) => at('answers', key, 'answered once')),
    ...answers.flatMap((answer) => answerProblems(known.get(answer.key), answer)),
    ...fileProblems(known, files),
  ]
}

/** What is missing or wrong in answers that are to be submitted, each problem at its field. */
export function submissionProblems(
  fields: readonly FormField[],
  answers: readonly Answer[],
  files: readonly FileAnswer[],
): FieldProblem[] {
  return fields.flatMap((field) => {
    if (field.kind === 'FILE') {
      const missing = field.required && !files.some((file) => file.key === field.key)
      return missing ? [at('files', field.key, 'needed: at least one file')] : []
    }
    const value = answers.find((answer) => answer.key === field.key)?.value ?? []
    if (value.length === 0) return field.required ? [at('answers', field.key, 'needed')] : []
    const wrong = wrongFormat(field, value)
    return wrong ? [at('answers', field.key, wrong)] : []
  })
}

/** A problem at the answer to a question. */
export function at(part: 'answers' | 'files', key: string, message: string): FieldProblem {
  return { path: `${part}.${key}`, message }
}

function answerProblems(field: FormField | undefined, { key, value }: Answer): FieldProblem[] {
  if (!field || field.kind === 'FILE') return [at('answers', shown(key), 'no question of this form')]
  const most = field.kind === 'MANY_OF' ? Math.max(field.options.length, 1) : 1
  const longest = LONGEST[field.kind] ?? LONGEST_TEXT
  if (value.length > most) return [at('answers', key, most === 1 ? 'one answer' : `at most ${most} answers`)]
  if (value.some((text) => text.trim().length > longest))
    return [at('answers', key, `at most ${longest} characters`)]
  if (!value.every(isKeepable)) return [at('answers', key, 'text without control characters')]
  return []
}

function fileProblems(known: ReadonlyMap<string, FormField>, files: readonly FileAnswer[]): FieldProblem[] {
  const twice = new Set(repeated(files.map((file) => file.fileId)))
  const counted = Map.groupBy(files, (file) => file.key)
  return [...counted].flatMap(([key, own]) => {
    const field = known.get(key)
    if (field?.kind !== 'FILE') return [at('files', shown(key), 'no file is asked for here')]
    if (own.some((file) => twice.has(file.fileId))) return [at('files', key, 'each file once')]
    if (own.length > field.maxFiles)
      return [at('files', key, field.maxFiles === 1 ? 'one file' : `at most ${field.maxFiles} files`)]
    return []
  })
}

/** A key that is not ours goes into a refusal short and plain. */
function shown(key: string): string {
  return key.replace(/[^\w-]/g, '').slice(0, 60)
}

function repeated(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, i) => keys.indexOf(key) !== i))]
}
