import { Button } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Refused, Unreachable } from '../../wire/refused.js'
import type { CounterpartWords } from '../../words/counterpart-en.js'
import { useWords } from './language.js'

interface TroubleProps {
  error: Error | undefined
  onRetry?: (() => void) | undefined
}

/** What went wrong, in the reader's language. Nothing is shown where nothing did. */
export function Trouble({ error, onRetry }: TroubleProps) {
  const words = useWords()
  if (!error) return null
  return (
    <Notice tone="bad" title={words.failed}>
      <p>{sentenceOf(error, words)}</p>
      {onRetry && (
        <div>
          <Button kind="quiet" onClick={onRetry}>
            {words.again}
          </Button>
        </div>
      )}
    </Notice>
  )
}

function sentenceOf(error: Error, words: CounterpartWords): string {
  if (error instanceof Unreachable) return words.unanswered
  return (error instanceof Refused && words.refusals[error.code]) || words.otherwise
}

/** The shape of what is coming, while it is read. */
export function Waiting() {
  const words = useWords()
  return (
    <div className="bones" role="status">
      <span />
      <span />
      <span />
      <span className="unseen">{words.loading}</span>
    </div>
  )
}
