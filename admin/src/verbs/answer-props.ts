import type { Asked } from './verb-forms.js'

/** What a verb is done to: its id, and the version it was seen at where it has one. */
export interface Subject {
  id: string
  version?: number
}

/** How one thing that a verb asks is answered; `problem` is what the API found wrong with the answer, `problems` with parts of it by path. */
export interface AnswerProps {
  asked: Asked
  label: string
  record: Subject
  value: unknown
  problem?: string
  problems: Record<string, string>
  onChange: (value: unknown) => void
}
