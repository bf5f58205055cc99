import { moment } from '../../format/format.js'
import { Card, Chip } from '../../ui/Card.js'
import { disputeWords as words } from '../../words/disputes.js'
import { DeliveredFile } from '../order/DeliveredFile.js'
import type { Dispute, Side } from './dispute-parts.js'

interface SideProps {
  dispute: Dispute
  side: Side
}

/** What one side said, and what it showed. */
export function SideCard({ dispute, side }: SideProps) {
  const name = side === 'BUYER' ? dispute.buyerName : dispute.channelName
  const statements = dispute.statements.filter(({ party }) => party === side)
  const evidence = dispute.evidence.filter(({ party }) => party === side)
  return (
    <Card title={name} action={dispute.yourSide === side ? <Chip tone="go">{words.you}</Chip> : undefined}>
      {statements.length === 0 && <p className="muted">{words.nothing}</p>}
      <ul className="lines">
        {statements.map((statement) => (
          <li key={statement.id}>
            <p className="muted small">
              {statement.givenBy} {words.kinds[statement.kind]} · {moment(statement.givenAt)}
            </p>
            <p className="pre">{statement.text ?? <em className="muted">{words.erased}</em>}</p>
          </li>
        ))}
      </ul>
      <h3>{words.evidence}</h3>
      {evidence.length === 0 ? (
        <p className="muted">{words.noEvidence}</p>
      ) : (
        <ul className="files">
          {evidence.map((one) => (
            <li key={one.id} className="stack-tight evidence">
              {one.file?.downloadUrl ? (
                <DeliveredFile file={one.file} />
              ) : (
                <em className="muted">{words.gone}</em>
              )}
              <p className="muted small">{words.evidenceBy(one.addedBy, moment(one.addedAt))}</p>
              <Fingerprint sha256={one.sha256} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** By which both sides can see that a file is the one that was handed in. */
function Fingerprint({ sha256 }: { sha256: string }) {
  return (
    <p className="fingerprint muted">
      <span>{words.fingerprint}</span> <code>{sha256}</code>
    </p>
  )
}
