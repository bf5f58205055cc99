import { useId } from 'react'
import type { DisputeReason } from '../../gen/operations.js'
import { Link } from '../../router/router.js'
import { Notice } from '../../ui/Card.js'
import { Choice } from '../../ui/Field.js'
import { openWords as words, reasonWords } from '../../words/disputes.js'
import type { Reasons } from './dispute-parts.js'

interface ReasonFieldProps {
  reasons: Reasons
  picked: DisputeReason | undefined
  problem: string | undefined
  orderId: string | undefined
  onPick: (reason: DisputeReason) => void
}

/** Why: those that count first. Whoever picks another is told kindly, before they write a word more. */
export function ReasonField({ reasons, picked, problem, orderId, onPick }: ReasonFieldProps) {
  const id = useId()
  const kindly = reasons.find(({ reason }) => reason === picked)?.kindly
  return (
    <fieldset className="field reasons" aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend className="unseen">{words.reason}</legend>
      {[true, false].map((counts) => (
        <div key={String(counts)} className="choices" role="group" aria-labelledby={`${id}-${counts}`}>
          <p id={`${id}-${counts}`} className="field-extra">
            {counts ? words.counting : words.other}
          </p>
          {reasons
            .filter((one) => one.counts === counts)
            .map(({ reason }) => (
              <Choice
                key={reason}
                name={id}
                kind="radio"
                checked={picked === reason}
                label={reasonWords[reason].label}
                note={reasonWords[reason].note}
                onPick={() => onPick(reason)}
              />
            ))}
        </div>
      ))}
      {kindly && (
        <Notice tone="warn" title={words.kindlyTitle}>
          <p>{kindly}</p>
          {orderId && (
            <div>
              <Link to={`/orders/${orderId}`}>{words.write}</Link>
            </div>
          )}
        </Notice>
      )}
      {problem && (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
    </fieldset>
  )
}
