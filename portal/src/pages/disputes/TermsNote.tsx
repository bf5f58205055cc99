import { Link } from '../../router/router.js'
import { Card } from '../../ui/Card.js'
import { nextWords, termsNote as words } from '../../words/disputes.js'
import type { Side } from './dispute-parts.js'
import { RateLine } from './RateLine.js'

/** What a dispute is for, by the terms, and how rare they are. */
export function TermsNote() {
  return (
    <Card title={words.title}>
      <ul className="points">
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p>
        <Link to="/terms#disputes">{words.link}</Link>
      </p>
      <RateLine />
    </Card>
  )
}

/** What happens once a dispute is open, step by step. */
export function NextSteps({ side = 'BUYER' }: { side?: Side | null }) {
  return (
    <Card title={nextWords.title}>
      <ol className="points">
        {nextWords[side ?? 'BUYER'].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Card>
  )
}
