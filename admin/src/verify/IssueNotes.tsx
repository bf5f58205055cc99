import Alert from '@mui/material/Alert'
import type { IssueShownFragment } from '../gen/documents.js'

/** Issues, each with the place it was raised at where `placeOf` is given. */
export function IssueNotes(props: {
  issues: IssueShownFragment[]
  placeOf?: (issue: IssueShownFragment) => string | undefined
}) {
  const { issues, placeOf } = props
  return issues.map((issue) => (
    <Alert key={issue.id} severity="warning" sx={{ width: '100%', py: 0 }}>
      {placeOf?.(issue) ? <strong>{placeOf(issue)}: </strong> : null}
      {issue.note}
    </Alert>
  ))
}
