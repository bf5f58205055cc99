import { useState } from 'react'
import {
  RedeemOnboardingLinkDocument,
  RequestFreshOnboardingLinkDocument,
  type RedeemOnboardingLinkMutation,
} from '../../gen/operations.js'
import { navigate, useFragment } from '../../router/router.js'
import { Button } from '../../ui/Button.js'
import { Notice } from '../../ui/Card.js'
import { Failure } from '../../ui/Failure.js'
import { Page } from '../../ui/Page.js'
import { ask } from '../../wire/ask.js'
import { keepLinkSession } from '../../wire/caller.js'
import { Refused } from '../../wire/refused.js'
import { redeemWords as words } from '../../words/onboarding.js'

/** Where the form's mail link leads. Opening it uses nothing up; the button does, once. */
export function RedeemPage() {
  const token = useFragment('token')
  return (
    <Page title={words.title} lead={words.lead} width="slim">
      {token ? <Redeem key={token} token={token} /> : <Notice tone="bad" title={words.noToken} />}
    </Page>
  )
}

function Redeem({ token }: { token: string }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  const open = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      arrive(await ask(RedeemOnboardingLinkDocument, { token }))
    } catch (caught) {
      setError(caught as Error)
    } finally {
      setBusy(false)
    }
  }
  if (error instanceof Refused && error.code === 'LINK_ENDED') return <Fresh token={token} />
  return (
    <div className="stack">
      <Failure error={error} />
      <Button wide busy={busy} onClick={() => void open()}>
        {words.open}
      </Button>
    </div>
  )
}

function arrive({ redeemOnboardingLink: session }: RedeemOnboardingLinkMutation): void {
  if (!session) return
  keepLinkSession(session.documentId, session)
  navigate(`/onboarding/${session.documentId}`, { replace: true })
}

/** A used link's page: offers a fresh one to the address that got this one, and never says which that is. */
function Fresh({ token }: { token: string }) {
  const [state, setState] = useState<'asked' | 'busy' | 'sent'>('asked')
  const [error, setError] = useState<Error>()
  const send = async (): Promise<void> => {
    setState('busy')
    setError(undefined)
    try {
      await ask(RequestFreshOnboardingLinkDocument, { token })
      setState('sent')
    } catch (caught) {
      setError(caught as Error)
      setState('asked')
    }
  }
  if (state === 'sent') {
    return (
      <Notice tone="good" title={words.sentTitle}>
        <p>{words.sent}</p>
      </Notice>
    )
  }
  if (error instanceof Refused && error.code === 'LINK_ENDED') {
    return (
      <Notice tone="warn" title={words.overTitle}>
        <p>{words.over}</p>
      </Notice>
    )
  }
  return (
    <div className="stack">
      <Notice tone="warn" title={words.endedTitle}>
        <p>{words.ended}</p>
      </Notice>
      <Failure error={error} />
      <Button wide busy={state === 'busy'} onClick={() => void send()}>
        {words.fresh}
      </Button>
    </div>
  )
}
