import { Refused } from '../wire/refused.js'
import { common } from '../words/common.js'
import { sentenceOf } from '../words/refusals.js'
import { Button } from './Button.js'
import { Notice } from './Card.js'
import { Page } from './Page.js'
import { Link } from '../router/router.js'

/** What went wrong, with a way to try again where one helps. Nothing is shown where nothing did. */
export function Failure({
  error,
  onRetry,
}: {
  error: Error | undefined
  onRetry?: (() => void) | undefined
}) {
  if (!error) return null
  const reference = error instanceof Refused ? error.params['reference'] : undefined
  return (
    <Notice tone="bad" title={common.failed}>
      <p className="pre">{sentenceOf(error)}</p>
      {typeof reference === 'string' && <p className="small">{common.reference(reference)}</p>}
      {onRetry && (
        <div>
          <Button kind="quiet" onClick={onRetry}>
            {common.again}
          </Button>
        </div>
      )}
    </Notice>
  )
}

/** The shape of what is coming, while it is read. */
export function Bones() {
  return (
    <div className="bones" role="status">
      <span />
      <span />
      <span />
      <span className="unseen">{common.loading}</span>
    </div>
  )
}

/** "Not yours" and "not there" look the same. */
export function Missing() {
  return (
    <Page title={common.missingTitle} lead={common.missing} width="narrow">
      <p>
        <Link to="/">{common.home}</Link>
      </p>
    </Page>
  )
}
