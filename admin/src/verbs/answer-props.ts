import type { Actionable } from './VerbButtons.js'
import type { Asked } from './verb-forms.js'

/** How one thing that a verb asks is answered. */
export interface AnswerProps {
  asked: Asked
  label: string
  record: Actionable
  value: unknown
  onChange: (value: unknown) => void
}
