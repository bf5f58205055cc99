import type { QuestionFragment } from '../gen/documents.js'
import { changesBetween, type Change, differences } from './changes.js'
import { changed, type Item, keyFor, linesOf, newUid } from './items.js'

/** A question on the page. Its key is `fixed` once a version with it was published: answers are kept under it. */
export type Question = QuestionFragment & Item & { fixed: boolean }

/** A form that is being written. */
export interface FormContent {
  title: string
  intro: string
  fields: Question[]
  /** Keys that a version has had: a new question takes none of them over. */
  reserved: readonly string[]
}

/** A form as the API has it. */
export interface FormGiven {
  title: string
  intro: string
  fields: readonly QuestionFragment[]
}

/** A form to write on; `published` are the keys that versions have had. */
export function formToWrite(given: FormGiven | undefined, published: ReadonlySet<string>): FormContent {
  return {
    title: given?.title ?? '',
    intro: given?.intro ?? '',
    reserved: [...published],
    fields: (given?.fields ?? []).map((field) => ({
      ...field,
      uid: newUid(),
      fixed: published.has(field.key),
    })),
  }
}

/** The form as the API takes it. */
export function formToSend({ title, intro, fields }: FormContent): FormGiven {
  return {
    title,
    intro,
    fields: fields.map(({ key, label, help, kind, required, options, accept, maxFiles }) => ({
      key,
      label,
      help: help?.trim() ? help : null,
      kind,
      required,
      options: isChoice(kind) ? linesOf(options) : [],
      accept: kind === 'FILE' ? accept : [],
      maxFiles: kind === 'FILE' ? maxFiles : 0,
    })),
  }
}

/** A form with one more question at its end. */
export function withQuestion(form: FormContent): FormContent {
  const key = keyFor('', keysOf(form), 'question')
  const fresh: Question = {
    uid: newUid(),
    key,
    fixed: false,
    label: '',
    help: null,
    kind: 'SHORT_TEXT',
    required: true,
    options: [],
    accept: [],
    maxFiles: 1,
  }
  return { ...form, fields: [...form.fields, fresh] }
}

/**
 * A form with one question changed. Until it was published, its key follows its words; a published one keeps it, unless it asks
 * for another kind of answer: that gets a key of its own.
 */
export function withChange(form: FormContent, uid: string, change: Partial<Question>): FormContent {
  const before = form.fields.find((field) => field.uid === uid)
  if (!before) return form
  const after = { ...before, ...change }
  if (after.kind === 'FILE' && after.maxFiles < 1) after.maxFiles = 1
  const otherKind = familyOf(after.kind) !== familyOf(before.kind)
  if (otherKind && before.fixed) after.fixed = false
  const taken = keysOf(form).filter((key) => key !== before.key || before.fixed)
  if (!after.fixed && (otherKind || after.label !== before.label))
    after.key = keyFor(after.label, taken, 'question')
  return { ...form, fields: changed(form.fields, uid, after) }
}

/** What changed from one form to another. */
export function formChanges(before: FormGiven, after: FormGiven): Change[] {
  const head = differences(before, after, ['title', 'intro'])
  const questions = changesBetween(before.fields, after.fields, {
    nameOf: (field) => field.label || field.key,
    attributes: ['label', 'help', 'kind', 'required', 'options', 'accept', 'maxFiles'],
  })
  return [
    ...(head.length ? [{ kind: 'changed' as const, name: after.title, details: head }] : []),
    ...questions,
  ]
}

/** Whether a kind of answer chooses among options. */
export function isChoice(kind: Question['kind']): boolean {
  return kind === 'ONE_OF' || kind === 'MANY_OF'
}

function familyOf(kind: Question['kind']): string {
  if (isChoice(kind)) return 'choice'
  return ['SHORT_TEXT', 'LONG_TEXT', 'EMAIL', 'URL', 'PHONE'].includes(kind) ? 'text' : kind
}

function keysOf(form: FormContent): string[] {
  return [...form.reserved, ...form.fields.map((field) => field.key)]
}
