import type { OnboardingPageFragment } from '../gen/documents.js'
import type { Marks } from './MarkIssue.js'
import type { Content } from './shown-content.js'

/** What the bar and the decision in it are about. */
export interface BarProps {
  doc: OnboardingPageFragment
  content: Content
  marks: Marks
}
