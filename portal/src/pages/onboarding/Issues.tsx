import { Notice } from '../../ui/Card.js'
import type { Refused } from '../../wire/refused.js'
import { sentenceOf } from '../../words/refusals.js'
import { formWords as words } from '../../words/onboarding.js'
import { issuesOfWhole, type Attached, type FormField, type Issue } from './draft.js'

/** One thing that our team asks to change, where it belongs. */
export function IssueNote({ issue }: { issue: Issue }) {
  return (
    <div className="issue">
      <span className="issue-title">{words.issue}</span>
      <span className="pre">{issue.note}</span>
    </div>
  )
}

interface IssueSummaryProps {
  issues: readonly Issue[]
  fields: readonly FormField[]
  files: readonly Attached[]
}

/** How much there is to change, a way to each, and in full what concerns the whole. */
export function IssueSummary({ issues, fields, files }: IssueSummaryProps) {
  if (issues.length === 0) return null
  const whole = issuesOfWhole(issues, fields, files)
  return (
    <Notice tone="warn" title={words.issuesTitle(issues.length)}>
      <p>{words.issuesLead}</p>
      {whole.map((issue) => (
        <div key={issue.id}>
          <span className="issue-title">{words.wholeIssue}</span>
          <p className="pre">{issue.note}</p>
        </div>
      ))}
      <Jumps fields={fields.filter((field) => issues.some((issue) => keyOf(issue, files) === field.key))} />
    </Notice>
  )
}

function keyOf(issue: Issue, files: readonly Attached[]): string | null {
  return issue.fieldKey ?? files.find(({ file }) => file.id === issue.fileId)?.key ?? null
}

/** What the API refused, said once at the top with a way to each answer. */
export function ProblemSummary({
  refused,
  fields,
}: {
  refused: Refused | undefined
  fields: readonly FormField[]
}) {
  if (!refused || refused.fields.length === 0) return null
  const wrong = fields.filter((field) => refused.at(field.key))
  const other = wrong.length === 0 ? sentenceOf(refused) : null
  return (
    <Notice tone="bad" title={words.problemsTitle(Math.max(1, wrong.length))}>
      <p>{words.problemsLead}</p>
      {other && <p>{other}</p>}
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
