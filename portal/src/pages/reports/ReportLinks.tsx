import { day } from '../../format/format.js'
import { Link } from '../../router/router.js'
import { reportWords as words } from '../../words/reports.js'

interface Listed {
  id: string
  number: number | null
  periodFrom: string
  periodTo: string
}

/** Reports to open, the newest first, each with the time it tells of. */
export function ReportLinks({ reports, open }: { reports: Listed[]; open?: string }) {
  return (
    <ul className="lines">
      {reports.map((report) => (
        <li key={report.id}>
          <Link to={`/reports/${report.id}`} aria-current={report.id === open ? 'page' : undefined}>
            {words.title(report.number)}
          </Link>
          <span className="muted small">{words.span(day(report.periodFrom), day(report.periodTo))}</span>
        </li>
      ))}
    </ul>
  )
}
