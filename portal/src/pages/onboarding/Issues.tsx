import type { DocumentPartsFragment } from '../../gen/operations.js'
import { Notice } from '../../ui/Card.js'
import type { Refused } from '../../wire/refused.js'
import { sentenceOf } from '../../words/refusals.js'
import { formWords as words } from '../../words/onboarding.js'
import { keyOfIssue, type FormField, type Issue } from './draft.js'

/** One thing that our team asks to change, where it belongs. */
export function IssueNote({ issue }: { issue: Issue }) {
  return (
    <div className="issue">
      <span className="issue-title">{words.issue}</span>
      <span className="pre">{issue.note}</span>
    </div>
  )
}

/** How much there is to change, a way to each, and in full what concerns the whole. */
export function IssueSummary({ document }: { document: DocumentPartsFragment }) {
  const { issues } = document
  if (issues.length === 0) return <Reopened document={document} />
  const keys = new Set(issues.map((issue) => keyOfIssue(issue, document)))
  return (
    <Notice tone="warn" title={words.issuesTitle(issues.length)}>
      <p>{words.issuesLead}</p>
      {issues
        .filter((issue) => keyOfIssue(issue, document) === null)
        .map((issue) => (
          <div key={issue.id}>
            <span className="issue-title">{words.wholeIssue}</span>
            <p className="pre">{issue.note}</p>
          </div>
        ))}
      <Jumps fields={document.form?.fields.filter((field) => keys.has(field.key)) ?? []} />
    </Notice>
  )
}

/** A form that was done with and is asked for once more: why. */
function Reopened({ document }: { document: DocumentPartsFragment }) {
  if (document.status !== 'CHANGES_REQUESTED' || !document.reopenedReason) return null
  return (
    <Notice tone="warn" title={words.reopenedTitle}>
      <p className="pre">{document.reopenedReason}</p>
      <p>{words.reopenedLead}</p>
    </Notice>
  )
}

interface ProblemSummaryProps {
  refused: Refused | undefined
  fields: readonly FormField[]
  /** What still stands against the answer to a question. */
  problemAt: (key: string) => string | undefined
}

/** What the API refused, said once at the top with a way to each answer, as long as something is left to mend. */
export function ProblemSummary({ refused, fields, problemAt }: ProblemSummaryProps) {
  if (!refused) return null
  const elsewhere = !fields.some((field) => refused.at(field.key))
  const wrong = fields.filter((field) => problemAt(field.key))
  if (wrong.length === 0 && !elsewhere) return null
  return (
    <Notice tone="bad" title={words.problemsTitle(Math.max(1, wrong.length))}>
      <p>{words.problemsLead}</p>
      {elsewhere && <p>{sentenceOf(refused)}</p>}
      <Jumps fields={wrong} />
    </Notice>
  )
}

function Jumps({ fields }: { fields: readonly FormField[] }) {
  return (
    <ul className="row small">
      {fields.map((field) => (
        <li key={field.key}>
          <a href={`#field-${field.key}`}>{field.label}</a>
        </li>
      ))}
    </ul>
  )
}
