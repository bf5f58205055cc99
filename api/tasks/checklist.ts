import { refuseFields } from '../lib/refusal.js'
import { isKeepable } from '../lib/words.js'

/** One thing that a task's person answers on submitting. `done` is null until it was answered. */
export interface ChecklistItem {
  /** Names the item within its task. */
  readonly key: string
  readonly text: string
  readonly done: boolean | null
  readonly note: string | null
}

/** An answer to one item. */
export interface ChecklistAnswer {
  readonly key: string
  readonly done: boolean
  readonly note?: string | null
}

const MAX_NOTE = 1000

/** A new task's checklist, from the texts of its blueprint. */
export function emptyChecklist(texts: readonly string[]): ChecklistItem[] {
  return texts.map((text, i) => ({ key: `item-${i + 1}`, text, done: null, note: null }))
}

/**
 * The checklist with these answers. Every item must be answered; one that was not done says why.
 * @refuses VALIDATION at each item that is missing, unknown, or not done without a note
 */
export function answeredChecklist(
  items: readonly ChecklistItem[],
  answers: readonly ChecklistAnswer[],
): ChecklistItem[] {
  const given = new Map(
    answers.map((answer) => [answer.key, { ...answer, note: answer.note?.trim() || null }]),
  )
  const problems = items.flatMap(({ key }) => {
    const answer = given.get(key)
    const path = `checklist.${key}`
    if (!answer) return [{ path, message: 'answer it' }]
    if (!answer.done && !answer.note) return [{ path, message: 'say why it was not done' }]
    const note = answer.note ?? ''
    return note.length > MAX_NOTE || !isKeepable(note)
      ? [{ path, message: `a note of at most ${MAX_NOTE} characters, without control characters` }]
      : []
  })
  const known = new Set(items.map((item) => item.key))
  const unknown = answers
    .filter(({ key }) => !known.has(key))
    .map(({ key }) => ({ path: `checklist.${key}`, message: 'is not on the checklist' }))
  if (problems.length || unknown.length) refuseFields([...problems, ...unknown])
  return items.map((item) => ({ ...item, done: given.get(item.key)!.done, note: given.get(item.key)!.note }))
}
