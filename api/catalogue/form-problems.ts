import { isAcceptable } from '../files/accepted-types.js'
import type { FieldProblem } from '../lib/refusal.js'
import { type FormField, type FormFieldKind, formFieldKinds } from './form-field.js'
import { repeats, textProblems } from './text-problems.js'

/** What a form asks, as it is written and published. */
export interface FormContent {
  readonly title: string
  readonly intro: string
  readonly fields: readonly FormField[]
}

/** Most questions of a form, options of a question, and files of an answer. */
export const FORM_LIMITS = { fields: 60, options: 50, files: 20 } as const

const KEY = /^[a-z][A-Za-z0-9]{0,39}$/
const CHOICES: readonly FormFieldKind[] = ['ONE_OF', 'MANY_OF']

/** A form as it is kept: texts without edges, and of each question only what its kind has. */
export function tidyForm({ title, intro, fields }: FormContent): FormContent {
  return { title: title.trim(), intro: intro.trim(), fields: fields.map(tidyField) }
}

/** What stands against publishing a form, each problem at its path (`fields.3.options`); none, and it can be published. */
export function formProblems({ title, intro, fields }: FormContent): FieldProblem[] {
  const keysTwice = new Set(repeats(fields.map((field) => field.key)))
  return [
    ...textProblems('title', title, { most: 120 }),
    ...textProblems('intro', intro, { least: 0, most: 2000, lines: true }),
    ...(fields.length === 0 ? [{ path: 'fields', message: 'at least one question' }] : []),
    ...(fields.length > FORM_LIMITS.fields
      ? [{ path: 'fields', message: `at most ${FORM_LIMITS.fields} questions` }]
      : []),
    ...fields.flatMap((field, i) => fieldProblems(`fields.${i}`, field, keysTwice.has(i))),
  ]
}

/** A key, where it was published before, and the kind of answer that it names. */
export interface KnownKey {
  readonly key: string
  readonly kind: FormFieldKind
  readonly version: number
}

/** The questions that take over the key of another kind of answer: answers to both would be taken for one another. */
export function changedKinds(fields: readonly FormField[], known: readonly KnownKey[]): FieldProblem[] {
  const before = new Map(known.map((one) => [one.key, one]))
  return fields.flatMap((field, i) => {
    const old = before.get(field.key)
    if (!old || familyOf(old.kind) === familyOf(field.kind)) return []
    const message = `a key of its own: in version ${old.version} \`${field.key}\` asked for another kind of answer`
    return [{ path: `fields.${i}.key`, message }]
  })
}

function familyOf(kind: FormFieldKind): string {
  if (CHOICES.includes(kind)) return 'choice'
  return ['SHORT_TEXT', 'LONG_TEXT', 'EMAIL', 'URL', 'PHONE'].includes(kind) ? 'text' : kind
}

function tidyField(field: FormField): FormField {
  const { key, label, kind, required } = field
  return {
    key: key.trim(),
    label: label.trim(),
    kind,
    required,
    help: field.help?.trim() || null,
    options: CHOICES.includes(kind) ? field.options.map((option) => option.trim()) : [],
    accept: kind === 'FILE' ? [...new Set(field.accept)] : [],
    maxFiles: kind === 'FILE' ? field.maxFiles : 0,
  }
}

function fieldProblems(path: string, field: FormField, keyTwice: boolean): FieldProblem[] {
  const keyMessage = keyTwice
    ? 'a key that no other question has'
    : KEY.test(field.key)
      ? undefined
      : 'a small letter, then letters and digits: 40 at most'
  return [
    ...(keyMessage ? [{ path: `${path}.key`, message: keyMessage }] : []),
    ...textProblems(`${path}.label`, field.label, { most: 200 }),
    ...textProblems(`${path}.help`, field.help ?? '', { least: 0, most: 500, lines: true }),
    ...(Object.hasOwn(formFieldKinds, field.kind)
      ? []
      : [{ path: `${path}.kind`, message: 'a kind of answer' }]),
    ...(CHOICES.includes(field.kind) ? optionProblems(path, field.options) : []),
    ...(field.kind === 'FILE' ? fileProblems(path, field) : []),
  ]
}

function optionProblems(path: string, options: readonly string[]): FieldProblem[] {
  const { options: most } = FORM_LIMITS
  if (options.length < 2 || options.length > most)
    return [{ path: `${path}.options`, message: `2 to ${most} options` }]
  const twice = repeats(options.map((option) => option.toLowerCase()))
  return options.flatMap((option, i) => [
    ...textProblems(`${path}.options.${i}`, option, { most: 100 }),
    ...(twice.includes(i) ? [{ path: `${path}.options.${i}`, message: 'an option of its own' }] : []),
  ])
}

function fileProblems(path: string, { accept, maxFiles }: FormField): FieldProblem[] {
  const { files: most } = FORM_LIMITS
  const unknown = accept.filter((type) => !isAcceptable(type))
  return [
    ...(Number.isInteger(maxFiles) && maxFiles >= 1 && maxFiles <= most
      ? []
      : [{ path: `${path}.maxFiles`, message: `1 to ${most} files` }]),
    ...(unknown.length
      ? [
          {
            path: `${path}.accept`,
            message: `types that can be uploaded; not ${unknown.join(', ').slice(0, 200)}`,
          },
        ]
      : []),
  ]
}
