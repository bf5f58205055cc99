import { useState } from 'react'
import { Link, navigate, useFragment } from '../../router/router.js'
import { useWho } from '../../shell/viewer.js'
import { Button, classOf } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Failure } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { Refused } from '../../wire/refused.js'
import { redeemSignInLink } from '../../wire/sign-in.js'
import { signInWords as words } from '../../words/sign-in.js'

const PORTAL = '/portal'

/** Where a sign-in link leads. A mail scanner that opens it uses nothing up: only the click does. */
export function MagicLinkPage() {
  const token = useFragment('token')
  const to = useFragment('to')
  return (
    <Page title={words.magicTitle} lead={words.magicLead} width="slim">
      {token ? <Redeem token={token} to={to ?? ''} /> : <Notice tone="bad" title={words.noToken} />}
    </Page>
  )
}

function Redeem({ token, to }: { token: string; to: string }) {
  const { reload } = useWho()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  const follow = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await redeemSignInLink(token)
      await reload()
      arrive(to)
    } catch (caught) {
      setError(caught as Error)
    } finally {
      setBusy(false)
    }
  }
  if (error instanceof Refused) {
    return (
      <div className="stack">
        <Notice tone="warn" title={words.magicEnded}>
          <p>{words.magicEndedNote}</p>
        </Notice>
        <Link to="/sign-in" className={classOf('quiet', true)}>
          {words.submit}
        </Link>
      </div>
    )
  }
  return (
    <div className="stack">
      <Failure error={error} />
      <Button wide busy={busy} onClick={() => void follow()}>
        {words.magicSubmit}
      </Button>
    </div>
  )
}

/** Goes where the link was asked for: a page of ours, or the back office; anything else becomes the home page. */
function arrive(to: string): void {
  if (/^\/admin\/[\w\-/]*$/.test(to)) window.location.replace(to)
  else navigate(/^\/portal\/[\w\-/]*$/.test(to) ? to.slice(PORTAL.length) : '/', { replace: true })
}
