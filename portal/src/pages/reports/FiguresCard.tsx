import { LOCALE } from '../../format/format.js'
import { Card } from '../../ui/Card.js'
import { reportWords as words } from '../../words/reports.js'
import type { Report } from './report-parts.js'

const number = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 })

/** The picture of a report, and all that it shows as a table. */
export function FiguresCard({ report }: { report: Report }) {
  const counted = report.figures.length > 0
  return (
    <Card title={<span lang="en">{counted ? words.figures : words.steps}</span>}>
      {report.pictureUrl && (
        <img className="report-picture" src={report.pictureUrl} alt={report.pictureText ?? ''} />
      )}
      <div className="report-table">{counted ? <Figures report={report} /> : <Steps report={report} />}</div>
    </Card>
  )
}

/** Each figure with its course: the columns are the times. */
function Figures({ report: { series } }: { report: Report }) {
  return (
    <>
      {series.map((one) => (
        <table key={`${one.name} ${one.unit}`}>
          <caption>{one.unit ? `${one.name} (${one.unit})` : one.name}</caption>
          <tbody>
            {one.points.map((point, at) => (
              <tr key={at}>
                <th scope="row">{point.label}</th>
                <td>{number.format(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

function Steps({ report: { series } }: { report: Report }) {
  const labels = series[0]?.points.map((point) => point.label) ?? []
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" lang="en">
            {words.until}
          </th>
          {series.map((one) => (
            <th key={one.name} scope="col">
              {one.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((label, at) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {series.map((one) => (
              <td key={one.name}>{number.format(one.points[at]?.value ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
