import { DisputeRateDocument } from '../../gen/operations.js'
import { useWho } from '../../shell/viewer.js'
import { useRead } from '../../wire/use-read.js'
import { termsNote as words } from '../../words/disputes.js'

/** How rare disputes are here, for whoever is signed in; nothing before there is something to count. */
export function RateLine() {
  const { viewer } = useWho()
  return viewer?.user ? <Rate /> : null
}

function Rate() {
  const { data } = useRead(DisputeRateDocument, {})
  const rate = data?.disputeRates.overAll
  if (!rate || rate.completed < 2) return null
  return <p className="muted small">{words.rate(rate.disputed, rate.completed)}</p>
}
