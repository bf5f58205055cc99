import { moment } from '../../format/format.js'
import { Card } from '../../ui/Card.js'
import { disputeWords as words } from '../../words/disputes.js'
import type { Dispute } from './dispute-parts.js'

/** What our team asked; nothing where it did not. */
export function TeamCard({ dispute }: { dispute: Dispute }) {
  const asked = dispute.statements.filter(({ kind }) => kind === 'QUESTION')
  if (asked.length === 0) return null
  return (
    <Card title={words.teamAsked}>
      <ul className="lines">
        {asked.map(({ id, text, givenAt }) => (
          <li key={id}>
            <p className="muted small">{moment(givenAt)}</p>
            <p className="pre">{text ?? <em className="muted">{words.erased}</em>}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
