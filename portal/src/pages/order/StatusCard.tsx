import type { StandingPartsFragment } from '../../gen/operations.js'
import { moment } from '../../format/format.js'
import { Fact } from '../../ui/Card.js'
import { orderPageWords as words } from '../../words/order.js'

/** Where the order stood when somebody asked. */
export function StatusCard({ standing: { summary, next, nextBy } }: { standing: StandingPartsFragment }) {
  return (
    <div className="status-card">
      <p>
        <strong>{summary}</strong>
      </p>
      {(next ?? nextBy) && (
        <dl className="facts">
          {next && <Fact term={words.next}>{next}</Fact>}
          {nextBy && <Fact term={words.by}>{moment(nextBy)}</Fact>}
        </dl>
      )}
    </div>
  )
}
