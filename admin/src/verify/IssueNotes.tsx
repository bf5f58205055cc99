import Alert from '@mui/material/Alert'
import type { IssueShownFragment } from '../gen/documents.js'

/** Issues that were raised at one place. */
export function IssueNotes({ issues }: { issues: IssueShownFragment[] }) {
  return issues.map((issue) => (
    <Alert key={issue.id} severity="warning" sx={{ width: '100%', py: 0 }}>
      {issue.note}
    </Alert>
  ))
}
