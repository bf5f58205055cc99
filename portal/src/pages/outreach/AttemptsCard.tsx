import { moment } from '../../format/format.js'
import { Card } from '../../ui/Card.js'
import { attemptWords as words, deliveryStates, outcomeWords } from '../../words/appointments.js'
import type { Appointment, Attempt } from './appointment-parts.js'

/** What was tried so far to reach the counterpart, the newest first, and how long we go on. */
export function AttemptsCard({ appointment }: { appointment: Appointment }) {
  const { status, attempts, attemptsMade, attemptsAllowed, giveUpAt, proposedStartsAt } = appointment
  const trying = ['OUTREACH', 'FOLLOW_UP'].includes(status)
  if (!attempts || (!trying && attempts.nodes.length === 0)) return null
  return (
    <Card title={words.title}>
      {trying && (
        <p className="muted small">
          {words.made(attemptsMade ?? 0, attemptsAllowed ?? 0)}. {giveUpAt && words.until(moment(giveUpAt))}
        </p>
      )}
      {attempts.nodes.length === 0 && (
        <p className="muted">{proposedStartsAt ? words.proposed : words.none}</p>
      )}
      <ul className="lines">
        {attempts.nodes.map((attempt) => (
          <li key={attempt.id}>
            <div className="row row-apart">
              <span>
                <strong>{words.kinds[attempt.kind]}</strong>: {howItWent(attempt)}
              </span>
              <span className="muted small">{moment(attempt.madeAt)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Of a call how it ended, of a text or mail how far it came. */
function howItWent({ outcome, delivery }: Attempt): string {
  return delivery ? deliveryStates[delivery] : outcomeWords[outcome]
}
