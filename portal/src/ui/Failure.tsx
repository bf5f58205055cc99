import { isSignedOut, Refused } from '../wire/refused.js'
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

/**
 * That a list could not be read: what went wrong where there is nothing to show yet, or the reader has to sign in; else
 * only that what is shown may be old.
 */
export function ListFailure({
  error,
  shown,
  onRetry,
}: {
  error: Error | undefined
  /** Whether the list stands there from an earlier reading. */
  shown: boolean
  onRetry: () => void
}) {
  if (!error) return null
  if (!shown || isSignedOut(error)) return <Failure error={error} onRetry={onRetry} />
  return (
    <p className="row muted small" role="status">
      {common.mayBeOld}
      <Button kind="plain" onClick={onRetry}>
        {common.again}
      </Button>
    </p>
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
